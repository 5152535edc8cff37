import { GlobalSignOutCommand } from '@aws-sdk/client-cognito-identity-provider';
import { signedIn } from '../../access-token.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const globalSignOut: FieldOperation<'globalSignOut', UserContext> = async (_, { cognito, request }) => {
  await cognito.send(new GlobalSignOutCommand({ AccessToken: signedIn(request).accessToken }));
  return true;
};
