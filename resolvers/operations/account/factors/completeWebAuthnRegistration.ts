import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { readCredential } from '../../../sign-in/credential.ts';
import type { AccountContext } from '../../contexts.ts';

export const completeWebAuthnRegistration: FieldOperation<'completeWebAuthnRegistration', AccountContext> = async (
  { input },
  context,
) => {
  const { accessToken } = freshlySignedIn(context);
  await context.cognito.send('CompleteWebAuthnRegistration', {
    AccessToken: accessToken,
    Credential: readCredential(input.credential),
  });
  return true;
};
