import { readFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import type { Backstage } from '../cognito/backstage.ts';
import { CognitoError } from '../cognito/errors.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http.ts';
import type { Inbox } from '../inbox.ts';
import { realTimers, type Timers } from '../lambda/timers.ts';
import type { Outputs } from '../outputs.ts';
import { BadRequest, readBody } from './body.ts';
import { clockState, moveClock } from './clock-pages.ts';
import { onlyOwnPosts, onlySameSite } from './guard.ts';
import { createInboxPages, recipient } from './inbox-pages.ts';
import { createPeople } from './people.ts';
import { renderClock } from './render-clock.ts';
import { renderPage } from './render-page.ts';
import { noSuchPage, refuseJson, respond, respondJson } from './respond.ts';
import { createSeed } from './seed.ts';
import { actionNames, actOn } from './users.ts';

export interface DevPagesOptions {
  readonly inbox: Inbox;
  readonly outputs: () => Outputs;
  readonly clock: Clock;
  readonly backstage: Backstage;
  /** The file of the seed users; undefined is none. */
  readonly seedFile: string | undefined;
  readonly timers?: Timers;
}

type Get = (query: URLSearchParams) => HttpResponse | Promise<HttpResponse>;
type Post = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

/**
 * Everything under `/dev`: the page, its news, and all that it shows and does for programs, as JSON. Loopback is the caller's to check, other
 * sites are refused here.
 */
export function createDevPages(options: DevPagesOptions): HttpHandler {
  const { inbox, outputs, clock, backstage, timers = realTimers } = options;
  const messages = createInboxPages(inbox, timers);
  const seed = createSeed(options);
  const people = createPeople({ backstage, outputs, clock, seed });
  const gets = new Map<string, Get>([
    [
      '/dev',
      async (query) => {
        const page = renderPage({
          messages: messages.shown(query),
          newest: inbox.newest(),
          to: recipient(query) ?? '',
          people: await people.shown(query.get('user') ?? ''),
          clock: clockState(clock),
          outputs: outputs(),
        });
        return respond('text/html', page.markup, { 'content-security-policy': pagePolicy });
      },
    ],
    ...[...assets].map(([name, type]): [string, Get] => [
      `/dev/${name}`,
      () => respond(type, readFileSync(new URL(name, import.meta.url), 'utf8')),
    ]),
    ['/dev/inbox', messages.list],
    ['/dev/messages', messages.news],
    ['/dev/mail', messages.mail],
    [
      '/dev/state',
      async (query) => {
        const state = clockState(clock);
        const { seed: seedMarkup, rows, rest } = await people.shown(query.get('user') ?? '');
        const markups = rows.map(({ id, markup }) => ({ id, markup: markup.markup }));
        return respondJson({ ...state, clock: renderClock(state).markup, seed: seedMarkup.markup, people: markups, rest });
      },
    ],
    ['/dev/users', (query) => respondJson(people.list(query.get('user') ?? '', query.get('limit')))],
    [
      '/dev/seed',
      async () => {
        const users = await seed.users();
        return users === undefined ? noSeed() : respondJson({ users });
      },
    ],
    ['/dev/clock', () => respondJson(clockState(clock))],
  ]);
  const posts = new Map<string, Post>([
    ['/dev/clock', (request) => respondJson(moveClock({ clock, backstage }, request))],
    [
      '/dev/seed',
      async (request) => {
        const { username } = readBody(request, 'username');
        if (username !== undefined && typeof username !== 'string') throw new BadRequest('username must be a text.');
        const users = await seed.load(username);
        if (users === undefined) return noSeed();
        if (username !== undefined && users.length === 0)
          return refuseJson(404, 'NotFound', `There is no seed user ${JSON.stringify(username)}.`);
        const errors = users.flatMap(({ error }) => error ?? []);
        const who = username ?? 'Every seed user';
        const message =
          errors.length === 0 ? `${who} is in his state.` : `Not every seed user fits this stage. ${errors.join(' ')}`;
        return respondJson({ message, users }, errors.length === 0 ? 200 : 409);
      },
    ],
  ]);

  const ofUser = /^\/dev\/users\/([^/]+)(?:\/([^/]+))?$/;
  const get = onlySameSite(async ({ url }) => {
    const { path, query } = split(url);
    const [, user, action] = ofUser.exec(path) ?? [];
    if (user !== undefined && action === undefined) return respondJson(backstage.user(outputs().UserPoolId, decode(user)));
    if (action !== undefined || (posts.has(path) && !gets.has(path)))
      return refuseJson(405, 'MethodNotAllowed', 'Only POST is answered here.', { allow: 'POST' });
    return (await gets.get(path)?.(query)) ?? noSuchPage;
  });
  const post = onlyOwnPosts(async (request) => {
    const { path } = split(request.url);
    const [, user, action] = ofUser.exec(path) ?? [];
    if (user === undefined || action === undefined) return (await posts.get(path)?.(request)) ?? noSuchPage;
    const done = await actOn({ backstage, outputs }, decode(user), action, request);
    return done
      ? respondJson(done)
      : refuseJson(404, 'NotFound', `There is no action ${JSON.stringify(action)}; there is ${actionNames.join(', ')}.`);
  });
  return async (request) => {
    const { path } = split(request.url);
    const takesPosts = posts.has(path) || ofUser.test(path);
    return answered(() => (request.method === 'POST' && takesPosts ? post(request) : get(request)));
  };
}

const assets = new Map([
  ['page.css', 'text/css'],
  ['page.js', 'text/javascript'],
  ['people.js', 'text/javascript'],
  ['page-state.js', 'text/javascript'],
]);

/** No script but the page's own files, nothing from elsewhere, no frame around it. */
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'";

const noSeed = (): HttpResponse => refuseJson(404, 'NotFound', 'There is no file of seed users; SEED_FILE names one.');

/** Refusals of the pool, of the seed file and of what a caller sent are answers; anything else is a fault. */
async function answered(answer: () => Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof CognitoError)
      return refuseJson(error.name === 'UserNotFoundException' ? 404 : 400, error.name, error.message);
    // By name: the seed file's module is loaded late.
    if (error instanceof BadRequest || (error instanceof Error && error.name === 'SeedError'))
      return refuseJson(400, error.name, error.message);
    throw error;
  }
}

/** By hand: a URL object would read `..` in a user's name as a step upwards. */
function split(url: string): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return { path: path.replace(/(.)\/$/, '$1'), query: new URLSearchParams(query) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new BadRequest('The name in the path is not percent-encoded UTF-8.', { cause });
  }
}
