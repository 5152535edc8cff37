import { AuthError } from '../errors/auth-error.ts';
import { bounded } from './input.ts';

/**
 * Checks a password that is about to be set, by any operation. It only checks what Cognito reports as a regular
 * expression or does not check in the answer to a challenge (UNCONFIRMED): white space and the minimum length. Signing
 * in does not check any of this.
 *
 * Cognito treats a space as a symbol if it is "non-leading, non-trailing"
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html). Other white space is refused
 * too, since nobody sees it and not every keyboard has it.
 * @throws AuthError `PASSWORD_POLICY`; `INVALID_INPUT` for one that is empty or too long.
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.white-space
 * @see docs/aws-behaviour/cognito-users.md#cognito.passwords.challenge-unchecked
 */
export function newPassword(
  input: 'password' | 'temporaryPassword' | 'newPassword',
  value: string,
  minimumLength: number,
): string {
  const password = bounded(input, value);
  if (password.trim() !== password) throw broken(input, 'A password must not begin or end with a space or other white space.');
  if (/[^\S ]/.test(password))
    throw broken(input, 'A password may contain spaces, but no tabs, line breaks or other white space.');
  // In UTF-16 units; any other count would give a smaller number.
  if (password.length < minimumLength)
    throw broken(input, `This password is not long enough: it must have at least ${minimumLength} characters.`);
  return password;
}

function broken(field: string, message: string): AuthError {
  return new AuthError('PASSWORD_POLICY', message, { field });
}
