import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';
import { notAuthorized, userDisabled } from '../wire/errors.ts';
import { readClaims, verifyJwt } from './jwt.ts';
import { isRevoked } from './revocation.ts';
import { selfServiceScope } from './scopes.ts';

export interface Bearer {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
  readonly signIn: SignIn;
  /** The scopes of the token, which PreTokenGeneration may have changed. */
  readonly scopes: readonly string[];
}

const invalid = () => notAuthorized('Invalid Access Token');

/**
 * The caller of an operation that takes an access token. Throws NotAuthorizedException, with a different text for each
 * reason. `requiredScope` is null for a caller that checks the scopes itself.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.tokens
 */
export async function bearerOf(
  services: Services,
  accessToken: string,
  requiredScope: string | null = selfServiceScope,
): Promise<Bearer> {
  const { pools, keys, users, signIns, world, endpoint } = services;
  const issuer = readClaims(accessToken)?.['iss'];
  const pool =
    typeof issuer === 'string' && issuer.startsWith(`${endpoint}/`) ? pools.pool(issuer.slice(endpoint.length + 1)) : undefined;
  if (!pool) throw invalid();
  const verified = await verifyJwt(await keys.of(pool.id), accessToken);
  if (verified === 'malformed') throw invalid();
  if (verified === 'forged') throw notAuthorized('Could not verify signature for Access Token');
  const { sub, token_use, client_id, exp, scope, event_id } = verified.claims;
  if (verified.key !== 'access' || token_use !== 'access' || typeof sub !== 'string') throw invalid();
  if (typeof exp !== 'number' || exp * 1000 <= world.now()) throw notAuthorized('Access Token has expired');
  const scopes = typeof scope === 'string' ? scope.split(' ') : [];
  if (requiredScope !== null && !scopes.includes(requiredScope)) {
    throw notAuthorized('Access Token does not have required scopes');
  }
  const user = users.bySub(pool.id, sub);
  const client = typeof client_id === 'string' ? pools.client(client_id) : undefined;
  if (!user || !client) throw invalid();
  const signIn = typeof event_id === 'string' ? signIns.byEventId(event_id) : undefined;
  if (!user.enabled) throw userDisabled();
  if (!signIn || isRevoked(signIn, user)) throw notAuthorized('Access Token has been revoked');
  return { pool, client, user, signIn, scopes };
}
