import type { HttpResponse } from '../../http/http-message.ts';
import { hasDomain } from '../pools/domains.ts';
import type { Services } from '../services.ts';

type Document = (services: Services, issuer: string, poolId: string) => Promise<object>;

/**
 * The documents that a pool publishes under its issuer (OpenID Connect Discovery 1.0 §4).
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.discovery
 */
const documents: Readonly<Record<string, Document>> = {
  'jwks.json': async ({ keys }, _issuer, poolId) => {
    const { access, id } = await keys.of(poolId);
    return { keys: [id.jwk, access.jwk] };
  },
  /** Only a pool with a domain has the endpoints of the domain. */
  'openid-configuration': async (services, issuer, poolId) => ({
    ...(hasDomain(services, poolId) && {
      authorization_endpoint: `${services.endpoint}/oauth2/authorize`,
      end_session_endpoint: `${services.endpoint}/logout`,
      revocation_endpoint: `${services.endpoint}/oauth2/revoke`,
      token_endpoint: `${services.endpoint}/oauth2/token`,
      userinfo_endpoint: `${services.endpoint}/oauth2/userInfo`,
    }),
    id_token_signing_alg_values_supported: ['RS256'],
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    response_types_supported: ['code', 'token'],
    scopes_supported: ['openid', 'email', 'phone', 'profile'],
    subject_types_supported: ['public'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }),
};

export async function wellKnown(services: Services, cors: Readonly<Record<string, string>>, url: string): Promise<HttpResponse> {
  const [, poolId = '', name = ''] = /^\/([^/?]+)\/\.well-known\/([^/?]+)(?:\?.*)?$/.exec(url) ?? [];
  const document = Object.hasOwn(documents, name) ? documents[name] : undefined;
  const headers = { ...cors, 'content-type': 'application/json' };
  if (!document || !services.pools.pool(poolId)) return { status: 404, headers, body: JSON.stringify({ message: 'Not found.' }) };
  const body = JSON.stringify(await document(services, `${services.endpoint}/${poolId}`, poolId));
  return { status: 200, headers: { ...headers, 'cache-control': 'public, max-age=86400' }, body };
}
