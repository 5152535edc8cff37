import type { FieldOperation } from '../../call/operation.ts';
import { bounded } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const revokeToken: FieldOperation<'revokeToken', UserContext> = async ({ input }, { cognito, client }) => {
  await cognito.send('RevokeToken', { ...client.forToken, Token: bounded('refreshToken', input.refreshToken) });
  return true;
};
