import type { AuthResult } from '../support/stories.ts';

/** The challenge that an answer must be. */
export function challenge<N extends AuthResult['__typename']>(
  result: AuthResult,
  name: N,
): Extract<AuthResult, { __typename: N }> {
  if (result.__typename !== name) throw new Error(`Expected ${name}, got ${result.__typename}.`);
  // True by the test above, which does not narrow a generic.
  return result as Extract<AuthResult, { __typename: N }>;
}
