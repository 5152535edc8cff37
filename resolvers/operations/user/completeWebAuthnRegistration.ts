import { CompleteWebAuthnRegistrationCommand } from '@aws-sdk/client-cognito-identity-provider';
import { signedIn } from '../../access-token.ts';
import { readCredential } from '../../credential.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const completeWebAuthnRegistration: FieldOperation<'completeWebAuthnRegistration', UserContext> = async (
  { input },
  { cognito, request },
) => {
  const { accessToken } = signedIn(request);
  await cognito.send(
    new CompleteWebAuthnRegistrationCommand({ AccessToken: accessToken, Credential: readCredential(input.credential) }),
  );
  return true;
};
