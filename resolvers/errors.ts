import { AuthError } from './auth-error.ts';
import { textRows } from './exception-texts.ts';
import { rows } from './exceptions.ts';
import { faultyInput } from './faulty-input.ts';
import type { AuthErrorCode } from './generated/schema.ts';
import type { Row } from './outcomes.ts';
import { namesInternals } from './trigger-refusal.ts';

/** What a client sees of a failed call, besides the request's id. */
export interface Failure {
  readonly code: AuthErrorCode;
  readonly message: string;
  /** The name of Cognito's exception; null where Cognito was not the one who refused. */
  readonly cognito: string | null;
  readonly retryable: boolean;
  readonly field: string | null;
}

/** Everything that may fly out of an operation becomes a failure here; what nobody listed becomes `INTERNAL`. */
export function toFailure(field: string, error: unknown): Failure {
  if (error instanceof AuthError) {
    const { code, message, retryable, field: input } = error;
    return { code, message, cognito: null, retryable, field: input };
  }
  if (!(error instanceof Error)) return internal(null);
  const exception = exceptionName(error);
  if (exception === null) return isUnreachable(error) ? unavailable(null) : internal(null);
  const row = findRow(field, exception, error.message);
  if (row) return fromRow(row, exception, error.message);
  return statusOf(error) >= 500 ? unavailable(exception) : internal(exception);
}

/** The name of the exception that Cognito answered with; null for an error that began on this side of the wire. */
export function exceptionName(error: Error): string | null {
  return '$fault' in error && /^\w{1,64}$/.test(error.name) ? error.name : null;
}

function findRow(field: string, exception: string, text: string): Row | undefined {
  const byText = textRows.find(
    (row) => row.exception === exception && (row.in === undefined || row.in === field) && row.text.test(text),
  );
  return byText ?? rows.get(`${field}/${exception}`) ?? rows.get(exception);
}

function fromRow({ code, message, field, retryable, shownAs }: Row, exception: string, text: string): Failure {
  const shown = typeof message === 'function' ? message(text) : (message ?? text);
  // Whatever service wrote it: nobody meant a caller to read it.
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

const networkErrors = /^(E(AI_AGAIN|CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|PROTO|TIMEDOUT))$/;

/** No answer, or none that is Cognito's: the SDK's own time-outs, the network's errors, a proxy's page in the place of an answer. */
export function isUnreachable(error: Error): boolean {
  if (error.name === 'TimeoutError' || statusOf(error) >= 500) return true;
  // Node tries each address of a name and bundles what went wrong.
  if (error instanceof AggregateError) return error.errors.some((each) => each instanceof Error && isUnreachable(each));
  return (
    'code' in error &&
    typeof error.code === 'string' &&
    (networkErrors.test(error.code) || /^(CERT|ERR_TLS|ERR_SSL)_/.test(error.code))
  );
}

function statusOf(error: Error): number {
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const isStatus = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return isStatus && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}
