import type { Challenge, ChallengeOf } from '../../auth/sign-in.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import type { Asked } from '../../auth/walk.ts';

export interface StepProps<Name extends Challenge['__typename'] = Asked['__typename']> {
  readonly challenge: ChallengeOf<Name>;
  /** What the user typed; the challenge's own name may be another. */
  readonly username: string;
  readonly signIn: UseSignIn;
}

/** The way back keeps the name; the half-done sign-in simply expires. */
export function StartOver({ signIn }: { signIn: UseSignIn }) {
  return (
    <p className="foot">
      <button type="button" className="link" onClick={() => signIn.restart()}>
        Sign in another way
      </button>
    </p>
  );
}
