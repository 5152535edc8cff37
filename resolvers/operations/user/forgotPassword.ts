import type { FieldOperation } from '../../call/operation.ts';
import { toCodeDelivery } from '../../delivery/code-delivery.ts';
import { revealsAccount, simulatedDelivery } from '../../errors/hidden-account.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const forgotPassword: FieldOperation<'forgotPassword', UserContext> = async (
  { input },
  { cognito, client, request, authSettings, evenTime },
) => {
  const username = bounded('username', input.username);
  const sendCode = () =>
    cognito.send('ForgotPassword', {
      ...client(username, request),
      Username: username,
      ...clientMetadata(input.clientMetadata),
    });
  try {
    const { CodeDeliveryDetails } = await evenTime(username, sendCode);
    return toCodeDelivery(CodeDeliveryDetails);
  } catch (error) {
    if (revealsAccount(error, username)) {
      const { recovery, requiredAttributes } = authSettings;
      const ways = recovery.map((medium) => ({
        medium,
        everybodyHasIt: requiredAttributes.includes(medium === 'EMAIL' ? 'email' : 'phone_number'),
      }));
      return toCodeDelivery(simulatedDelivery(username, ways));
    }
    throw error;
  }
};
