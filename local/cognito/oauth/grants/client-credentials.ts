import { issueMachineToken } from '../../tokens/machine-token.ts';
import { CognitoError } from '../../wire/errors.ts';
import { TokenError } from '../protocol/refusals.ts';
import type { GrantType } from './grant.ts';

/**
 * RFC 6749 §4.4, for the custom scopes of the client.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.client-credentials
 */
export const clientCredentials: GrantType = async (services, { client, pool }, form) => {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows = [] } = client.settings;
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows.includes('client_credentials')) {
    throw new TokenError('unauthorized_client');
  }
  const scopes = form.get('scope')?.split(' ').filter(Boolean);
  try {
    return await issueMachineToken(services, pool, client, scopes, clientMetadata(form));
  } catch (error) {
    if (error instanceof CognitoError && error.name === 'InvalidParameterException') throw new TokenError('invalid_scope');
    throw error;
  }
};

/** For PreTokenGeneration: a JSON object of texts. */
function clientMetadata(form: URLSearchParams): Readonly<Record<string, string>> | undefined {
  const given = form.get('aws_client_metadata');
  if (given === null) return undefined;
  const value = parsed(given);
  const isOfTexts = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isOfTexts) throw new TokenError('invalid_request');
  const entries = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  if (entries.length !== Object.keys(value).length) throw new TokenError('invalid_request');
  return Object.fromEntries(entries);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new TokenError('invalid_request');
    throw error;
  }
}
