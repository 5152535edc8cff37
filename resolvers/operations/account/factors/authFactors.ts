import { toUserMfa } from '../../../account/user-mfa.ts';
import type { FieldOperation } from '../../../call/operation.ts';
import { ChallengeName } from '../../../generated/schema.ts';
import { known } from '../../../input/known.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const authFactors: FieldOperation<'authFactors', AccountContext> = async (_, { cognito, request }) => {
  const { accessToken } = signedIn(request);
  const factors = await cognito.send('GetUserAuthFactors', { AccessToken: accessToken });
  return {
    // Cognito also lists SOFTWARE_TOKEN, which is a second factor and not the name of a challenge.
    firstFactors: known(ChallengeName, factors.ConfiguredUserAuthFactors ?? []),
    mfa: toUserMfa(factors),
  };
};
