import type { HttpRequest } from '../../../http/http-message.ts';
import { hasDomain } from '../../pools/domains.ts';
import { secretMatches } from '../../secrets/secret-hash.ts';
import type { Services } from '../../services.ts';
import type { UserPool, UserPoolClient } from '../../store/pool-store.ts';
import { poolOf } from '../../users/accounts.ts';
import { PageError, TokenError } from './refusals.ts';

export interface OAuthClient {
  readonly client: UserPoolClient;
  readonly pool: UserPool;
}

/**
 * The client of a request in a browser. Throws PageError for an unknown client, one that is not for OAuth, and one whose
 * pool has no domain. In AWS, a pool without a domain has no such endpoints.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.error-pages
 */
export function oauthClient(services: Services, params: URLSearchParams): OAuthClient {
  const [clientId, ...others] = params.getAll('client_id');
  if (!clientId) throw new PageError('Required parameters missing', 'The link of the application lacks the id of its client.');
  const client = others.length === 0 ? services.pools.client(clientId) : undefined;
  if (!client || !hasDomain(services, client.poolId)) {
    throw new PageError('unauthorized_client', 'This application is unknown here.');
  }
  if (!client.settings.AllowedOAuthFlowsUserPoolClient) {
    throw new PageError('unauthorized_client', 'This application is not enabled for OAuth 2.0.', client.id);
  }
  return { client, pool: poolOf(services, client.poolId) };
}

/**
 * The client of a request by a program, by `client_secret_basic` or `client_secret_post`; a client without a secret only
 * names itself. Throws TokenError `invalid_client`, the same for an unknown client as for a wrong secret.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.client-authentication
 */
export function authenticatedClient(services: Services, { headers }: HttpRequest, form: URLSearchParams): OAuthClient {
  const invalid = () => new TokenError('invalid_client');
  const basic = headers['authorization'] === undefined ? undefined : basicCredentials(headers['authorization']);
  if (basic === null) throw invalid();
  const posted = form.get('client_id') ?? undefined;
  // One way of authentication for each request (RFC 6749 §2.3).
  if (basic && form.has('client_secret')) throw new TokenError('invalid_request');
  if (posted === undefined && !basic) throw new TokenError('invalid_request');
  const candidates = basic ?? [{ id: posted ?? '', secret: form.get('client_secret') ?? undefined }];
  for (const { id, secret } of candidates) {
    const client = services.pools.client(id);
    if (!client || (posted !== undefined && posted !== id) || !hasDomain(services, client.poolId)) continue;
    if (client.secrets.length === 0 && secret) continue;
    if (secretMatches(client, secret)) return { client, pool: poolOf(services, client.poolId) };
  }
  throw invalid();
}

interface Credentials {
  readonly id: string;
  readonly secret: string | undefined;
}

/**
 * The readings of a header: as it stands, which is what Cognito documents, and form-encoded (RFC 6749 §2.3.1), which
 * differs for a secret with a plus sign. Null for a header that is not Basic.
 */
function basicCredentials(header: string): readonly Credentials[] | null {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? [];
  const text = Buffer.from(encoded, 'base64').toString();
  const at = text.indexOf(':');
  if (at < 1) return null;
  const parts = [text.slice(0, at), text.slice(at + 1)];
  const [id = '', secret = ''] = parts;
  const [decodedId = '', decodedSecret = ''] = parts.map(formDecoded);
  return [
    { id, secret },
    { id: decodedId, secret: decodedSecret },
  ];
}

function formDecoded(text: string): string {
  // A text with `&` or `=` would be more than one value.
  return /[&=]/.test(text) ? '' : (new URLSearchParams(`text=${text}`).get('text') ?? '');
}
