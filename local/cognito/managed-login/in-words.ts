import type { CognitoError, CognitoErrorName } from '../wire/errors.ts';

const texts: ReadonlyMap<CognitoErrorName, string> = new Map([
  ['CodeMismatchException', 'This code is not right.'],
  ['EnableSoftwareTokenMFAException', 'This code is not right.'],
  ['ExpiredCodeException', 'This code has expired, or was used already.'],
  ['LimitExceededException', 'Too many tries. Try again later.'],
  ['TooManyRequestsException', 'Too many tries. Try again later.'],
  ['TooManyFailedAttemptsException', 'Too many tries. Try again later.'],
]);

/** What the pages say of a refusal. Others are told in Cognito's own words, which for triggers are the developer's. */
export function inWords({ name, message }: CognitoError): string {
  return texts.get(name) ?? message;
}
