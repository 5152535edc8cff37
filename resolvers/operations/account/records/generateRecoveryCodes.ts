import { freshlySignedIn } from '../../../account/fresh-sign-in.ts';
import { liveUser } from '../../../account/live-user.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import type { AccountContext } from '../../contexts.ts';

export const generateRecoveryCodes: FieldOperation<'generateRecoveryCodes', AccountContext> = async (_, context) => {
  const { recoveryCodes } = context;
  if (recoveryCodes === null) throw notEnabled('generateRecoveryCodes');
  const { sub } = await liveUser(context, freshlySignedIn(context));
  return recoveryCodes.replace(sub);
};
