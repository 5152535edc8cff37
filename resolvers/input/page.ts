import { invalidInput } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import { boundedIfGiven, isGiven } from './input.ts';

export interface PageArgs {
  readonly limit?: InputMaybe<number>;
  readonly nextToken?: InputMaybe<string>;
}

/**
 * The requested page of a list.
 * @throws AuthError `INVALID_INPUT` that names the argument.
 */
export function readPage({ limit, nextToken }: PageArgs, most: number): { readonly limit: number; readonly nextToken?: string } {
  if (isGiven(limit) && (limit < 1 || limit > most)) throw invalidInput('limit', `\`limit\` must be 1 to ${most}.`);
  const token = boundedIfGiven('nextToken', nextToken);
  return { limit: limit ?? most, ...(token !== undefined && { nextToken: token }) };
}
