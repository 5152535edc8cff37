import { NoAnswer, UnclearOutcome } from '../aws/no-answer.ts';
import { AuthError } from '../errors/auth-error.ts';

/** The error to trace in the log: the cause of an error of our own, or the error itself. */
export function causeOf(error: unknown): unknown {
  const isOwn = error instanceof AuthError || error instanceof UnclearOutcome || error instanceof NoAnswer;
  return isOwn && error.cause !== undefined ? causeOf(error.cause) : error;
}
