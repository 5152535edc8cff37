import { CommandError } from './command-error.ts';

/** A mistake in the arguments of a command. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
