import { CommandError } from './command-error.ts';

/** A mistake in the input of a deployment: a setting, the schema, or the operations. */
export class ConfigurationError extends CommandError {
  override readonly name = 'ConfigurationError';

  /** @param problems full sentences; if there are none, the heading says everything. */
  constructor(heading: string, problems: readonly string[] = []) {
    super([heading, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}
