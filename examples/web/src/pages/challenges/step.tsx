import { useContext } from 'react';
import type { Challenge, ChallengeOf } from '../../auth/sign-in.ts';
import type { UseSignIn } from '../../auth/use-sign-in.ts';
import type { Asked } from '../../auth/walk.ts';
import { useSettings } from '../../site/settings-context.ts';
import { FrameContext } from '../../ui/screen.tsx';

export interface StepProps<Name extends Challenge['__typename'] = Asked['__typename']> {
  readonly challenge: ChallengeOf<Name>;
  /** The name that the user typed, which may differ from that of the challenge. */
  readonly username: string;
  readonly signIn: UseSignIn;
}

/** A link for users who have lost their second step. */
export function LostSecondStep() {
  const { config } = useSettings();
  // A user who confirms their identity in the dialog is already signed in.
  const isInDialog = useContext(FrameContext) !== null;
  if (isInDialog) return null;
  if (!config.recoveryCodes) {
    return <p className="hint">Lost your phone? Ask the people who run this site to switch the second step off.</p>;
  }
  return (
    <p className="foot">
      Lost your phone? <a href="#/recover">Use a recovery code</a>
    </p>
  );
}

/** Goes back to the start and keeps the name. The unfinished sign-in expires at the API. */
export function StartOver({ signIn }: { signIn: UseSignIn }) {
  return (
    <p className="foot">
      <button type="button" className="link" onClick={() => signIn.restart()}>
        Sign in another way
      </button>
    </p>
  );
}
