import type { UseSignIn } from '../auth/use-sign-in.ts';

/** What the pages before the sign-in share. */
export interface PersonProps {
  readonly signIn: UseSignIn;
  readonly username: string;
  readonly setUsername: (username: string) => void;
}
