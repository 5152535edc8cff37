import { ConfirmForgotPasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { FieldOperation } from '../../call/operation.ts';
import { AuthError } from '../../errors/auth-error.ts';
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
  // Cognito itself lets everybody who was signed in stay so.
  await shutEverybodyOut(context, username).catch((cause: unknown) => {
    const message = 'Your new password counts, but others may still be signed in. Sign in with it, then sign out everywhere.';
    throw new AuthError('UNAVAILABLE', message, { cause, isCarriedOut: true });
  });
  return true;
};
