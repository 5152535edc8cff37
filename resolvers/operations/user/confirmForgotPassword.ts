import { ConfirmForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import { newPassword } from '../../input/new-password.ts';
import type { UserContext } from '../contexts.ts';

export const confirmForgotPassword: FieldOperation<'confirmForgotPassword', UserContext> = async (
  { input },
  { cognito, client, request, authSettings },
) => {
  const username = bounded('username', input.username);
  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ...client(username, request),
      Username: username,
      ConfirmationCode: bounded('code', input.code),
      Password: newPassword('password', input.password, authSettings.passwordPolicy.minimumLength),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return true;
};
