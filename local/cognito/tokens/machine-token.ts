import type { ClientAuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { uuid } from '../../world/random.ts';
import { hasScope } from '../pools/resource-servers.ts';
import type { Services } from '../services.ts';
import { scopesOfUsers, validitySeconds } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { Strings } from '../triggers/table.ts';
import { accessClaims, machineTokenChanges } from '../triggers/token-generation.ts';
import { invalidParameter } from '../wire/errors.ts';
import { signJwt } from './jwt.ts';

const noGroups = { names: [], roles: [], preferredRole: null };

/**
 * An access token for the client itself, with no user. Throws InvalidParameterException for a scope that the client does
 * not have.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html#get-client-token
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.token
 */
export async function issueMachineToken(
  services: Services,
  pool: UserPool,
  client: UserPoolClient,
  requested: readonly string[] | undefined,
  clientMetadata: Strings | undefined,
): Promise<ClientAuthenticationResultType> {
  const { keys, world, endpoint } = services;
  const scopes = grantedScopes(services, client, requested);
  const changes = await machineTokenChanges(services, pool, client.id, clientMetadata, scopes);
  const { access } = await keys.of(pool.id);
  const iat = Math.floor(world.now() / 1000);
  const { accessToken } = validitySeconds(client.settings);
  const claims = {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: iat,
    iss: `${endpoint}/${pool.id}`,
    exp: iat + accessToken,
    iat,
    version: 2,
    jti: uuid(world),
    client_id: client.id,
  };
  const AccessToken = await signJwt(access, accessClaims(claims, noGroups, changes));
  return { AccessToken, ExpiresIn: accessToken, TokenType: 'Bearer' };
}

/**
 * A scope that its resource server no longer has may still be asked for, and is not granted.
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.texts
 * @see docs/aws-behaviour/cognito-machines.md#cognito.machines.scopes
 */
function grantedScopes(services: Services, client: UserPoolClient, requested: readonly string[] | undefined): string[] {
  const own = (client.settings.AllowedOAuthScopes ?? []).filter((scope) => !scopesOfUsers.includes(scope));
  const asked = requested && requested.length > 0 ? [...new Set(requested)] : own;
  if (asked.length === 0) throw invalidParameter('The app client has no custom scopes.');
  const foreign = asked.find((scope) => !own.includes(scope));
  if (foreign !== undefined) throw invalidParameter(`Invalid scope requested: ${foreign}`);
  return asked.filter((scope) => hasScope(services, client.poolId, scope));
}
