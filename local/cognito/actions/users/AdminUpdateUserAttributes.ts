import { changesOf } from '../../account/attribute-changes.ts';
import { changeAttributes } from '../../account/change-attributes.ts';
import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { toRecord } from '../../users/attributes.ts';
import { required, structure } from '../../wire/members.ts';
import { attributes, textMap, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  UserAttributes: required(attributes),
  ClientMetadata: textMap,
});

/**
 * Like UpdateUserAttributes, but for any attribute. An address needs no code if its verified flag is set to true with
 * it.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
 */
export const AdminUpdateUserAttributes = action(input, async (request, services) => {
  const { UserPoolId, Username, UserAttributes, ClientMetadata } = request;
  const pool = poolOf(services, UserPoolId);
  const user = userForAdmin(services, pool, Username);
  const changes = changesOf(pool, toRecord(UserAttributes));
  await changeAttributes(services, pool, user, changes, { clientId: null, clientMetadata: ClientMetadata });
  return {};
});
