export interface NoAnswerOptions {
  /** Whether the request may have reached the service. */
  readonly sent: boolean;
  /** The HTTP status of what came in the place of an answer. Absent where nothing came. */
  readonly status?: number;
  readonly cause?: unknown;
}

/**
 * A call that got no answer, or one that is not the service's own: no connection, silence, half an answer, a proxy's
 * page.
 */
export class NoAnswer extends Error {
  readonly sent: boolean;
  readonly status: number | null;

  constructor(message: string, { sent, status, cause }: NoAnswerOptions) {
    super(message, { cause });
    this.name = 'NoAnswer';
    this.sent = sent;
    this.status = status ?? null;
  }
}

/**
 * A call that changes something, and of which nobody knows whether it was carried out. It was not sent again: if it was
 * carried out, the second attempt would be refused, and the refusal would blame the user.
 */
export class UnclearOutcome extends Error {
  /** The service's name for what was called. */
  readonly operation: string;
  override readonly cause: Error;

  constructor(operation: string, cause: Error) {
    super(`${operation} may have been carried out.`);
    this.name = 'UnclearOutcome';
    this.operation = operation;
    this.cause = cause;
  }
}

/** The HTTP status of an answer that was an error; 0 where there was none. */
export function statusOf(error: Error): number {
  if (error instanceof NoAnswer) return error.status ?? 0;
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const isStatus = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return isStatus && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}

/** No answer, or one that says that the service itself failed. */
export function isUnreachable(error: Error): boolean {
  return error instanceof NoAnswer || statusOf(error) >= 500;
}

/**
 * The names under which AWS's services throttle. Not LimitExceededException, which is Cognito's for a limit by the hour
 * for one user.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.limits.throttling
 */
const throttling = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'RequestThrottled',
  'RequestThrottledException',
  'SlowDown',
  'Throttling',
  'ThrottledException',
  'ThrottlingException',
  'TooManyRequestsException',
]);

/** Whether the call was turned away unread, as too many come at once; also by something in front of the service. */
export function isThrottled(error: Error): boolean {
  if (error instanceof NoAnswer) return error.status === 429;
  return '$fault' in error && error.name !== 'LimitExceededException' && (throttling.has(error.name) || statusOf(error) === 429);
}
