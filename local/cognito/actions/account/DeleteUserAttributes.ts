import { checkChanges } from '../../account/attribute-changes.ts';
import { changeAttributes } from '../../account/change-attributes.ts';
import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { checkWritable } from '../../users/attributes.ts';
import { required, structure } from '../../wire/members.ts';
import { attributeNames, token } from '../../wire/model.ts';

const input = structure({ UserAttributeNames: required(attributeNames), AccessToken: required(token) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserAttributes.html */
export const DeleteUserAttributes = action(input, async ({ UserAttributeNames, AccessToken }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  checkWritable(client, UserAttributeNames);
  const changes = { set: {}, removed: UserAttributeNames };
  checkChanges(pool, changes);
  await changeAttributes(services, pool, user, changes, { clientId: client.id });
  return {};
});
