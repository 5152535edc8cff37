import type { ChallengeName } from '../../generated/sign-in.ts';
import type { Config } from '../../site/settings-context.ts';
import { either } from './name-fields.ts';

export type Passwordless = 'WEB_AUTHN' | 'EMAIL_OTP' | 'SMS_OTP';

/** The names of each way: on the button of the first page, in a list, and within a sentence. */
export const passwordlessNames: {
  readonly [P in Passwordless]: { readonly offer: string; readonly name: string; readonly a: string };
} = {
  WEB_AUTHN: { offer: 'Use a passkey', name: 'Passkey', a: 'a passkey' },
  EMAIL_OTP: { offer: 'E-mail a code', name: 'Code by e-mail', a: 'a code by e-mail' },
  SMS_OTP: { offer: 'Text a code', name: 'Code by text message', a: 'a code by text message' },
};

/**
 * The ways to sign in without a password. Cognito asks for no second step after a code by e-mail or text message, so it
 * accepts such a code only from users who have no second step. The same applies to passkeys, unless a passkey counts as
 * both steps (`WebAuthnFactorConfiguration`); `infra/constructs/users/user-pool.ts` sets that if MFA is required.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * @param hasSecondStep Whether the user has switched one on. The page cannot know that before the sign-in.
 */
export function passwordlessWays(
  { flows, firstFactors, mfaMode }: Pick<Config, 'flows' | 'firstFactors' | 'mfaMode'>,
  hasSecondStep = false,
): readonly Passwordless[] {
  if (!flows.includes('USER_AUTH')) return [];
  const ways = firstFactors.filter(isPasswordless);
  if (mfaMode === 'ON') return ways.filter((way) => way === 'WEB_AUTHN');
  return hasSecondStep ? [] : ways;
}

/** `a passkey or a code by e-mail`; empty for none. */
export function inWords(ways: readonly Passwordless[]): string {
  return either(ways.map((way) => passwordlessNames[way].a));
}

export function isPasswordless(name: ChallengeName): name is Passwordless {
  return Object.hasOwn(passwordlessNames, name);
}
