import { sendVerification, verifiable } from '../../account/verify-address.ts';
import { action } from '../../action.ts';
import { countAttempt } from '../../secrets/attempts.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { attributeName, textMap, token } from '../../wire/model.ts';

const input = structure({
  AccessToken: required(token),
  AttributeName: required(attributeName),
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserAttributeVerificationCode.html */
export const GetUserAttributeVerificationCode = action(input, async (request, services) => {
  const { AccessToken, AttributeName, ClientMetadata } = request;
  const { pool, client, user } = await bearerOf(services, AccessToken);
  const contact = verifiable(AttributeName);
  countAttempt(services, pool.id, user.sub, 'GetUserAttributeVerificationCode');
  const caller = { clientId: client.id, clientMetadata: ClientMetadata };
  return { CodeDeliveryDetails: await sendVerification(services, pool, user, contact, caller) };
});
