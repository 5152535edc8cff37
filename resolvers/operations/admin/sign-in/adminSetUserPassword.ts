import type { TargetContext } from '../../../administration/contexts.ts';
import { namesOf } from '../../../administration/target.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { AuthError } from '../../../errors/auth-error.ts';
import { shutEverybodyOut } from '../../../recovery/shut-out.ts';

export const adminSetUserPassword: FieldOperation<'adminSetUserPassword', TargetContext> = async ({ input }, context) => {
  const { cognito, userPoolId, target, passwords } = context;
  const password = await passwords.check('password', input.password, namesOf(target));
  await cognito.send('AdminSetUserPassword', {
    UserPoolId: userPoolId,
    Username: target.username,
    Password: password,
    Permanent: input.permanent ?? false,
  });
  // Cognito itself ends no sessions.
  await shutEverybodyOut(context, target.username).catch((cause: unknown) => {
    const message = 'The new password counts, but sessions of the user may go on. End them by `adminUserGlobalSignOut`.';
    throw new AuthError('UNAVAILABLE', message, { cause, isCarriedOut: true });
  });
  return true;
};
