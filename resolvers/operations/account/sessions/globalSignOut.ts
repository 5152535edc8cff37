import type { FieldOperation } from '../../../call/operation.ts';
import { signedIn } from '../../../sign-in/access-token.ts';
import type { AccountContext } from '../../contexts.ts';

export const globalSignOut: FieldOperation<'globalSignOut', AccountContext> = async (_, { cognito, request }) => {
  await cognito.send('GlobalSignOut', { AccessToken: signedIn(request).accessToken });
  return true;
};
