export interface NoAnswerOptions {
  /** Whether the request may have reached the service. */
  readonly sent: boolean;
  /** The HTTP status of what was returned instead of an answer. Absent if nothing was returned. */
  readonly status?: number;
  readonly cause?: unknown;
}

/**
 * A call without a valid answer from the service: no connection, no response, a partial response, or a proxy's page.
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
 * A call that changes something, and may or may not have been carried out. It was not sent again: if it was carried
 * out, the second attempt would be refused, and the refusal would blame the user.
 */
export class UnclearOutcome extends Error {
  /** The service's name of the operation. */
  readonly operation: string;
  override readonly cause: Error;

  constructor(operation: string, cause: Error) {
    super(`${operation} may have been carried out.`);
    this.name = 'UnclearOutcome';
    this.operation = operation;
    this.cause = cause;
  }
}

/** The HTTP status of an error response; 0 if there was no response. */
export function statusOf(error: Error): number {
  if (error instanceof NoAnswer) return error.status ?? 0;
  const metadata: unknown = '$metadata' in error ? error.$metadata : undefined;
  const isStatus = typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata;
  return isStatus && typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : 0;
}

/** Whether there was no answer, or one that says that the service itself failed. */
export function isUnreachable(error: Error): boolean {
  return error instanceof NoAnswer || statusOf(error) >= 500;
}

/**
 * The names under which AWS's services throttle. LimitExceededException is not among them, since Cognito uses it for an
 * hourly limit of one user.
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

/** Whether the call was rejected because there are too many, by the service or by something in front of it. */
export function isThrottled(error: Error): boolean {
  if (error instanceof NoAnswer) return error.status === 429;
  return '$fault' in error && error.name !== 'LimitExceededException' && (throttling.has(error.name) || statusOf(error) === 429);
}
