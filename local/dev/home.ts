import type { HttpHandler } from '../http.ts';
import type { Outputs } from '../outputs.ts';
import { onlySameSite } from './guard.ts';

export interface HomeOptions {
  readonly outputs: () => Outputs;
}

/** `/`: GraphiQL for a browser, the addresses in plain text for anybody else. */
export function createHome({ outputs }: HomeOptions): HttpHandler {
  return onlySameSite(async ({ headers }) => {
    const { ApiKey, GraphQLUrl, CognitoEndpoint } = outputs();
    if (!headers['accept']?.includes('text/html')) {
      const inbox = new URL('/dev', GraphQLUrl).href;
      return {
        status: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: `GraphQL ${GraphQLUrl}\nCognito ${CognitoEndpoint}\nInbox   ${inbox}\n`,
      };
    }
    // Its bundle is 2 MB of source text: only who looks at the page pays for it.
    const { renderGraphiql } = await import('../appsync/graphiql.ts');
    return {
      status: 200,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
      body: renderGraphiql({ apiKey: ApiKey }),
    };
  });
}
