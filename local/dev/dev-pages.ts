import { CognitoError } from '../cognito/wire/errors.ts';
import { onlyOwnPosts, onlySameSite } from '../http/guard.ts';
import type { HttpHandler, HttpResponse } from '../http/http-message.ts';
import { BadRequest } from './body.ts';
import { createGets, type GetsOptions } from './dev-gets.ts';
import { createPosts } from './dev-posts.ts';
import { createPeople, type PeopleOptions } from './people.ts';
import { noSuchPage, refuseJson } from './respond.ts';
import { createSeed, type SeedOptions } from './seed.ts';

export interface DevPagesOptions extends GetsOptions, SeedOptions, Omit<PeopleOptions, 'seed'> {}

/**
 * Everything below `/dev`: the page, its news, and all its content and actions for programs, as JSON. The caller must
 * admit only loopback; other sites are refused here.
 */
export function createDevPages(options: DevPagesOptions): HttpHandler {
  const seed = createSeed(options);
  const gets = createGets(options, seed, createPeople({ ...options, seed }));
  const posts = createPosts(options, seed);
  const get = onlySameSite(async (request) => {
    const { path, ...rest } = split(request.url);
    const answer = await gets(path)?.({ request, ...rest });
    return answer ?? noSuchPage;
  });
  const post = onlyOwnPosts(async (request) => {
    const { path, ...rest } = split(request.url);
    return (await posts(path)?.({ request, ...rest })) ?? noSuchPage;
  });
  return (request) => {
    const isPost = request.method === 'POST' && posts(split(request.url).path) !== undefined;
    return answered(() => (isPost ? post(request) : get(request)));
  };
}

/** Errors of the pool, of the seed file and of the request become answers; any other error is a fault. */
async function answered(answer: () => Promise<HttpResponse>): Promise<HttpResponse> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof CognitoError)
      return refuseJson(error.name === 'UserNotFoundException' ? 404 : 400, error.name, error.message);
    // Compared by name, since the module of the seed file is loaded late.
    if (error instanceof BadRequest || (error instanceof Error && error.name === 'SeedError'))
      return refuseJson(400, error.name, error.message);
    throw error;
  }
}

/** Not with a URL object, which would interpret `..` in a user name as a step upwards. */
function split(url: string): { path: string; query: URLSearchParams } {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return { path: path.replace(/(.)\/$/, '$1'), query: new URLSearchParams(query) };
}
