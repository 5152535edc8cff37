import type * as model from '@aws-sdk/client-cognito-identity-provider';

/** Cognito's modelled exceptions, those of the protocol, and one that no AWS service has. */
export type CognitoErrorName =
  | Extract<keyof typeof model, `${string}Exception`>
  | 'MissingAuthenticationTokenException'
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'NotImplementedException';

/** A refusal with Cognito's exception name and text. */
export class CognitoError extends Error {
  override readonly name: CognitoErrorName;

  constructor(name: CognitoErrorName, message: string) {
    super(message);
    this.name = name;
  }
}

/**
 * Every modelled refusal has status 400, since awsJson ignores the model's `httpError` traits. 501 is our own, so that
 * a client never mistakes a gap in the emulator for an answer of Cognito.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.status
 */
export function statusOf(name: CognitoErrorName): number {
  return statuses.get(name) ?? 400;
}

const statuses = new Map<CognitoErrorName, number>([
  ['InternalErrorException', 500],
  ['NotImplementedException', 501],
]);

/** A feature of Cognito that this user pool does not have, refused by name. */
export function notImplemented(what: string): CognitoError {
  return new CognitoError('NotImplementedException', `${what} is not implemented by the embedded user pool.`);
}

export function invalidParameter(message: string): CognitoError {
  return new CognitoError('InvalidParameterException', message);
}

export function notAuthorized(message: string): CognitoError {
  return new CognitoError('NotAuthorizedException', message);
}

/**
 * One text for a wrong password, a wrong proof and, under PreventUserExistenceErrors, an unknown user.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.not-authorized
 */
export const incorrectCredentials = (): CognitoError => notAuthorized('Incorrect username or password.');

export const userDisabled = (): CognitoError => notAuthorized('User is disabled.');

export const invalidSession = (): CognitoError => notAuthorized('Invalid session for the user.');

export const codeMismatch = (): CognitoError =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');

/**
 * Also for a code that was already used, and for one that was never requested.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.texts.codes
 */
export const codeExpired = (): CognitoError =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

export const attemptLimitExceeded = (): CognitoError =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

export const userNotFound = (message = 'User does not exist.'): CognitoError =>
  new CognitoError('UserNotFoundException', message);

/** The text of self-service operations for an unknown user, if they may reveal that at all. */
export const userNotFoundForClient = (): CognitoError => userNotFound('Username/client id combination not found.');

export const resourceNotFound = (message: string): CognitoError => new CognitoError('ResourceNotFoundException', message);

export const preconditionNotMet = (message: string): CognitoError => new CognitoError('PreconditionNotMetException', message);
