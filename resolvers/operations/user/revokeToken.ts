import { RevokeTokenCommand } from '@aws-sdk/client-cognito-identity-provider';
import { bounded } from '../../input/input.ts';
import type { FieldOperation, UserContext } from '../../operation.ts';

export const revokeToken: FieldOperation<'revokeToken', UserContext> = async ({ input }, { cognito, client }) => {
  await cognito.send(new RevokeTokenCommand({ ...client.forToken, Token: bounded('refreshToken', input.refreshToken) }));
  return true;
};
