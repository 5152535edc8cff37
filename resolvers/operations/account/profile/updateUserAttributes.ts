import { callerFor } from '../../../account/addresses.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { toCodeDelivery } from '../../../delivery/code-delivery.ts';
import { invalidInput } from '../../../errors/auth-error.ts';
import { readAttributes, toUserAttributes } from '../../../input/attributes.ts';
import { clientMetadata } from '../../../input/input.ts';
import type { AccountContext } from '../../contexts.ts';

export const updateUserAttributes: FieldOperation<'updateUserAttributes', AccountContext> = async ({ input }, context) => {
  const attributes = readAttributes(input.attributes);
  if (attributes.size === 0) throw invalidInput('attributes', 'Give at least one attribute.');
  const { accessToken } = callerFor(context, attributes.keys());
  const { CodeDeliveryDetailsList = [] } = await context.cognito.send('UpdateUserAttributes', {
    AccessToken: accessToken,
    UserAttributes: toUserAttributes(attributes),
    ...clientMetadata(input.clientMetadata),
  });
  return CodeDeliveryDetailsList.flatMap((details) => toCodeDelivery(details) ?? []);
};
