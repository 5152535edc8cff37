import { action } from '../../action.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { resourceNotFound } from '../../wire/errors.ts';
import { required, string, structure } from '../../wire/members.ts';
import { token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token), CredentialId: required(string()) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html */
export const DeleteWebAuthnCredential = action(input, async ({ AccessToken, CredentialId }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  if (!services.passkeys.remove(user.id, CredentialId)) throw resourceNotFound('The passkey does not exist.');
  return {};
});
