import { StartWebAuthnRegistrationCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { isObject } from '../../input/reader.ts';
import { signedIn } from '../../sign-in/access-token.ts';
import type { UserContext } from '../contexts.ts';

export const startWebAuthnRegistration: FieldOperation<'startWebAuthnRegistration', UserContext> = async (
  _,
  { cognito, request },
) => {
  const { accessToken } = signedIn(request);
  const { CredentialCreationOptions: options } = await cognito.send(
    new StartWebAuthnRegistrationCommand({ AccessToken: accessToken }),
  );
  if (!isObject(options)) throw new Error('Cognito answered without options for a passkey.');
  return options;
};
