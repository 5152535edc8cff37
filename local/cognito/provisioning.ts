import { alphanumerics, lowercaseAlphanumerics, randomString } from './random.ts';
import type { Services } from './services.ts';
import type { ClientSettings } from './settings/client.ts';
import type { PoolSettings } from './settings/pool.ts';
import type { UserPool, UserPoolClient } from './store/pools.ts';

type Effects = Pick<Services, 'pools' | 'world' | 'region'>;

/** Stores a pool. A logical id that was stored before keeps its pool, whose settings are brought up to date. */
export function storePool({ pools, world, region }: Effects, settings: PoolSettings, logicalId: string | null): UserPool {
  const now = world.now();
  const existingId = logicalId === null ? undefined : pools.poolIdOf(logicalId);
  const existing = existingId === undefined ? undefined : pools.pool(existingId);
  const pool: UserPool = {
    id: existing?.id ?? `${region}_${randomString(world, alphanumerics, 9)}`,
    settings,
    secret: existing?.secret ?? world.randomBytes(32).toString('base64'),
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  pools.putPool(pool, logicalId);
  return pool;
}

/** Stores a client, as `storePool` a pool. A secret, once made, stays: CloudFormation would make a new client to change it. */
export function storeClient(
  { pools, world }: Effects,
  settings: ClientSettings,
  generateSecret: boolean,
  logicalId: string | null,
): UserPoolClient {
  const now = world.now();
  const existingId = logicalId === null ? undefined : pools.clientIdOf(logicalId);
  const existing = existingId === undefined ? undefined : pools.client(existingId);
  const client: UserPoolClient = {
    id: existing?.id ?? randomString(world, lowercaseAlphanumerics, 26),
    poolId: settings.UserPoolId,
    settings,
    secret: existing ? existing.secret : generateSecret ? randomString(world, lowercaseAlphanumerics, 51) : null,
    createdAt: existing?.createdAt ?? now,
    modifiedAt: now,
  };
  pools.putClient(client, logicalId);
  return client;
}
