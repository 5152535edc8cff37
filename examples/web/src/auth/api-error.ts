/** An entry of `errors[]` as this API sends it. */
export interface ErrorEntry {
  readonly message: string;
  readonly errorType?: string;
  readonly errorInfo?: { readonly field?: string | null; readonly retryable?: boolean } | null;
}

/** A refused call. Branch on `code`, a member of `AuthErrorCode`; the message is for people. */
export class ApiError extends Error {
  readonly code: string;
  /** The input at fault. */
  readonly field: string | null;
  /** Whether the same call can succeed later. */
  readonly retryable: boolean;

  constructor(code: string, message: string, options: { field?: string | null; retryable?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'ApiError';
    this.code = code;
    this.field = options.field ?? null;
    this.retryable = options.retryable ?? false;
  }
}

/** The first refusal of an answer; null when it has none. */
export function refusalOf(errors: readonly ErrorEntry[] | undefined): ApiError | null {
  const [first] = errors ?? [];
  if (first === undefined) return null;
  const { field = null, retryable = false } = first.errorInfo ?? {};
  return new ApiError(first.errorType ?? 'INTERNAL', first.message, { field, retryable });
}

/** Nobody answered: the network, or the server, is away. */
export function unreachable(cause: unknown): ApiError {
  return new ApiError('UNREACHABLE', 'The server does not answer. Check your connection, then try again.', {
    retryable: true,
    cause,
  });
}
