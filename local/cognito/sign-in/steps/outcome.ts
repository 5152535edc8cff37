import type { Services } from '../../services.ts';
import type { MfaType } from '../../settings/mfa-types.ts';
import type { User } from '../../store/users/user-store.ts';
import type { CognitoError } from '../../wire/errors.ts';
import type { Answers, Carried, ClaimedDevice, Situation, Step, StepAt } from './step.ts';

/** A challenge to be asked. */
export interface Ask {
  readonly step: Step;
  /** Its parameters contain everything that an answer needs, so there is no session. */
  readonly sessionless?: true;
  /** Sends what the challenge asks for, in the transaction that stores the step. */
  readonly tell?: () => void;
}

/** The challenges that USER_AUTH can begin with. */
export type FirstFactor = 'PASSWORD_SRP' | 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** What the pool's MFA asks of a user who has proven one factor. */
export type SecondFactor =
  | { readonly ask: MfaType }
  | { readonly choose: readonly MfaType[] }
  | { readonly setUp: readonly MfaType[] };

/** What is still asked of a user who has proven something. */
export type Demand =
  | { readonly at: 'NEW_PASSWORD_REQUIRED' }
  | { readonly at: 'DEVICE_SRP_AUTH'; readonly device: ClaimedDevice }
  | SecondFactor;

/** How an answer changes what is stored. */
export interface Effect {
  readonly change?: Partial<User>;
  /**
   * Stores what else the answer contained, in the transaction that consumes the session. If it throws, all is undone.
   */
  readonly record?: () => void;
}

/**
 * The answer is accepted. Either a certain challenge follows, or the gates decide. `refused` consumes the session,
 * unlike a wrong answer, for which a rule throws.
 */
export type Settled = { readonly refused: CognitoError } | (({ readonly ask: Ask } | { readonly proven: Carried }) & Effect);

/**
 * What an answer leads to. The rule of a challenge does not begin another factor itself. It names the chosen first
 * factor and what was sent for it, or a further demand; next.ts begins it.
 */
export type Outcome =
  | Settled
  | { readonly chosen: FirstFactor; readonly inputs: Answers }
  | { readonly demanded: Demand; readonly carried: Carried };

/** How one challenge is shown and answered. */
export interface Rule<At extends Step['at']> {
  /** The ChallengeParameters. */
  show(step: StepAt<At>, situation: Situation): Record<string, string>;
  /** Throws for a wrong answer; the session then stays valid for another answer. */
  answer(step: StepAt<At>, answers: Answers, situation: Situation, services: Services): Outcome | Promise<Outcome>;
}
