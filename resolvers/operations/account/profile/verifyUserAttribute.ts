import { verifiable } from '../../../account/addresses.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { bounded } from '../../../input/input.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const verifyUserAttribute: FieldOperation<'verifyUserAttribute', AccountContext> = async (
  { input },
  { cognito, request },
) => {
  const { accessToken } = signedIn(request);
  await cognito.send('VerifyUserAttribute', {
    AccessToken: accessToken,
    AttributeName: verifiable(input.name),
    Code: bounded('code', input.code),
  });
  return true;
};
