import { checkChanges } from '../../account/attribute-changes.ts';
import { changeAttributes } from '../../account/change-attributes.ts';
import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { attributeNames, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  UserAttributeNames: required(attributeNames),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUserAttributes.html */
export const AdminDeleteUserAttributes = action(input, async ({ UserPoolId, Username, UserAttributeNames }, services) => {
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  const changes = { set: {}, removed: UserAttributeNames };
  checkChanges(pool, changes);
  await changeAttributes(services, pool, user, changes, { clientId: null });
  return {};
});
