import { invalidInput } from '../errors/auth-error.ts';
import type { CreateGroupInput } from '../generated/schema.ts';
import { bounded, isGiven } from '../input/input.ts';

/**
 * A group in the form of CreateGroup and UpdateGroup. It never has an IAM role, since granting roles is not the task of
 * a user administrator.
 * @throws AuthError `INVALID_INPUT`.
 */
export function readGroup({ groupName, description, precedence }: CreateGroupInput) {
  if (isGiven(precedence) && precedence < 0) throw invalidInput('precedence', '`precedence` must be 0 or more.');
  return {
    GroupName: bounded('groupName', groupName),
    // An empty description removes the text.
    ...(isGiven(description) && { Description: description === '' ? '' : bounded('description', description) }),
    ...(isGiven(precedence) && { Precedence: precedence }),
  };
}
