import type { GraphqlApiModel } from '../appsync/model/graphql-api-model.ts';
import type { Outputs } from '../data/outputs.ts';
import { type Asset, assetsPath, findAssets } from '../graphiql/assets.ts';
import { renderGraphiql, schemaPath } from '../graphiql/page.ts';
import { schemaAnswer } from '../graphiql/schema-answer.ts';
import { stageFacts, stageFactsQuery } from '../graphiql/stage-facts.ts';
import { tour } from '../graphiql/tour.ts';
import { onlySameSite } from '../http/guard.ts';
import { type HttpHandler, type HttpRequest, pathOf } from '../http/http-message.ts';
import { noSuchPage, respond } from './respond.ts';

export interface HomeOptions {
  readonly outputs: () => Outputs;
  readonly api: HttpHandler;
  /** The stack that is running now. */
  readonly stack: () => { readonly api: Pick<GraphqlApiModel, 'definition' | 'introspection'> };
}

/** Whether a request is for `createHome`: the page, its files, or the API's address opened in a browser. */
export function isForHome(request: HttpRequest): boolean {
  const { method, headers } = request;
  const path = pathOf(request);
  if (path === '/') return method !== 'POST';
  return path.startsWith(assetsPath) || (path === '/graphql' && method === 'GET' && wantsPage(headers));
}

/**
 * `/`: GraphiQL for a browser, the addresses in plain text for any other client. The caller must admit only loopback;
 * other sites are refused here.
 */
export function createHome({ outputs, api, stack }: HomeOptions): HttpHandler {
  // Searched at the first request, not at the start.
  let found: Asset[] | undefined;
  const assets = (): Asset[] => {
    found ??= findAssets();
    return found;
  };
  return onlySameSite(async (request) => {
    const path = pathOf(request);
    if (path === schemaPath) return respond('application/json', schemaAnswer(stack().api.definition));
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
    if (wantsPage(request.headers)) {
      const facts = stageFacts(await ask(api, ApiKey, stageFactsQuery));
      const tabs = tour({ facts, apiKey: ApiKey, introspection: stack().api.introspection });
      const { html, policy } = renderGraphiql({ apiKey: ApiKey, tabs, assets: assets() });
      return respond('text/html', html, { 'content-security-policy': policy });
    }
    const page = (path: string): string => new URL(path, GraphQLUrl).href;
    const lines = [`GraphQL ${GraphQLUrl}`, `Cognito ${CognitoEndpoint}`, `Inbox   ${page('/dev')}`, `Page    ${page('/app/')}`];
    return respond('text/plain', `${lines.join('\n')}\n`);
  });
}

/** Calls the API with the API key only. */
async function ask(api: HttpHandler, apiKey: string, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json', 'x-api-key': apiKey };
  const request = { method: 'POST', url: '/graphql', headers, body: JSON.stringify({ query }), remoteAddress: '127.0.0.1' };
  const { body } = await api(request);
  return JSON.parse(body.toString());
}

function wantsPage(headers: HttpRequest['headers']): boolean {
  return headers['accept']?.includes('text/html') ?? false;
}
