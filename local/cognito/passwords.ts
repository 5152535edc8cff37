import { timingSafeEqual } from 'node:crypto';
import type { World } from '../world.ts';
import { countFailure, forgetFailures, refuseWhileLocked } from './counters.ts';
import { incorrectCredentials } from './errors.ts';
import { imaginaryPassword, isImaginary } from './imaginary-user.ts';
import type { Services } from './services.ts';
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

/** What proofs of a user's password are checked against; for one who has no password too. */
export function verifierFor(pool: UserPool, user: User): Verifier {
  return user.password ?? imaginaryPassword(pool, user.username);
}

/** Recomputes the verifier each time, also for a user who is not there: the answer takes as long and says as little. */
export function passwordMatches(pool: UserPool, user: User, password: string): boolean {
  const { salt, verifier } = verifierFor(pool, user);
  return timingSafeEqual(verifierOf(privateKey(poolName(pool), user.username, password, salt)), verifier);
}

/**
 * Throws unless `proof` holds, in one text for whatever is wrong. Failures are counted, and the work done, alike for users who exist and
 * who do not; too many lock the user out.
 */
export function prove(services: Pick<Services, 'counters' | 'world'>, user: User, proof: () => boolean): void {
  const { poolId, sub } = user;
  refuseWhileLocked(services, poolId, sub, 'SignInFailure');
  const holds = proof();
  if (!holds || isImaginary(user)) {
    countFailure(services, poolId, sub, 'SignInFailure');
    throw incorrectCredentials();
  }
  forgetFailures(services, poolId, sub, 'SignInFailure');
}

/** SRP mixes in the part of the pool id after the region. */
export function poolName({ id }: Pick<UserPool, 'id'>): string {
  return id.slice(id.indexOf('_') + 1);
}
