import { changesOf } from '../../account/attribute-changes.ts';
import { changeAttributes } from '../../account/change-attributes.ts';
import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { checkWritable, toRecord } from '../../users/attributes.ts';
import { required, structure } from '../../wire/members.ts';
import { attributes, textMap, token } from '../../wire/model.ts';

const input = structure({
  UserAttributes: required(attributes),
  AccessToken: required(token),
  ClientMetadata: textMap,
});

/**
 * Sets attributes, and removes those with an empty value.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
 * @see docs/aws-behaviour/cognito-users.md#cognito.attributes.no-deliveries
 */
export const UpdateUserAttributes = action(input, async ({ UserAttributes, AccessToken, ClientMetadata }, services) => {
  const { pool, client, user } = await bearerOf(services, AccessToken);
  const given = toRecord(UserAttributes);
  checkWritable(client, Object.keys(given));
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  const deliveries = await changeAttributes(services, pool, user, changesOf(pool, given), caller);
  return deliveries.length > 0 ? { CodeDeliveryDetailsList: deliveries } : {};
});
