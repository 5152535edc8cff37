import { mayReadScopes } from '../../tokens/scopes.ts';
import { issueTokens } from '../../tokens/tokens.ts';
import { requiredIn } from '../protocol/form.ts';
import { TokenError } from '../protocol/refusals.ts';
import { redeemCode } from './codes.ts';
import type { GrantType } from './grant.ts';

/** RFC 6749 §4.1.3 */
export const authorizationCode: GrantType = async (services, { client }, form) => {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows = [], CallbackURLs = [] } = client.settings;
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows.includes('code')) throw new TokenError('unauthorized_client');
  const given = {
    code: requiredIn(form, 'code'),
    redirectUri: requiredIn(form, 'redirect_uri'),
    verifier: form.get('code_verifier') ?? undefined,
  };
  // @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.token-redirect
  if (!CallbackURLs.includes(given.redirectUri)) throw new TokenError('unauthorized_client');
  const redeemed = redeemCode(services, client, given);
  if (!redeemed) throw new TokenError('invalid_grant');
  const { user, signIn, refreshToken, changes, nonce } = redeemed;
  if (!mayReadScopes(client, signIn.grant?.scopes ?? [])) {
    services.signIns.revoke(signIn.eventId);
    throw new TokenError('invalid_grant');
  }
  return { ...(await issueTokens(services, client, user, signIn, changes, nonce)), RefreshToken: refreshToken };
};
