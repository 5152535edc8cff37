import type { Services } from '../services.ts';
import { checkTags } from '../settings/tags.ts';
import type { UserPool } from '../store/pool-store.ts';
import { resourceNotFound } from '../wire/errors.ts';
import { poolArn } from './pool-output.ts';

type Effects = Pick<Services, 'pools' | 'region' | 'accountId'>;

/** Throws ResourceNotFoundException for anything but a pool of this account and Region. */
export function poolWithArn(effects: Effects, arn: string): UserPool {
  const pool = effects.pools.pool(arn.slice(arn.lastIndexOf('/') + 1));
  if (!pool || poolArn(effects, pool) !== arn) throw resourceNotFound(`Resource ${arn} does not exist.`);
  return pool;
}

/** Replaces all tags of a pool. Throws InvalidParameterException. */
export function putTags({ pools }: Effects, pool: UserPool, tags: Readonly<Record<string, string>>): void {
  checkTags(tags);
  pools.putPool({ ...pool, settings: { ...pool.settings, UserPoolTags: tags } }, null);
}
