import { type Asset, assetsPath, findAssets } from '../graphiql/assets.ts';
import { renderGraphiql } from '../graphiql/page.ts';
import type { HttpHandler, HttpRequest, HttpResponse } from '../http.ts';
import type { Outputs } from '../outputs.ts';
import { onlySameSite } from './guard.ts';

export interface HomeOptions {
  readonly outputs: () => Outputs;
}

/** Whether a request is for `createHome`: the page, its files, or the API's address typed into a browser. */
export function isForHome({ method, url, headers }: HttpRequest): boolean {
  const path = pathOf(url);
  if (path === '/') return method !== 'POST';
  return path.startsWith(assetsPath) || (path === '/graphql' && method === 'GET' && wantsPage(headers));
}

/** `/`: GraphiQL for a browser, the addresses in plain text for anybody else. Loopback is the caller's to check, other sites are refused here. */
export function createHome({ outputs }: HomeOptions): HttpHandler {
  // Found when somebody looks, not at the start.
  let found: Asset[] | undefined;
  const assets = (): Asset[] => {
    found ??= findAssets();
    return found;
  };
  return onlySameSite(async ({ url, headers }) => {
    const path = pathOf(url);
    if (path.startsWith(assetsPath)) {
      const asset = assets().find((candidate) => candidate.path === path);
      return asset === undefined
        ? notFound
        : respond(asset.kind === 'style' ? 'text/css' : 'text/javascript', asset.read(), {
            'cache-control': 'max-age=31536000, immutable',
          });
    }
    if (path !== '/') return { status: 303, headers: { location: '/', 'cache-control': 'no-store' }, body: '' };
    const { ApiKey, GraphQLUrl, CognitoEndpoint } = outputs();
    if (wantsPage(headers)) {
      const { html, policy } = renderGraphiql({ apiKey: ApiKey, assets: assets() });
      return respond('text/html', html, { 'content-security-policy': policy, 'cache-control': 'no-store' });
    }
    const inbox = new URL('/dev', GraphQLUrl).href;
    return respond('text/plain', `GraphQL ${GraphQLUrl}\nCognito ${CognitoEndpoint}\nInbox   ${inbox}\n`);
  });
}

const notFound: HttpResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is no such page.\n',
};

function respond(type: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
    body,
  };
}

function wantsPage(headers: HttpRequest['headers']): boolean {
  return headers['accept']?.includes('text/html') ?? false;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}
