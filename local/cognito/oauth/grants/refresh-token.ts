import { renewTokens } from '../../tokens/renewal.ts';
import { requiredIn } from '../protocol/form.ts';
import { TokenError } from '../protocol/refusals.ts';
import type { GrantType } from './grant.ts';

/**
 * RFC 6749 §6. The scopes stay as they are; the parameter `scope` is ignored.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.refresh
 */
export const refreshToken: GrantType = (services, { client }, form) => {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows = [] } = client.settings;
  if (!AllowedOAuthFlowsUserPoolClient || AllowedOAuthFlows.includes('client_credentials')) {
    throw new TokenError('unauthorized_client');
  }
  const token = requiredIn(form, 'refresh_token');
  return renewTokens(services, client, token, { clientId: client.id }, undefined);
};
