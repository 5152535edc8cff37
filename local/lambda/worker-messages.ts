/** What the host sends into an environment. */
export interface InvocationMessage {
  readonly requestId: string;
  /** JSON. */
  readonly payload: string;
  /** Milliseconds since the epoch, by the clock of the services. */
  readonly nowMs: number;
  /** By the same clock. */
  readonly deadlineMs: number;
  readonly traceId: string;
}

/** An error as Lambda reports it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** What happened to an environment or its invocation. */
export type EnvironmentEvent =
  | { readonly kind: 'ready' }
  /** `payload` is JSON. */
  | { readonly kind: 'answered'; readonly payload: string }
  /** If `isFatal`, the environment ends with it. */
  | { readonly kind: 'failed'; readonly error: FunctionError; readonly isFatal: boolean }
  /** Nothing can ever settle the handler's promise any more; the environment ends. */
  | { readonly kind: 'unsettled' }
  /** There is only output. */
  | { readonly kind: 'printed' };

/** What an environment sends: an event, and what the function has printed since the last one. */
export type EnvironmentMessage = EnvironmentEvent & { readonly output: string };

/** What an environment is started with. */
export interface EnvironmentData {
  readonly codeDirectory: string;
  readonly handler: string;
  readonly functionArn: string;
}
