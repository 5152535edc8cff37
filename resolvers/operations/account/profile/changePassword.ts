import { ChangePasswordCommand } from '@aws-sdk/client-cognito-identity-provider';
import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { shutOthersOut } from '../../../account/shut-out.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { boundedIfGiven } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const changePassword: FieldOperation<'changePassword', AccountContext> = async ({ input }, context) => {
  const previousPassword = boundedIfGiven('previousPassword', input.previousPassword);
  // An account without a password needs another proof of its owner. For any other, Cognito asks for the current
  // password.
  const caller = previousPassword === undefined ? freshlySignedIn(context) : signedIn(context.request);
  const password = await context.passwords.check('newPassword', input.newPassword, [caller.identity.username]);
  await context.cognito.send(
    new ChangePasswordCommand({
      AccessToken: caller.accessToken,
      ...(previousPassword !== undefined && { PreviousPassword: previousPassword }),
      ProposedPassword: password,
    }),
  );
  await shutOthersOut(context, caller);
  return true;
};
