import type { AdminGetUserCommandOutput } from '@aws-sdk/client-cognito-identity-provider';
import { valuesOf } from '../activity/owners.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { Plain } from '../aws/json-protocol.ts';
import { bounded } from '../input/input.ts';

/** The user that a call is about. */
export interface Target {
  /** The user name, even if the call used another name. */
  readonly username: string;
  readonly sub: string;
  readonly user: Plain<AdminGetUserCommandOutput>;
}

/** @throws UserNotFoundException; AuthError `INVALID_INPUT`. */
export async function findTarget(
  { cognito, userPoolId }: { readonly cognito: Cognito; readonly userPoolId: string },
  username: string,
): Promise<Target> {
  const user = await cognito.send('AdminGetUser', { UserPoolId: userPoolId, Username: bounded('username', username) });
  const sub = valuesOf(user).get('sub');
  if (user.Username === undefined || sub === undefined) throw new Error('Cognito answered without a user.');
  return { username: user.Username, sub, user };
}

/** The names that the user's password must not contain. */
export function namesOf({ username, user }: Target): readonly (string | undefined)[] {
  const values = valuesOf(user);
  return [username, values.get('email'), values.get('phone_number')];
}
