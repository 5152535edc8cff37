import type { HttpRequest, HttpResponse } from '../http/http-message.ts';
import { BadRequest, readBody } from './body.ts';
import { type ClockPagesOptions, moveClock } from './clock-pages.ts';
import { noSeed, refuseJson, respondJson } from './respond.ts';
import type { Route, Routes } from './route.ts';
import type { Seed } from './seed.ts';

/** The actions of the developer page: `/dev/clock` and `/dev/seed`. */
export function createPosts(options: ClockPagesOptions, seed: Seed): Routes {
  const routes = new Map<string, Route>([
    ['/dev/clock', ({ request }) => respondJson(moveClock(options, request))],
    ['/dev/seed', ({ request }) => loadSeed(seed, request)],
  ]);
  return (path) => routes.get(path);
}

/** 409 if the stage does not allow a user of the file. All others are then still as the file says. */
async function loadSeed(seed: Seed, request: HttpRequest): Promise<HttpResponse> {
  const { username } = readBody(request, 'username');
  if (username !== undefined && typeof username !== 'string') throw new BadRequest('username must be a text.');
  const users = await seed.load(username);
  if (users === undefined) return noSeed;
  if (username !== undefined && users.length === 0)
    return refuseJson(404, 'NotFound', `There is no seed user ${JSON.stringify(username)}.`);
  const errors = users.flatMap(({ error }) => error ?? []);
  if (errors.length === 0) return respondJson({ message: `${username ?? 'Every seed user'} is as the seed file says.`, users });
  return respondJson({ message: `Not every seed user fits this stage. ${errors.join(' ')}`, users }, 409);
}
