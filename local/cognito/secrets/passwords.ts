import { timingSafeEqual } from 'node:crypto';
import type { World } from '../../world/world.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import type { Verifier } from '../store/verifier.ts';
import { imaginaryPassword, isImaginary } from '../users/imaginary-user.ts';
import { CognitoError, incorrectCredentials } from '../wire/errors.ts';
import { countFailure, forgetFailures, refuseWhileLocked } from './attempts.ts';
import { isHashOf } from './hashes/imported-hash.ts';
import { checkPassword } from './password-policy.ts';
import { privateKey, verifierOf } from './srp.ts';

/**
 * The only form in which a password is stored. One value serves the plain-password flows and SRP. Whoever reads it
 * still has to guess the password.
 */
export function newVerifier(world: World, pool: UserPool, username: string, password: string): Verifier {
  const salt = world.randomBytes(16);
  return { salt, verifier: verifierOf(privateKey(poolName(pool), username, password, salt)) };
}

/**
 * The verifier of a password that replaces another. Throws InvalidPasswordException if it breaks the pool's policy, and
 * PasswordHistoryPolicyViolationException, with a text of our own, for one of the user's last passwords.
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.history-text
 */
export function newPassword({ world, pastPasswords }: Services, pool: UserPool, user: User, password: string): Verifier {
  const { PasswordPolicy } = pool.settings.Policies;
  checkPassword(PasswordPolicy, password, 'does not conform to');
  const past = pastPasswords.last(user.id, PasswordPolicy.PasswordHistorySize ?? 0);
  if (past.some((verifier) => isPasswordOf(pool, user, verifier, password))) {
    throw new CognitoError('PasswordHistoryPolicyViolationException', 'Password has previously been used.');
  }
  return newVerifier(world, pool, user.username, password);
}

export function hasPassword({ password, importedHash }: User): boolean {
  return password !== null || importedHash !== null;
}

/**
 * What SRP's proofs of a password are checked against. It also exists for a user without a password, and for one with
 * an imported hash, which no proof can be checked against.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.hash-sign-in
 */
export function verifierFor(pool: UserPool, user: User): Verifier {
  return user.password ?? imaginaryPassword(pool, user.username);
}

/**
 * Recomputes the verifier each time, also for an unknown user, so that the answer takes equally long. Only an imported
 * hash takes as long as its own algorithm.
 */
export function passwordMatches(pool: UserPool, user: User, password: string): boolean {
  if (user.importedHash !== null) return isHashOf(user.importedHash, password);
  return isPasswordOf(pool, user, verifierFor(pool, user), password);
}

function isPasswordOf(pool: UserPool, user: User, { salt, verifier }: Verifier, password: string): boolean {
  return timingSafeEqual(verifierOf(privateKey(poolName(pool), user.username, password, salt)), verifier);
}

/**
 * Throws unless `proof` returns true, with the same text whatever is wrong. Counts failures, and does the same work,
 * for existing and unknown users. Too many failures lock the user.
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

/**
 * SRP uses the part of the pool id after the Region.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.srp.arithmetic
 */
export function poolName({ id }: Pick<UserPool, 'id'>): string {
  return id.slice(id.indexOf('_') + 1);
}
