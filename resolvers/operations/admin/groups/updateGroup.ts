import type { AdminContext } from '../../../administration/contexts.ts';
import { readGroup } from '../../../administration/group-input.ts';
import { toGroup } from '../../../administration/user-output.ts';
import type { FieldOperation } from '../../../call/operation.ts';

export const updateGroup: FieldOperation<'updateGroup', AdminContext> = async ({ input }, { cognito, userPoolId }) => {
  const { Group } = await cognito.send('UpdateGroup', { UserPoolId: userPoolId, ...readGroup(input) });
  return toGroup(Group);
};
