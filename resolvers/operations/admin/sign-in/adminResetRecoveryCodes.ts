import type { FieldOperation } from '../../../call/operation.ts';
import { notEnabled } from '../../../errors/auth-error.ts';
import type { TargetContext } from '../../contexts.ts';

export const adminResetRecoveryCodes: FieldOperation<'adminResetRecoveryCodes', TargetContext> = async (
  _,
  { recoveryCodes, target },
) => {
  if (recoveryCodes === null) throw notEnabled('adminResetRecoveryCodes');
  await recoveryCodes.remove(target.sub);
  return true;
};
