import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';

/** Revoked by itself, or by a global sign-out since. */
export function isRevoked(signIn: SignIn, user: User): boolean {
  return signIn.revoked || signIn.generation < user.generation;
}
