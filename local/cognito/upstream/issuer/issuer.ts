import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import type { ProvidedIdentity } from '../../federation/admit.ts';
import type { AuthorizationRequest } from '../../oauth/authorization-request.ts';
import type { Services } from '../../services.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { type AtIssuer, newSecret } from '../pending/pending.ts';
import { configurationOf, openidClient } from './configuration.ts';
import { IssuerError, requireTls } from './fetch.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-oidc-flow.html

/** Where to send a user, and what the answer is checked against. */
export async function beginAtIssuer(
  services: Services,
  provider: IdentityProvider,
  { prompt, loginHint }: AuthorizationRequest,
  state: string,
): Promise<{ readonly url: URL; readonly at: AtIssuer }> {
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await openidClient();
  const configuration = await configurationOf(services, provider);
  const at: AtIssuer = { place: 'issuer', nonce: newSecret(services), verifier: newSecret(services) };
  const url = buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(services),
    scope: provider.details['authorize_scopes'] ?? 'openid',
    state,
    nonce: at.nonce,
    code_challenge: await calculatePKCECodeChallenge(at.verifier),
    code_challenge_method: 'S256',
    ...(prompt.length > 0 && { prompt: prompt.join(' ') }),
    ...(loginHint !== undefined && { login_hint: loginHint }),
  });
  requireTls(url.href);
  return { url, at };
}

/**
 * The identity that an issuer's answer proves: it redeems the code and verifies the ID token. Throws what `refusalOf`
 * explains.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.user-info-of-provider
 */
export async function answerOfIssuer(
  services: Services,
  provider: IdentityProvider,
  { state, nonce, verifier }: AtIssuer & { readonly state: string },
  params: URLSearchParams,
): Promise<ProvidedIdentity> {
  const { authorizationCodeGrant } = await openidClient();
  const configuration = await configurationOf(services, provider);
  const tokens = await authorizationCodeGrant(configuration, new URL(`${redirectUri(services)}?${params}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const idToken = tokens.claims();
  if (!idToken) throw new IssuerError('It sent no ID token.');
  const userInfo = await userInfoFor(provider, configuration, idToken, tokens.access_token);
  return {
    provider,
    subject: idToken.sub,
    // What is signed counts more.
    claims: { ...userInfo, ...idToken },
    raw: { tokenResponse: { ...tokens }, idToken, ...(userInfo && { userInfo }) },
  };
}

/** Only for claims that the pool maps and the ID token does not have. */
async function userInfoFor(
  { mapping }: IdentityProvider,
  configuration: Configuration,
  idToken: IDToken,
  accessToken: string,
): Promise<UserInfoResponse | undefined> {
  const isComplete = Object.values(mapping).every((claim) => Object.hasOwn(idToken, claim));
  if (isComplete || configuration.serverMetadata().userinfo_endpoint === undefined) return undefined;
  const { fetchUserInfo } = await openidClient();
  return fetchUserInfo(configuration, accessToken, idToken.sub);
}

const redirectUri = ({ endpoint }: Pick<Services, 'endpoint'>): string => `${endpoint}/oauth2/idpresponse`;
