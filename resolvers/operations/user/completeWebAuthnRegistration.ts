import { CompleteWebAuthnRegistrationCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { signedIn } from '../../sign-in/access-token.ts';
import { readCredential } from '../../sign-in/credential.ts';
import type { UserContext } from '../contexts.ts';

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
