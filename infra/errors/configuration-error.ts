import { CommandError } from './command-error.ts';

/** A mistake in what a deployment is made of: a setting, the schema, the set of operations. */
export class ConfigurationError extends CommandError {
  override readonly name = 'ConfigurationError';

  /** @param problems each a sentence; without any the heading says it all. */
  constructor(heading: string, problems: readonly string[] = []) {
    super([heading, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}
