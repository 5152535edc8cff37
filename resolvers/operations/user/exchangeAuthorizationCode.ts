import type { FieldOperation } from '../../call/operation.ts';
import { invalidInput, notEnabled } from '../../errors/auth-error.ts';
import { bounded } from '../../input/input.ts';
import type { UserContext } from '../contexts.ts';

export const exchangeAuthorizationCode: FieldOperation<'exchangeAuthorizationCode', UserContext> = async (
  { input },
  { authSettings: { federation }, domain },
) => {
  if (federation === null || domain === null) throw notEnabled('exchangeAuthorizationCode');
  const { redirectUri } = input;
  if (!federation.callbackUrls.includes(redirectUri)) {
    throw invalidInput('redirectUri', '`redirectUri` must be one of `Federation.callbackUrls`.');
  }
  return domain.exchange({
    code: bounded('authorizationCode', input.code),
    code_verifier: bounded('codeVerifier', input.codeVerifier),
    redirect_uri: redirectUri,
  });
};
