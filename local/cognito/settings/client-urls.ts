import { invalidParameter } from '../wire/errors.ts';
import { list, string } from '../wire/members.ts';

const url = string({ min: 1, max: 1024, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });

export const urlMembers = {
  CallbackURLs: list(url, 100),
  LogoutURLs: list(url, 100),
  DefaultRedirectURI: url,
};

interface GivenUrls {
  readonly CallbackURLs?: readonly string[] | undefined;
  readonly LogoutURLs?: readonly string[] | undefined;
  readonly DefaultRedirectURI?: string | undefined;
  readonly AllowedOAuthFlows?: readonly string[] | undefined;
  readonly AllowedOAuthFlowsUserPoolClient?: boolean | undefined;
}

/**
 * Throws InvalidParameterException for a URL to which no code may be sent, and for OAuth without a call-back URL.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.client-urls
 */
export function refuseUnsafeUrls(given: GivenUrls): void {
  const { CallbackURLs = [], LogoutURLs = [], DefaultRedirectURI, AllowedOAuthFlows = [] } = given;
  for (const uri of [...CallbackURLs, ...LogoutURLs]) {
    const problem = problemOf(uri);
    if (problem) throw invalidParameter(`${uri} ${problem}`);
  }
  if (DefaultRedirectURI !== undefined && !CallbackURLs.includes(DefaultRedirectURI)) {
    throw invalidParameter('DefaultRedirectURI must be in the CallbackURLs list.');
  }
  const redirects = AllowedOAuthFlows.some((flow) => flow === 'code' || flow === 'implicit');
  if (given.AllowedOAuthFlowsUserPoolClient && redirects && CallbackURLs.length === 0) {
    throw invalidParameter('CallbackURLs is required for the code flow and the implicit flow.');
  }
}

/** Schemes whose URLs are a program or a file, and no place for a code. */
const unsafe = new Set(['javascript:', 'data:', 'vbscript:', 'file:', 'blob:', 'about:']);

function problemOf(uri: string): string | undefined {
  const parsed = URL.parse(uri);
  if (!parsed || unsafe.has(parsed.protocol)) return 'is not an absolute URL of a page or an app.';
  if (uri.includes('#')) return 'must not have a fragment.';
  if (uri.includes('*')) return 'must not have a wildcard.';
  if (parsed.protocol === 'http:' && parsed.hostname !== 'localhost') return 'must use https, except for http://localhost.';
  if (parsed.username !== '' || parsed.password !== '') return 'must not have a user.';
  return undefined;
}
