import type { PasswordPolicy } from '../generated/schema.ts';
import { boolean, integer, orNull, type Reader, record, string } from '../input/reader.ts';

type Policy = Omit<PasswordPolicy, '__typename' | 'historySize' | 'temporaryPasswordValidityDays'>;

/** The rules for a new password: the JSON in `PASSWORD_RULES`. */
export interface PasswordRules extends Policy {
  /** Whether to refuse the user's name or address, and well-known words with digits around them. */
  readonly refuseGuessable: boolean;
  /** Where leaked passwords are looked up; null if they are not. */
  readonly breaches: BreachList | null;
}

export interface BreachList {
  /** The URL of the range API, to which the first five digits of a hash are appended. */
  readonly url: string;
  readonly timeoutMs: number;
}

export const passwordRules: Reader<PasswordRules> = record<PasswordRules>({
  minimumLength: integer,
  requireUppercase: boolean,
  requireLowercase: boolean,
  requireNumbers: boolean,
  requireSymbols: boolean,
  refuseGuessable: boolean,
  breaches: orNull(record<BreachList>({ url: string, timeoutMs: integer })),
});
