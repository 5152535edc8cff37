import type { AuthConfig, AuthErrorCode } from '../generated/schema.ts';

export interface AuthErrorOptions {
  /** The input at fault, as a path below `input`. */
  readonly field?: string;
  /** Whether the same call can succeed later. Default: false. */
  readonly retryable?: boolean;
  /** The name of Cognito's exception that the answer shows. Default: none. */
  readonly cognito?: string;
  /** Goes to the log. */
  readonly cause?: unknown;
  /** Whether the request was nevertheless carried out, at least in part. Default: false. */
  readonly isCarriedOut?: boolean;
  /** Further members of `errorInfo`. Default: none. */
  readonly details?: ErrorDetails;
}

/** The further members of `errorInfo`, all of which belong to REAUTHENTICATION_REQUIRED. */
export type ErrorDetails = Partial<Omit<NonNullable<AuthConfig['reauthentication']>, '__typename' | 'operations'>>;

/** A refusal that the caller can act on. The message is shown to them: a full sentence without secrets. */
export class AuthError extends Error {
  readonly code: AuthErrorCode;
  readonly field: string | null;
  readonly retryable: boolean;
  readonly cognito: string | null;
  readonly details: ErrorDetails | null;
  readonly isCarriedOut: boolean;

  constructor(code: AuthErrorCode, message: string, options: AuthErrorOptions = {}) {
    const { field, retryable, cognito, cause, details, isCarriedOut } = options;
    super(message, { cause });
    this.name = 'AuthError';
    this.code = code;
    this.field = field ?? null;
    this.retryable = retryable ?? false;
    this.cognito = cognito ?? null;
    this.details = details ?? null;
    this.isCarriedOut = isCarriedOut ?? false;
  }
}

/** An input that is refused before Cognito is called. */
export function invalidInput(field: string, message: string): AuthError {
  return new AuthError('INVALID_INPUT', message, { field });
}

/** A field that the stage disables although its function exists. The text is that of `not-enabled.appsync.ts`. */
export function notEnabled(field: string): AuthError {
  return new AuthError('NOT_ENABLED', `\`${field}\` is not enabled here.`);
}
