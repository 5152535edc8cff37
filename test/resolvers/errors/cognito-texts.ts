import { accountTexts } from './texts/account.ts';
import type { CognitoText } from './texts/cognito-text.ts';
import { signInTexts } from './texts/sign-in.ts';
import { signUpTexts } from './texts/sign-up.ts';

/** Texts that were measured, or that many clients match. */
export const texts: readonly CognitoText[] = [...signInTexts, ...signUpTexts, ...accountTexts];
