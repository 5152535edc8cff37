/**
 * What a Lambda invocation gives: the function's answer, or the error that it ended in (as `Invoke` with
 * `FunctionError` reports it).
 */
export type Invocation =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string; readonly trace?: readonly string[] };

/** Runs a function by its ARN. Rejects only when there is no such function. */
export type Invoke = (functionArn: string, payload: unknown) => Promise<Invocation>;
