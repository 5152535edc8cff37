import { callerFor } from '../../../account/addresses.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readAttributeNames } from '../../../input/attributes.ts';
import type { AccountContext } from '../../contexts.ts';

export const deleteUserAttributes: FieldOperation<'deleteUserAttributes', AccountContext> = async ({ input }, context) => {
  const names = readAttributeNames(input.names);
  const { accessToken } = callerFor(context, names);
  await context.cognito.send('DeleteUserAttributes', { AccessToken: accessToken, UserAttributeNames: [...names] });
  return true;
};
