/**
 * 1: a password; 2: a code by SMS or e-mail; 3: a passkey, or a password and such a code; 4: a password and TOTP.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.levels
 */
export function assurance(amr: readonly string[]): number {
  const has = (method: string) => amr.includes(method);
  const byMessage = has('sms') || has('email_otp');
  if (has('pwd') && has('otp')) return 4;
  if (has('swk') || has('hwk') || (has('pwd') && byMessage)) return 3;
  return byMessage ? 2 : 1;
}
