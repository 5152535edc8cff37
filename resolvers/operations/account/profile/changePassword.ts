import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { shutOthersOut } from '../../../account/shut-out.ts';
import { valuesOf } from '../../../activity/owners.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { boundedIfGiven } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

type Caller = ReturnType<typeof signedIn>;

export const changePassword: FieldOperation<'changePassword', AccountContext> = async ({ input }, context) => {
  const previousPassword = boundedIfGiven('previousPassword', input.previousPassword);
  // An account without a password needs another proof of its owner. For any other, Cognito asks for the current
  // password.
  const caller = previousPassword === undefined ? freshlySignedIn(context) : signedIn(context.request);
  const owner = context.passwords.refusesNames ? await namesOf(caller, context) : [];
  const password = await context.passwords.check('newPassword', input.newPassword, owner);
  await context.cognito.send('ChangePassword', {
    AccessToken: caller.accessToken,
    ...(previousPassword !== undefined && { PreviousPassword: previousPassword }),
    ProposedPassword: password,
  });
  await shutOthersOut(context, caller);
  return true;
};

/**
 * What a new password must not be. If Cognito does not tell, the password is not changed: it would refuse the change for
 * the same reason, or be out of reach for that too.
 */
async function namesOf({ accessToken, identity }: Caller, { cognito }: AccountContext): Promise<(string | undefined)[]> {
  const values = valuesOf(await cognito.send('GetUser', { AccessToken: accessToken }));
  return [identity.username, values.get('email'), values.get('preferred_username')];
}
