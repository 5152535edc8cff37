import { ConfirmForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import { newPassword } from '../../input/new-password.ts';
import { shutEverybodyOut } from '../../recovery/shut-out.ts';
import type { RecoveryContext } from '../contexts.ts';

export const confirmForgotPassword: FieldOperation<'confirmForgotPassword', RecoveryContext> = async ({ input }, context) => {
  const { cognito, client, request, passwordMinimumLength } = context;
  const username = bounded('username', input.username);
  await cognito.send(
    new ConfirmForgotPasswordCommand({
      ...client(username, request),
      Username: username,
      ConfirmationCode: bounded('code', input.code),
      Password: newPassword('password', input.password, passwordMinimumLength),
      ...clientMetadata(input.clientMetadata),
    }),
  );
  await shutEverybodyOut(context, username);
  return true;
};
