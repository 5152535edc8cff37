import { type Asset, assetsPath, findAssets } from '../graphiql/assets.ts';
import { renderGraphiql } from '../graphiql/page.ts';
import type { HttpHandler, HttpRequest } from '../http.ts';
import type { Outputs } from '../outputs.ts';
import { onlySameSite } from './guard.ts';
import { noSuchPage, respond } from './respond.ts';

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
        ? noSuchPage
        : respond(asset.kind === 'style' ? 'text/css' : 'text/javascript', asset.read(), {
            'cache-control': 'max-age=31536000, immutable',
          });
    }
    if (path !== '/') return { status: 303, headers: { location: '/', 'cache-control': 'no-store' }, body: '' };
    const { ApiKey, GraphQLUrl, CognitoEndpoint } = outputs();
    if (wantsPage(headers)) {
      const { html, policy } = renderGraphiql({ apiKey: ApiKey, assets: assets() });
      return respond('text/html', html, { 'content-security-policy': policy });
    }
    const page = (path: string): string => new URL(path, GraphQLUrl).href;
    const lines = [`GraphQL ${GraphQLUrl}`, `Cognito ${CognitoEndpoint}`, `Inbox   ${page('/dev')}`, `Page    ${page('/app/')}`];
    return respond('text/plain', `${lines.join('\n')}\n`);
  });
}

function wantsPage(headers: HttpRequest['headers']): boolean {
  return headers['accept']?.includes('text/html') ?? false;
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '/';
}
