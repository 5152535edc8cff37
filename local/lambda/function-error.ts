import type { FunctionError } from './worker-messages.ts';

/** An error of Lambda's own runtime; its name is the `errorType` that the caller sees. */
export class FunctionRefusal extends Error {
  override readonly name: string;

  constructor(errorType: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = errorType;
  }
}

/** Anything thrown, as Lambda's Node.js runtime reports it. */
export function errorOf(thrown: unknown): FunctionError {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') ?? [] };
}
