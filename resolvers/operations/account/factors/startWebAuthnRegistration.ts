import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { isObject } from '../../../input/reader.ts';
import type { AccountContext } from '../../contexts.ts';

export const startWebAuthnRegistration: FieldOperation<'startWebAuthnRegistration', AccountContext> = async (_, context) => {
  const { accessToken } = freshlySignedIn(context);
  const { CredentialCreationOptions: options } = await context.cognito.send('StartWebAuthnRegistration', {
    AccessToken: accessToken,
  });
  if (!isObject(options)) throw new Error('Cognito answered without options for a passkey.');
  return options;
};
