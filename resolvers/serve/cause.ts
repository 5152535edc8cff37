import { NoAnswer, UnclearOutcome } from '../aws/no-answer.ts';
import { AuthError } from '../errors/auth-error.ts';

/** What an own error translates is what the log should trace. */
export function causeOf(error: unknown): unknown {
  const isOwn = error instanceof AuthError || error instanceof UnclearOutcome || error instanceof NoAnswer;
  return isOwn && error.cause !== undefined ? causeOf(error.cause) : error;
}
