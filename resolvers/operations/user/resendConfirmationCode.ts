import type { FieldOperation } from '../../call/operation.ts';
import { toCodeDelivery } from '../../delivery/code-delivery.ts';
import { revealsAccount, simulatedDelivery } from '../../errors/hidden-account.ts';
import { bounded, clientMetadata } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const resendConfirmationCode: FieldOperation<'resendConfirmationCode', UserContext> = async (
  { input },
  { cognito, client, request, evenTime },
) => {
  const username = bounded('username', input.username);
  const resend = () =>
    cognito.send('ResendConfirmationCode', {
      ...client(username, request),
      Username: username,
      ...clientMetadata(input.clientMetadata),
    });
  try {
    const { CodeDeliveryDetails } = await evenTime(username, resend);
    return toCodeDelivery(CodeDeliveryDetails);
  } catch (error) {
    if (revealsAccount(error, username)) return toCodeDelivery(simulatedDelivery(username, []));
    throw error;
  }
};
