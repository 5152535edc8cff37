import { verifiable, verifyAddress } from '../../account/verify-address.ts';
import { action } from '../../action.ts';
import { countAttempt } from '../../secrets/attempts.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { attributeName, confirmationCode, token } from '../../wire/model.ts';

const input = structure({
  AccessToken: required(token),
  AttributeName: required(attributeName),
  Code: required(confirmationCode),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifyUserAttribute.html */
export const VerifyUserAttribute = action(input, async ({ AccessToken, AttributeName, Code }, services) => {
  const { pool, user } = await bearerOf(services, AccessToken);
  const contact = verifiable(AttributeName);
  countAttempt(services, pool.id, user.sub, 'VerifyUserAttribute');
  verifyAddress(services, pool, user, contact, Code);
  return {};
});
