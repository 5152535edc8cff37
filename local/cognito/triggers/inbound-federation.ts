import type { Services } from '../services.ts';
import type { IdentityProvider } from '../store/federation/identity-provider-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import { type Caller, fire } from './fire.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-inbound-federation.html

/** The answers of a provider: the first three of OAuth providers, the last of SAML. */
export interface RawIdentity {
  readonly tokenResponse?: Readonly<Record<string, unknown>> | undefined;
  readonly idToken?: Readonly<Record<string, unknown>> | undefined;
  readonly userInfo?: Readonly<Record<string, unknown>> | undefined;
  readonly samlResponse?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Lets InboundFederation replace a provider's claims before they are mapped. What its answer leaves out is dropped; an
 * empty answer keeps all. It cannot change who the user is.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.inbound
 */
export async function transformClaims(
  services: Services,
  pool: UserPool,
  caller: Caller,
  { name: providerName, type: providerType }: IdentityProvider,
  userName: string,
  claims: Readonly<Record<string, unknown>>,
  attributes: RawIdentity,
): Promise<Readonly<Record<string, unknown>>> {
  const request = { providerName, providerType, attributes };
  const answer = await fire(services, pool, 'InboundFederation', { occasion: 'ExternalProvider', userName, caller, request });
  const { userAttributesToMap = {} } = answer ?? {};
  return Object.keys(userAttributesToMap).length > 0 ? userAttributesToMap : claims;
}
