import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { liveUser } from '../../../account/live-user.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { AccountContext } from '../../contexts.ts';

export const deleteUser: FieldOperation<'deleteUser', AccountContext> = async (_, context) => {
  const { cognito, forget } = context;
  const caller = freshlySignedIn(context);
  // Read first, since the owners cannot be determined once the user is deleted.
  const owners = forget === null ? [] : (await liveUser(context, caller)).owners;
  await cognito.send('DeleteUser', { AccessToken: caller.accessToken });
  await forget?.(owners);
  return true;
};
