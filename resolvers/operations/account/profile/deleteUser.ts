import { DeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import type { AccountContext } from '../../contexts.ts';

export const deleteUser: FieldOperation<'deleteUser', AccountContext> = async (_, context) => {
  const { accessToken } = freshlySignedIn(context);
  await context.cognito.send(new DeleteUserCommand({ AccessToken: accessToken }));
  return true;
};
