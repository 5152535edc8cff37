import { isThrottled, isUnreachable, UnclearOutcome } from '../aws/no-answer.ts';
import { adviceFor } from '../aws/repetition.ts';
import type { AuthErrorCode } from '../generated/schema.ts';
import { AuthError, type ErrorDetails } from './auth-error.ts';
import { textRows } from './exception-texts.ts';
import { rows } from './exceptions.ts';
import { faultyInput } from './faulty-input.ts';
import { type Row, tooManyRequests } from './outcomes.ts';
import { namesInternals } from './trigger-refusal.ts';

/** What a client sees of a failed call, besides the request's id. */
export interface Failure {
  readonly code: AuthErrorCode;
  readonly message: string;
  /** The name of Cognito's exception; null if the refusal is not from Cognito. */
  readonly cognito: string | null;
  readonly retryable: boolean;
  readonly field: string | null;
  /** Further members of `errorInfo`; absent if there are none. */
  readonly details?: ErrorDetails;
}

/** Turns everything that an operation may throw into a failure. Unlisted errors become `INTERNAL`. */
export function toFailure(field: string, error: unknown): Failure {
  if (error instanceof AuthError) {
    const { code, message, cognito, retryable, field: input, details } = error;
    return { code, message, cognito, retryable, field: input, ...(details && { details }) };
  }
  if (error instanceof UnclearOutcome) return unclear(error);
  if (!(error instanceof Error)) return internal(null);
  const exception = exceptionName(error);
  const row = exception === null ? undefined : findRow(field, exception, error.message);
  if (exception !== null && row) return fromRow(row, exception, error.message);
  if (isThrottled(error)) return fromRow(tooManyRequests, exception, error.message);
  return isUnreachable(error) ? unavailable(exception) : internal(exception);
}

/** The name of Cognito's exception, whatever the client is shown; null for an error of our own. */
export function exceptionName(error: Error): string | null {
  if (error instanceof UnclearOutcome) return exceptionName(error.cause);
  if (error instanceof AuthError && error.cognito !== null && error.cause instanceof Error) return exceptionName(error.cause);
  return '$fault' in error && /^\w{1,64}$/.test(error.name) ? error.name : null;
}

function findRow(field: string, exception: string, text: string): Row | undefined {
  const byText = textRows.find(
    (row) => row.exception === exception && (row.in === undefined || row.in === field) && row.text.test(text),
  );
  return byText ?? rows.get(`${field}/${exception}`) ?? rows.get(exception);
}

function fromRow({ code, message, field, retryable, shownAs }: Row, exception: string | null, text: string): Failure {
  const shown = typeof message === 'function' ? message(text) : (message ?? text);
  // Text that a service did not write for callers.
  if (shown === null || namesInternals(shown)) return internal(exception);
  return {
    code,
    message: shown,
    cognito: shownAs ?? exception,
    retryable: retryable ?? false,
    field: field ?? (exception === 'InvalidParameterException' ? faultyInput(text) : null),
  };
}

function internal(cognito: string | null): Failure {
  return { code: 'INTERNAL', message: 'Something went wrong.', cognito, retryable: false, field: null };
}

function unavailable(cognito: string | null): Failure {
  return { code: 'UNAVAILABLE', message: 'Cognito did not answer in time. Try again.', cognito, retryable: true, field: null };
}

function unclear(error: UnclearOutcome): Failure {
  return { code: 'UNAVAILABLE', ...adviceFor(error.operation), cognito: exceptionName(error), field: null };
}
