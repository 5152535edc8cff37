import type { SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';

/** Whether it was revoked itself, or by a later global sign-out. */
export function isRevoked(signIn: SignIn, user: User): boolean {
  return signIn.revoked || signIn.generation < user.generation;
}
