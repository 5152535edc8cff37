import { afterAll } from 'vitest';
import type { HttpResponse } from '../../../../local/http/http-message.ts';
import { type Lie, openLyingIssuer } from '../../../support/cognito/lying-issuer.ts';
import { browserOf, createProviderPool } from '../../../support/cognito/provider-pool.ts';
import type { TriggerFunction } from '../../../support/cognito/trigger-pool.ts';

/** What the pool shows to Corp. */
export const secret = 'the secret of the pool at Corp';

export const provider = (
  ProviderName: string,
  oidc_issuer: string,
  more: Record<string, string> = {},
  AttributeMapping: Record<string, string> = { email: 'email' },
) => ({
  ProviderName,
  ProviderType: 'OIDC',
  ProviderDetails: {
    client_id: 'pool',
    client_secret: secret,
    authorize_scopes: 'openid email',
    oidc_issuer,
    attributes_request_method: 'POST',
    ...more,
  },
  AttributeMapping,
});

/** The URL to which a provider sends the user back. */
export const back = (params: Record<string, string>) => `/oauth2/idpresponse?${new URLSearchParams(params)}`;
export const sentTo = ({ headers }: HttpResponse) => headers['location'] ?? '';

/** Two issuers for the tests of one file, Corp and Other, which can be made to lie. */
export async function openCompanies() {
  const [corp, other] = await Promise.all([openLyingIssuer(), openLyingIssuer()]);
  afterAll(() => Promise.all([corp.close(), other.close()]));

  /** A pool with both issuers, which tell the truth again. */
  function companies(
    functions: Readonly<Record<string, TriggerFunction>> = {},
    more: Record<string, string> = {},
    mapping?: Record<string, string>,
  ) {
    for (const issuer of [corp, other]) issuer.lie({});
    corp.requests.length = 0;
    return createProviderPool([provider('Corp', corp.issuer, more, mapping), provider('Other', other.issuer)], functions);
  }

  /** Signs in at Corp, which lies. */
  async function signIn(world: ReturnType<typeof companies>, lie: Lie = {}): Promise<HttpResponse> {
    const browser = browserOf(world);
    const answer = corp.authorize(sentTo(await browser.begin('Corp')));
    corp.lie(lie);
    return browser.open(back(answer));
  }

  return { corp, other, companies, signIn };
}
