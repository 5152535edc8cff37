import { alphanumerics, lowercaseAlphanumerics, randomString } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { ClientSettings } from '../settings/client.ts';
import type { PoolSettings } from '../settings/pool.ts';
import { type UserPool, type UserPoolClient, untracked } from '../store/pool-store.ts';
import { invalidParameter, notImplemented } from '../wire/errors.ts';
import { refuseImmutable } from './living-pool.ts';

type Effects = Pick<Services, 'pools' | 'world' | 'region' | 'generateDataKey'>;

/** Throws NotImplementedException for settings that need a service which this user pool does not have. */
export function refuseUnsupported({ generateDataKey }: Pick<Services, 'generateDataKey'>, { LambdaConfig }: PoolSettings): void {
  const sender = LambdaConfig?.CustomEmailSender ?? LambdaConfig?.CustomSMSSender;
  if (sender && !generateDataKey) throw notImplemented('A custom sender without KMS');
}

/** The stack's name for a resource, without the name of the stack. */
export function logicalIdOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/**
 * Stores a pool. If the key was stored before, its pool is kept and its settings are updated. Throws LivingPoolError.
 */
export function storePool(
  { pools, world, region, generateDataKey }: Effects,
  settings: PoolSettings,
  key: string | null,
): UserPool {
  refuseUnsupported({ generateDataKey }, settings);
  const now = world.now();
  const existing = key === null ? undefined : existingPool(pools, settings, key);
  if (existing && key !== null && pools.hasUsers(existing.id)) refuseImmutable(existing, settings, logicalIdOf(key));
  const pool: UserPool = {
    id: existing?.id ?? `${region}_${randomString(world, alphanumerics, 9)}`,
    settings,
    secret: existing?.secret ?? world.randomBytes(32).toString('base64'),
    sessionTracking: untracked,
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  pools.putPool(pool, key);
  // A template sets it with a separate resource, or not at all.
  pools.putSessionTracking(pool.id, pool.sessionTracking);
  return pool;
}

/**
 * The pool that was stored with this key. Older keys were only logical ids, which are the same in every stage. Such a
 * pool goes to the first stack that asks for it, unless its tags say that it belongs to another stage.
 */
function existingPool(pools: Effects['pools'], { UserPoolTags: tags = {} }: PoolSettings, key: string): UserPool | undefined {
  const id = pools.poolIdOf(key);
  if (id !== undefined) return pools.pool(id);
  const bareId = pools.poolIdOf(logicalIdOf(key));
  const bare = bareId === undefined ? undefined : pools.pool(bareId);
  const isOther = Object.entries(bare?.settings.UserPoolTags ?? {}).some(([tag, value]) => tag in tags && tags[tag] !== value);
  if (bare === undefined || isOther) return undefined;
  pools.prefixLogicalIds(bare.id, key.slice(0, key.lastIndexOf('/') + 1));
  return bare;
}

/**
 * Stores a client like `storePool` stores a pool, and keeps its secret. If its pool changes, or if it gets a secret for
 * the first time, it becomes a new client. CloudFormation replaces it too, since the service can change neither.
 */
export function storeClient(
  { pools, world }: Effects,
  pool: UserPool,
  settings: ClientSettings,
  generateSecret: boolean,
  key: string | null,
): UserPoolClient {
  checkAttributeLists(pool, settings);
  const now = world.now();
  const existingId = key === null ? undefined : pools.clientIdOf(key);
  const before = existingId === undefined ? undefined : pools.client(existingId);
  const existing = before?.poolId === pool.id && (before.secret !== null) === generateSecret ? before : undefined;
  if (before && !existing) pools.deleteClient(before.id);
  const client: UserPoolClient = {
    id: existing?.id ?? randomString(world, lowercaseAlphanumerics, 26),
    poolId: pool.id,
    settings,
    secret: existing ? existing.secret : generateSecret ? randomString(world, lowercaseAlphanumerics, 51) : null,
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  pools.putClient(client, key);
  return client;
}

/**
 * Throws InvalidParameterException for unknown attributes, and for a client that may not write a required attribute.
 */
function checkAttributeLists(
  { settings: { SchemaAttributes } }: UserPool,
  { ReadAttributes, WriteAttributes }: ClientSettings,
): void {
  const names = new Set(SchemaAttributes.map(({ Name }) => Name));
  const required = SchemaAttributes.filter(({ Name, Required }) => Required && Name !== 'sub').map(({ Name }) => Name);
  const writable = (name: string) => names.has(name) && !name.endsWith('_verified') && name !== 'sub';
  if (WriteAttributes && !(WriteAttributes.every(writable) && required.every((name) => WriteAttributes.includes(name)))) {
    throw invalidParameter('Invalid write attributes specified while creating a client');
  }
  if (ReadAttributes && !ReadAttributes.every((name) => names.has(name))) {
    throw invalidParameter('Invalid read attributes specified while creating a client');
  }
}
