import { AuthError } from '../errors/auth-error.ts';
import { newPassword } from '../input/new-password.ts';
import type { Breaches } from './breaches.ts';
import { isGuessable } from './guessable.ts';
import type { PasswordRules } from './rules.ts';

type PasswordInput = Parameters<typeof newPassword>[0];

/** Checks passwords that are about to be set. */
export interface Passwords {
  /** The user pool's minimum length. */
  readonly minimumLength: number;
  /** Whether a password is refused that is a name or an address of its user. Otherwise nobody needs to look them up. */
  readonly refusesNames: boolean;
  /**
   * Returns the password if this API accepts it. Cognito checks the kinds of characters that the policy requires.
   * @param owner The names and addresses of the user, as far as they are known here.
   * @throws AuthError `PASSWORD_POLICY`; `INVALID_INPUT` for one that is empty or too long.
   */
  check(input: PasswordInput, value: string, owner: readonly (string | null | undefined)[]): Promise<string>;
  /** Like `check`, for a password that Cognito only sees after something irreversible was done. */
  checkFully: Passwords['check'];
}

export function createPasswords(rules: PasswordRules, breaches: Breaches | null): Passwords {
  const check: Passwords['check'] = async (input, value, owner) => {
    const password = newPassword(input, value, rules.minimumLength);
    if (rules.refuseGuessable && isGuessable(password, owner)) {
      throw refused(input, 'This password is easy to guess: it is a well-known one, or your name or address.');
    }
    if (breaches !== null && (await breaches.has(password))) {
      throw refused(input, 'This password is known from a data breach. Choose another one.');
    }
    return password;
  };
  return {
    minimumLength: rules.minimumLength,
    refusesNames: rules.refuseGuessable,
    check,
    checkFully: async (input, value, owner) => {
      const missing = kinds.find(({ rule, pattern }) => rules[rule] && !pattern.test(value));
      // Length and white space are checked first, as in Cognito.
      newPassword(input, value, rules.minimumLength);
      if (missing) throw refused(input, `Password must have ${missing.characters} characters.`);
      return check(input, value, owner);
    },
  };
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html */
const kinds = [
  { rule: 'requireUppercase', pattern: /[A-Z]/, characters: 'uppercase' },
  { rule: 'requireLowercase', pattern: /[a-z]/, characters: 'lowercase' },
  { rule: 'requireNumbers', pattern: /\d/, characters: 'numeric' },
  { rule: 'requireSymbols', pattern: /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, characters: 'symbol' },
] as const;

function refused(field: string, message: string): AuthError {
  return new AuthError('PASSWORD_POLICY', message, { field });
}
