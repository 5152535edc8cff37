import { createHmac, timingSafeEqual } from 'node:crypto';
import type { World } from '../world.ts';
import { privateKey, type Verifier, verifierOf } from './srp.ts';
import type { UserPool } from './store/pools.ts';
import type { User } from './store/users.ts';

/**
 * The only form in which a password is kept. One stored value serves the plain-password flows and SRP alike; whoever reads it still has
 * to guess the password.
 */
export function newVerifier(world: World, pool: UserPool, username: string, password: string): Verifier {
  const salt = world.randomBytes(16);
  return { salt, verifier: verifierOf(privateKey(poolName(pool), username, password, salt)) };
}

/** Recomputes the verifier each time, also for a user who is not there: the answer takes as long and says as little. */
export function passwordMatches(pool: UserPool, user: User | undefined, typedName: string, password: string): boolean {
  const stored = user?.password ?? { salt: fakeSalt(pool, typedName), verifier: nobody };
  const computed = verifierOf(privateKey(poolName(pool), user?.username ?? typedName, password, stored.salt));
  return timingSafeEqual(computed, stored.verifier);
}

/** The same for the same name at all times, as RFC 5054 §2.5.1.3 advises. */
function fakeSalt(pool: UserPool, name: string): Buffer {
  return createHmac('sha256', pool.secret).update(`salt ${name}`).digest().subarray(0, 16);
}

/** SRP mixes in the part of the pool id after the region. */
function poolName({ id }: Pick<UserPool, 'id'>): string {
  return id.slice(id.indexOf('_') + 1);
}

/** No power of g is 0, so no password has this verifier. */
const nobody = Buffer.alloc(384);
