import { lowercaseAlphanumerics, randomString } from '../../world/random.ts';
import type { Services } from '../services.ts';
import { type ClientSettings, type CreateUserPoolClientInput, scopesOfUsers } from '../settings/client.ts';
import { defaultSsoSessionMinutes, type UserPool, type UserPoolClient } from '../store/pool-store.ts';
import { CognitoError, invalidParameter } from '../wire/errors.ts';
import { storeSecret } from './client-secrets.ts';
import { hasScope } from './resource-servers.ts';

type Effects = Pick<Services, 'pools' | 'resourceServers' | 'identityProviders' | 'world' | 'transaction'>;

/**
 * Stores a client like `storePool` stores a pool, and keeps its secrets. If its pool changes, or if it gets a secret for
 * the first time, it becomes a new client. CloudFormation replaces it too, since the service can change neither.
 */
export function storeClient(
  effects: Effects,
  pool: UserPool,
  settings: ClientSettings,
  { GenerateSecret = false, ClientSecret }: Pick<CreateUserPoolClientInput, 'GenerateSecret' | 'ClientSecret'>,
  key: string | null,
): UserPoolClient {
  const { pools, world, transaction } = effects;
  if (GenerateSecret && ClientSecret !== undefined) {
    throw invalidParameter('ClientSecret cannot be specified when GenerateSecret is true.');
  }
  checkReferences(effects, pool, settings, 'creating');
  const hasSecret = GenerateSecret || ClientSecret !== undefined;
  const now = world.now();
  const existingId = key === null ? undefined : pools.clientIdOf(key);
  const before = existingId === undefined ? undefined : pools.client(existingId);
  const existing = before?.poolId === pool.id && before.secrets.length > 0 === hasSecret ? before : undefined;
  const client: UserPoolClient = {
    id: existing?.id ?? randomString(world, lowercaseAlphanumerics, 26),
    poolId: pool.id,
    settings,
    secrets: existing?.secrets ?? [],
    ssoSessionMinutes: existing?.ssoSessionMinutes ?? defaultSsoSessionMinutes,
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  return transaction(() => {
    if (before && !existing) pools.deleteClient(before.id);
    pools.putClient(client, key);
    return hasSecret && !existing ? { ...client, secrets: [storeSecret(effects, client, ClientSecret)] } : client;
  });
}

/** Replaces the settings of a client. */
export function updateClient(effects: Effects, pool: UserPool, client: UserPoolClient, settings: ClientSettings): UserPoolClient {
  checkReferences(effects, pool, settings, 'updating');
  const updated = { ...client, settings, modifiedAt: effects.world.now() };
  effects.pools.putClient(updated, null);
  return updated;
}

/**
 * Throws InvalidParameterException for unknown attributes and providers, and for a client that may not write a required
 * attribute; ScopeDoesNotExistException for a scope of no resource server.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.attributes
 * @see docs/aws-behaviour/cognito-settings.md#cognito.client.scopes
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.client-providers
 */
function checkReferences(
  effects: Effects,
  { id, settings: { SchemaAttributes } }: UserPool,
  { ReadAttributes, WriteAttributes, AllowedOAuthScopes = [], SupportedIdentityProviders = [] }: ClientSettings,
  deed: 'creating' | 'updating',
): void {
  const names = new Set(SchemaAttributes.map(({ Name }) => Name));
  const required = SchemaAttributes.filter(({ Name, Required }) => Required && Name !== 'sub').map(({ Name }) => Name);
  const writable = (name: string) => names.has(name) && !name.endsWith('_verified') && name !== 'sub';
  if (WriteAttributes && !(WriteAttributes.every(writable) && required.every((name) => WriteAttributes.includes(name)))) {
    throw invalidParameter(`Invalid write attributes specified while ${deed} a client`);
  }
  if (ReadAttributes && !ReadAttributes.every((name) => names.has(name))) {
    throw invalidParameter(`Invalid read attributes specified while ${deed} a client`);
  }
  const foreign = SupportedIdentityProviders.find((name) => name !== 'COGNITO' && !effects.identityProviders.find(id, name));
  if (foreign !== undefined) throw invalidParameter(`The provider ${foreign} does not exist for User Pool ${id}.`);
  const unknown = AllowedOAuthScopes.find((scope) => !scopesOfUsers.includes(scope) && !hasScope(effects, id, scope));
  if (unknown !== undefined) throw new CognitoError('ScopeDoesNotExistException', `Invalid scope requested: ${unknown}`);
}
