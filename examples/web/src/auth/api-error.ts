/** An entry of `errors[]` as this API sends it. */
export interface ErrorEntry {
  readonly message: string;
  readonly errorType?: string;
  readonly errorInfo?: ({ readonly field?: string | null; readonly retryable?: boolean } & Partial<StepUpDemand>) | null;
}

/** What `REAUTHENTICATION_REQUIRED` asks for: a sign-in that is no older than this and that reaches this level. */
export interface StepUpDemand {
  readonly maxAgeSeconds: number | null;
  /** Null for any level. */
  readonly acr: string | null;
}

/** A refused call. Branch on `code`, a member of `AuthErrorCode`; the message is for people. */
export class ApiError extends Error {
  readonly code: string;
  /** The input at fault. */
  readonly field: string | null;
  /** Whether the same call can succeed later. */
  readonly retryable: boolean;
  /** Null unless the call requires a recent sign-in first. */
  readonly stepUp: StepUpDemand | null;

  constructor(code: string, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.field = options.field ?? null;
    this.retryable = options.retryable ?? false;
    this.stepUp = options.stepUp ?? null;
  }
}

interface ApiErrorOptions {
  readonly field?: string | null;
  readonly retryable?: boolean;
  readonly stepUp?: StepUpDemand | null;
  readonly cause?: unknown;
}

/** The first refusal of an answer; null when it has none. */
export function refusalOf(errors: readonly ErrorEntry[] | undefined): ApiError | null {
  const [first] = errors ?? [];
  if (first === undefined) return null;
  const { field = null, retryable = false, maxAgeSeconds = null, acr = null } = first.errorInfo ?? {};
  const stepUp = first.errorType === 'REAUTHENTICATION_REQUIRED' ? { maxAgeSeconds, acr } : null;
  return new ApiError(first.errorType ?? 'INTERNAL', first.message, { field, retryable, stepUp });
}

/** There was no answer, because the network or the server is unavailable. */
export function unreachable(cause: unknown): ApiError {
  return new ApiError('UNREACHABLE', 'The server does not answer. Check your connection, then try again.', {
    retryable: true,
    cause,
  });
}

/**
 * The refusal of a call by `request` or Apollo Client. Apollo's errors are recognised by their properties, so that the
 * sign-in need not load Apollo to show its own errors.
 */
export function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof Error) {
    // `CombinedGraphQLErrors` holds the entries; `ServerError`, of a status such as 401, holds the body.
    if ('errors' in error) return refusalOf(error.errors as readonly ErrorEntry[]) ?? unreachable(error);
    if ('bodyText' in error) return refusalOf(entriesIn(String(error.bodyText))) ?? unreachable(error);
    if (error instanceof TypeError) return unreachable(error);
  }
  return new ApiError('INTERNAL', 'Something went wrong on this page. Reload it, then try again.', { cause: error });
}

/** Undefined if a proxy answered with a page of its own. */
function entriesIn(body: string): readonly ErrorEntry[] | undefined {
  try {
    return JSON.parse(body).errors;
  } catch {
    return undefined;
  }
}
