import type { FieldOperation } from '../../call/operation.ts';
import { AuthError } from '../../errors/auth-error.ts';
import { likeUnknownAddress } from '../../errors/hidden-account.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import { shutEverybodyOut } from '../../recovery/shut-out.ts';
import type { RecoveryContext } from '../contexts.ts';

export const confirmForgotPassword: FieldOperation<'confirmForgotPassword', RecoveryContext> = async ({ input }, context) => {
  const { cognito, client, request, passwords } = context;
  const username = bounded('username', input.username);
  const code = bounded('code', input.code);
  const password = await passwords.check('password', input.password, [username]);
  const confirmed = cognito.send('ConfirmForgotPassword', {
    ...client(username, request),
    Username: username,
    ConfirmationCode: code,
    Password: password,
    ...clientMetadata(input.clientMetadata),
  });
  await confirmed.catch((error: unknown) => {
    throw likeUnknownAddress(error, username);
  });
  // Cognito itself ends no session.
  await shutEverybodyOut(context, username).catch((cause: unknown) => {
    const message = 'Your new password is set, but others may still be signed in. Sign in with it, then sign out everywhere.';
    throw new AuthError('UNAVAILABLE', message, { cause, isCarriedOut: true });
  });
  return true;
};
