import { CommandError } from './command-error.ts';

/** A mistake in what was typed after a command. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
