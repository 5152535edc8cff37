import type { Field } from '../../../resolvers/call/operation.ts';
import { accountTexts } from './texts/account.ts';
import { signInTexts } from './texts/sign-in.ts';
import { signUpTexts } from './texts/sign-up.ts';

/** A text of Cognito, and what the API makes of it. */
export type CognitoText = readonly [field: Field, exception: string, text: string, code: string, input: string | null];

/** Texts that were measured, or that many clients match. */
export const texts: readonly CognitoText[] = [...signInTexts, ...signUpTexts, ...accountTexts];
