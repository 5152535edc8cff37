import { tokenOrSession } from '../../../account/software-token.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { AuthError } from '../../../errors/auth-error.ts';
import { bounded, boundedIfGiven } from '../../../input/input.ts';
import type { AccountContext } from '../../contexts.ts';

export const verifySoftwareToken: FieldOperation<'verifySoftwareToken', AccountContext> = async ({ input }, context) => {
  const whose = tokenOrSession(context, input.session);
  const friendlyDeviceName = boundedIfGiven('friendlyDeviceName', input.friendlyDeviceName);
  const { Status, Session } = await context.cognito.send('VerifySoftwareToken', {
    ...whose,
    UserCode: bounded('softwareTokenCode', input.code),
    ...(friendlyDeviceName && { FriendlyDeviceName: friendlyDeviceName }),
  });
  // For a wrong code Cognito usually throws, but its service model also has a status.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.verify-status
  if (Status !== 'SUCCESS') throw new AuthError('CODE_MISMATCH', 'This code is wrong.', { field: 'code' });
  return { status: Status, session: Session ?? null };
};
