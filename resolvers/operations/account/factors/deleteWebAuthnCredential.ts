import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import type { AccountContext } from '../../contexts.ts';

export const deleteWebAuthnCredential: FieldOperation<'deleteWebAuthnCredential', AccountContext> = async (
  { input },
  context,
) => {
  const { accessToken } = freshlySignedIn(context);
  await context.cognito.send('DeleteWebAuthnCredential', {
    AccessToken: accessToken,
    CredentialId: bounded('credentialId', input.credentialId),
  });
  return true;
};
