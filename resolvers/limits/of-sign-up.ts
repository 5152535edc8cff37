import type { SignUpField } from '../call/fields.ts';
import type { CheckCaptcha } from '../captcha/captcha.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';
import { type Guard, type Guards, letGo } from './guarded.ts';
import type { MessageLimits } from './messages.ts';

export interface SignUpGuardOptions {
  /** Null where the stage has no limits. */
  readonly messages: MessageLimits | null;
  /** Null where the stage has no captcha. */
  readonly captcha: CheckCaptcha | null;
}

/** What stands before `signUp`. */
export function signUpGuards({ messages, captcha }: SignUpGuardOptions): Guards<SignUpField> {
  return {
    signUp: [...(captcha === null ? [] : [captchaBefore(captcha)]), ...(messages === null ? [] : [messageBefore(messages)])],
  };
}

function captchaBefore(captcha: CheckCaptcha): Guard<'signUp'> {
  return async ({ args, request }) => {
    await captcha(args.input.captchaToken, request);
    return letGo;
  };
}

/**
 * For every form, even if no message is sent: each account that is created can later request messages to its address.
 * If there is neither an e-mail address nor a phone number, the user name is one.
 */
function messageBefore(messages: MessageLimits): Guard<'signUp'> {
  return async ({ args: { input }, request }) => {
    const addresses = [input.email, input.phoneNumber].filter(isGiven);
    const takeBack = await messages.count(addresses.length > 0 ? addresses : [input.username], request);
    return async (ending) => {
      if ('code' in ending && nothingMade.has(ending.code)) await takeBack();
    };
  };
}

/**
 * Refusals after which no user was created. They do not count, so that users can try until a password is accepted. This
 * reveals nothing, since the caller learns of each refusal anyway.
 */
const nothingMade: ReadonlySet<AuthErrorCode> = new Set(['INVALID_INPUT', 'PASSWORD_POLICY', 'NOT_ENABLED', 'USERNAME_EXISTS']);
