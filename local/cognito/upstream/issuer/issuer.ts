import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import type { ProvidedIdentity } from '../../federation/admit.ts';
import type { Claims } from '../../federation/attribute-mapping.ts';
import type { AuthorizationRequest } from '../../oauth/authorization-request.ts';
import type { Services } from '../../services.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { type AtIssuer, newSecret } from '../pending/pending.ts';
import { configurationOf, openidClient } from './configuration.ts';
import { IssuerError } from './issuer-error.ts';
import { requireReach } from './reach.ts';

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
  requireReach(issuerOf(provider), url.href);
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
    claims: merged(provider, idToken, userInfo ?? {}),
    raw: { tokenResponse: { ...tokens }, idToken, ...(userInfo && { userInfo }) },
  };
}

/**
 * The claims of the ID token win over those of userInfo. `email_verified` counts only if it comes from the answer that
 * names the address, since the two answers may name different ones.
 */
function merged({ mapping }: IdentityProvider, idToken: Claims, userInfo: Claims): Claims {
  const claims: Record<string, unknown> = { ...userInfo, ...idToken };
  for (const contact of ['email', 'phone_number']) {
    const [address, flag] = [mapping[contact], mapping[`${contact}_verified`]];
    if (address === undefined || flag === undefined) continue;
    const witness = [idToken, userInfo].find((answer) => answer[address] === claims[address] && Object.hasOwn(answer, flag));
    claims[flag] = witness?.[flag];
  }
  return claims;
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

/** It was checked to be a URL when the provider was created. */
const issuerOf = ({ details }: IdentityProvider): URL => new URL(details['oidc_issuer'] ?? '');

const redirectUri = ({ domainUrl }: Pick<Services, 'domainUrl'>): string => `${domainUrl}/oauth2/idpresponse`;
