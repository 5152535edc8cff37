import type { UserField } from '../call/fields.ts';
import type { CheckCaptcha } from '../captcha/captcha.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';
import { sessionOfCognito } from '../sign-in/sealed-name.ts';
import type { AttemptLimits } from './attempts.ts';
import { type Ending, type Guard, type Guards, letGo } from './guarded.ts';
import type { MessageLimits } from './messages.ts';
import { beginsWithMessage, mayLeadToMessage, messageTo, type StepInput } from './step-messages.ts';

export interface UserGuardOptions {
  /** Null where the stage has no limits. */
  readonly messages: MessageLimits | null;
  /** Null where the stage has no limits. */
  readonly attempts: AttemptLimits | null;
  /** Null where the stage has no captcha. */
  readonly captcha: CheckCaptcha | null;
  /** Whether a right password may be followed by a code in a message. */
  readonly sendsSecondFactors: boolean;
}

type Step = 'login' | 'respondToChallenge';
type Send = 'forgotPassword' | 'resendConfirmationCode';

/**
 * What stands before the operations of `user.lambda.ts`. The captcha comes first, so that a program without a solved
 * captcha does not use up the limits of its victim.
 */
export function userGuards({ messages, attempts, captcha, sendsSecondFactors }: UserGuardOptions): Guards<UserField> {
  const send: readonly Guard<Send>[] = [
    ...(captcha === null ? [] : [captchaBefore<Send>(captcha, () => true)]),
    ...(messages === null ? [] : [messageBefore(messages)]),
  ];
  const step: readonly Guard<Step>[] = [
    ...(captcha === null ? [] : [captchaBefore<Step>(captcha, beginsWithMessage)]),
    ...(attempts === null ? [] : [attemptBefore(attempts)]),
    ...(messages === null ? [] : [messageOfStep(messages, sendsSecondFactors)]),
  ];
  return { forgotPassword: send, resendConfirmationCode: send, login: step, respondToChallenge: step };
}

function captchaBefore<F extends Send | Step>(captcha: CheckCaptcha, isWanted: (input: StepInput) => boolean): Guard<F> {
  return async ({ args: { input }, request }) => {
    if (isWanted(input)) await captcha(input.captchaToken, request);
    return letGo;
  };
}

function messageBefore(messages: MessageLimits): Guard<Send> {
  return async ({ args, request }) => {
    await messages.count([args.input.username], request);
    // Never undone: whether a message was sent would reveal who has an account.
    return letGo;
  };
}

function messageOfStep(messages: MessageLimits, sendsSecondFactors: boolean): Guard<Step> {
  return async ({ args, request }) => {
    const input: StepInput = args.input;
    const to = messageTo(input);
    if (to.length > 0) {
      await messages.count(to, request);
      return letGo;
    }
    if (!sendsSecondFactors || !mayLeadToMessage(input)) return letGo;
    const takeBack = await messages.countSecondFactor(input.username);
    return async (ending) => {
      if (!wasSent(ending)) await takeBack();
    };
  };
}

function attemptBefore(attempts: AttemptLimits): Guard<Step> {
  return async ({ args, request }) => {
    const input: StepInput = args.input;
    if (isGiven(input.code) && isGiven(input.session)) await attempts.countCode(sessionOfCognito(input.session));
    if (!isGiven(input.password) && !isGiven(input.passwordClaim)) return letGo;
    const takeBack = await attempts.countPassword(input.username, request);
    return async (ending) => {
      if (!('code' in ending && wrong.has(ending.code))) await takeBack();
    };
  };
}

/** Cognito's answers to a wrong password, and to any password of a locked user. */
const wrong: ReadonlySet<AuthErrorCode> = new Set(['INVALID_CREDENTIALS', 'TOO_MANY_ATTEMPTS']);

function wasSent(ending: Ending<Step>): boolean {
  return 'data' in ending && /^(EmailOtp|SmsOtp|SmsMfa)Challenge$/.test(ending.data.__typename);
}
