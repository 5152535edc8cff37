/** A mistake in what a deployment is made of: a setting, the schema, the set of operations. Its message is all that its author needs. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  /** @param problems each a sentence; without any the heading says it all. */
  constructor(heading: string, problems: readonly string[] = []) {
    super([heading, ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}
