import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';

export const adminResetRecoveryCodes: FieldOperation<'adminResetRecoveryCodes', TargetContext> = async (
  _,
  { recoveryCodes, target },
) => {
  if (recoveryCodes === null) throw notEnabled('adminResetRecoveryCodes');
  await recoveryCodes.remove(target.sub);
  return true;
};
