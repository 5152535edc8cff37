import type { PasswordPolicy } from '../generated/schema.ts';
import { boolean, integer, orNull, type Reader, record, string } from '../input/reader.ts';

type Policy = Omit<PasswordPolicy, '__typename' | 'historySize' | 'temporaryPasswordValidityDays'>;

/** What a new password is held to: the JSON in `PASSWORD_RULES`. */
export interface PasswordRules extends Policy {
  /** Whether a password may be neither the user's name or address nor a well-known word with digits around it. */
  readonly refuseGuessable: boolean;
  /** Where leaked passwords are looked up. Null for nowhere. */
  readonly breaches: BreachList | null;
}

export interface BreachList {
  /** The address of the range API, to which the first five digits of a hash are appended. */
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
