import type { FieldOperation } from '../../call/operation.ts';
import { invalidInput, notEnabled } from '../../errors/auth-error.ts';
import type { UserContext } from '../contexts.ts';

export const signOutUrl: FieldOperation<'signOutUrl', UserContext> = async (
  { redirectUri },
  { authSettings: { federation }, domain },
) => {
  if (federation === null || domain === null) throw notEnabled('signOutUrl');
  if (!federation.signOutUrls.includes(redirectUri)) {
    throw invalidInput('redirectUri', '`redirectUri` must be one of the sign-out URLs of this deployment.');
  }
  return `${domain.url}/logout?${new URLSearchParams({ client_id: domain.clientId, logout_uri: redirectUri })}`;
};
