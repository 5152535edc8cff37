import { invalidInput } from '../errors/auth-error.ts';
import type { CreateGroupInput } from '../generated/schema.ts';
import { bounded, isGiven } from '../input/input.ts';

/**
 * A group, as CreateGroup and UpdateGroup take it. It has no role in AWS: whoever may give one away is no
 * administrator of users.
 * @throws AuthError `INVALID_INPUT`.
 */
export function readGroup({ groupName, description, precedence }: CreateGroupInput) {
  if (isGiven(precedence) && precedence < 0) throw invalidInput('precedence', '`precedence` must be 0 or more.');
  return {
    GroupName: bounded('groupName', groupName),
    // An empty one takes the text away.
    ...(isGiven(description) && { Description: description === '' ? '' : bounded('description', description) }),
    ...(isGiven(precedence) && { Precedence: precedence }),
  };
}
