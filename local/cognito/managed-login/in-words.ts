import type { CognitoError, CognitoErrorName } from '../wire/errors.ts';

const texts: ReadonlyMap<CognitoErrorName, string> = new Map([
  ['CodeMismatchException', 'This code is not right.'],
  ['EnableSoftwareTokenMFAException', 'This code is not right.'],
  ['ExpiredCodeException', 'This code has expired, or was used already.'],
  ['LimitExceededException', 'Too many tries. Try again later.'],
  ['TooManyRequestsException', 'Too many tries. Try again later.'],
  ['TooManyFailedAttemptsException', 'Too many tries. Try again later.'],
]);

const fields = new Map([
  ['password', 'password'],
  ['proposedPassword', 'password'],
  ['username', 'user name'],
  ['confirmationCode', 'code'],
]);

/** What the pages say of a refusal. Others are told in Cognito's own words, which for triggers are the developer's. */
export function inWords({ name, message }: CognitoError): string {
  // Of the request that these pages make of a form, which its user never sees. From the beginning of the text, since the
  // value in it may repeat it many times.
  const [, member = ''] = /^\d+ validation errors? detected: Value (?:'.*' )?at '(\w+)'/s.exec(message) ?? [];
  const field = fields.get(member);
  if (field !== undefined) return `This ${field} is too short, too long, or has characters that are not allowed.`;
  return texts.get(name) ?? message;
}
