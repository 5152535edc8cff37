import type { Configuration, ServerMetadata } from 'openid-client';
import type { Services } from '../../services.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { issuerFetch } from './fetch.ts';
import { IssuerError } from './issuer-error.ts';

/** Loaded with the first sign-in at an issuer, since it brings `fetch` into memory. */
export const openidClient = () => import('openid-client');

/**
 * An issuer with its metadata, read anew for each sign-in, so that a restarted issuer or a new key needs no restart here.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.issuer
 */
export async function configurationOf(services: Pick<Services, 'after'>, provider: IdentityProvider): Promise<Configuration> {
  const library = await openidClient();
  const { details } = provider;
  const { client_id: clientId = '', client_secret: secret } = details;
  const issuer = URL.parse(details['oidc_issuer'] ?? '');
  if (!issuer) throw new IssuerError('It has no issuer.');
  let userInfo: string | undefined;
  // The library knows only GET at userInfo.
  const fetch = issuerFetch(services, issuer, (url) => (url === userInfo ? details['attributes_request_method'] : undefined));
  // Otherwise the library would trust TLS and not check the signature of an ID token.
  const execute = [library.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [library.allowInsecureRequests] : [])];
  const metadata = givenMetadata(details);
  // With a secret the library authenticates by `client_secret_post`, as Cognito does.
  const configuration = metadata
    ? withFetch(new library.Configuration(metadata, clientId, secret))
    : await library.discovery(issuer, clientId, secret, undefined, { [library.customFetch]: fetch, execute });
  userInfo = configuration.serverMetadata().userinfo_endpoint;
  return configuration;

  function withFetch(made: Configuration): Configuration {
    made[library.customFetch] = fetch;
    for (const extension of execute) extension(made);
    return made;
  }
}

/** The endpoints that a provider's settings name, which then replace discovery. */
function givenMetadata(details: IdentityProvider['details']): ServerMetadata | undefined {
  const { oidc_issuer: issuer, authorize_url, token_url, jwks_uri, attributes_url } = details;
  if (!issuer || !authorize_url || !token_url || !jwks_uri) return undefined;
  return {
    issuer,
    authorization_endpoint: authorize_url,
    token_endpoint: token_url,
    jwks_uri,
    ...(attributes_url && { userinfo_endpoint: attributes_url }),
  };
}
