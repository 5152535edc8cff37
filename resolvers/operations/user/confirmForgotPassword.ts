import { ConfirmForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { bounded, clientMetadata } from '../../input.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const confirmForgotPassword: FieldOperation<'confirmForgotPassword', UserContext> = async (
  { input },
  { cognito, client, request },
) => {
  const username = bounded('username', input.username);
  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ...client(username, request),
      Username: username,
      ConfirmationCode: bounded('code', input.code),
      Password: bounded('password', input.password),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  return true;
};
