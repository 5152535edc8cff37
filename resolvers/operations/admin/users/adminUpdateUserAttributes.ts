import type { TargetContext } from '../../../administration/contexts.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { invalidInput } from '../../../errors/auth-error.ts';
import { readAttributes, toUserAttributes } from '../../../input/attributes.ts';
import { clientMetadata } from '../../../input/input.ts';

export const adminUpdateUserAttributes: FieldOperation<'adminUpdateUserAttributes', TargetContext> = async (
  { input },
  { cognito, userPoolId, target },
) => {
  const attributes = readAttributes(input.attributes, { takesFlags: true });
  if (attributes.size === 0) throw invalidInput('attributes', 'Give at least one attribute.');
  await cognito.send('AdminUpdateUserAttributes', {
    UserPoolId: userPoolId,
    Username: target.username,
    UserAttributes: toUserAttributes(attributes),
    ...clientMetadata(input.clientMetadata),
  });
  return true;
};
