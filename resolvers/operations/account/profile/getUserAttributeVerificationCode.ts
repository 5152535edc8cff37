import { verifiable } from '../../../account/addresses.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { toCodeDelivery } from '../../../delivery/code-delivery.ts';
import { clientMetadata } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const getUserAttributeVerificationCode: FieldOperation<'getUserAttributeVerificationCode', AccountContext> = async (
  { input },
  { cognito, request },
) => {
  const { accessToken } = signedIn(request);
  const { CodeDeliveryDetails } = await cognito.send('GetUserAttributeVerificationCode', {
    AccessToken: accessToken,
    AttributeName: verifiable(input.name),
    ...clientMetadata(input.clientMetadata),
  });
  const delivery = toCodeDelivery(CodeDeliveryDetails);
  if (delivery === null) throw new Error('Cognito answered without saying where the code went.');
  return delivery;
};
