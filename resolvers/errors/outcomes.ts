import type { AuthErrorCode } from '../generated/schema.ts';

/** What a client sees of one of Cognito's exceptions. */
export interface Row {
  readonly code: AuthErrorCode;
  /**
   * Absent: Cognito's own text may be shown. If a function returns null, the text must not be shown, and the failure is
   * INTERNAL.
   */
  readonly message?: string | ((text: string) => string | null);
  /** The input at fault. Absent: the one that Cognito's text names (`faulty-input.ts`). */
  readonly field?: string;
  /** Whether the same call can succeed later. Absent: no. */
  readonly retryable?: true;
  /** The exception to name instead, if the real one would reveal that there is no such user. */
  readonly shownAs?: string;
}

export const incorrect: Row = {
  code: 'INVALID_CREDENTIALS',
  message: 'Incorrect username or password.',
  shownAs: 'NotAuthorizedException',
};
export const sessionExpired = {
  code: 'SESSION_EXPIRED',
  message: 'This sign-in has expired. Start again with `login`.',
  field: 'session',
} as const satisfies Row;
export const tokenInvalid: Row = { code: 'TOKEN_INVALID', message: 'This token is not valid here. Sign in again.' };
export const tokenExpired: Row = { code: 'TOKEN_EXPIRED', message: 'This token has expired.' };
export const tokenRevoked: Row = { code: 'TOKEN_REVOKED', message: 'This token was revoked. Sign in again.' };
export const codeMismatch = { code: 'CODE_MISMATCH', message: 'This code is wrong.', field: 'code' } as const satisfies Row;
export const usernameTaken = {
  code: 'USERNAME_EXISTS',
  message: 'This user name is taken.',
  field: 'username',
} as const satisfies Row;
export const codeExpired: Row = {
  code: 'CODE_EXPIRED',
  message: 'This code is no longer valid. Ask for a new one.',
  field: 'code',
  shownAs: 'ExpiredCodeException',
};
export const temporaryPasswordExpired: Row = {
  code: 'TEMPORARY_PASSWORD_EXPIRED',
  message: 'The temporary password has expired. An administrator must send a new one.',
};
export const forbidden: Row = { code: 'FORBIDDEN', message: 'This is not allowed.' };
export const notSent: Row = { code: 'CODE_DELIVERY_FAILED', message: 'The code could not be sent.' };
export const unavailable: Row = {
  code: 'UNAVAILABLE',
  message: 'Cognito is not available just now. Try again.',
  retryable: true,
};
export const internal: Row = { code: 'INTERNAL', message: 'Something went wrong.' };
export const flowOff: Row = { code: 'NOT_ENABLED', message: 'This flow is not enabled.', field: 'flow' };
export const alreadyConfirmed: Row = { code: 'INVALID_INPUT', message: 'This user is confirmed already.', field: 'username' };
export const waitBeforeTrying: Row = {
  code: 'TOO_MANY_ATTEMPTS',
  message: 'Too many attempts. Wait before you try again.',
  retryable: true,
};
export const aliasTaken: Row = { code: 'ALIAS_EXISTS', message: 'Another user has this address or number.' };
export const deviceConfirmed: Row = { code: 'INVALID_INPUT', message: 'This device is confirmed already.', field: 'deviceKey' };
export const passkeysOff: Row = { code: 'NOT_ENABLED', message: 'The user pool has no passkeys.' };
export const registrationExpired: Row = {
  code: 'SESSION_EXPIRED',
  message: 'This registration has expired. Start again with `startWebAuthnRegistration`.',
  field: 'credential',
};
export const tooManyPasskeys: Row = {
  code: 'FORBIDDEN',
  message: 'This user has as many passkeys as a user may have. Delete one first.',
};
export const tooManyRequests: Row = {
  code: 'TOO_MANY_REQUESTS',
  message: 'Too many calls at once. Try again shortly.',
  retryable: true,
};
