/**
 * The base of every error that ends a command with its message and without a stack trace: the message says what is
 * wrong and what to do. Any other error is a bug and keeps its stack trace.
 */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}
