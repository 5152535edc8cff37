import { alphanumerics, randomString } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { SchemaAttribute } from '../settings/schema-attributes.ts';
import { type UserPool, untracked } from '../store/pool-store.ts';
import { notImplemented } from '../wire/errors.ts';
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
export function storePool({ pools, world, region, generateDataKey }: Effects, given: PoolSettings, key: string | null): UserPool {
  refuseUnsupported({ generateDataKey }, given);
  const now = world.now();
  const existing = key === null ? undefined : existingPool(pools, given, key);
  const settings = { ...given, SchemaAttributes: withAdded(given.SchemaAttributes, existing) };
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

/** The template's attributes, and those that AddCustomAttributes has added since. No attribute can ever be removed. */
function withAdded(attributes: readonly SchemaAttribute[], existing: UserPool | undefined): SchemaAttribute[] {
  const names = new Set(attributes.map(({ Name }) => Name));
  const added = existing?.settings.SchemaAttributes.filter(({ Name, isAdded }) => isAdded && !names.has(Name)) ?? [];
  return [...attributes, ...added];
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
