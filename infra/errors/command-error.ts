/**
 * The base of every error that ends a command with one message and without a trace: it says what is wrong and what to
 * do, and its reader needs no more. Whatever else is thrown is a bug, and keeps its trace.
 */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}
