import { liveUser } from '../../../account/live-user.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const recoveryCodes: FieldOperation<'recoveryCodes', AccountContext> = async (_, context) => {
  if (context.recoveryCodes === null) throw notEnabled('recoveryCodes');
  const { sub } = await liveUser(context, signedIn(context.request));
  return context.recoveryCodes.state(sub);
};
