import type { ProvidedIdentity } from '../../federation/admit.ts';
import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import { type AtStandIn, isSame } from '../pending/pending.ts';
import type { Refusal } from '../pending/refusal.ts';

/** What the stand-in says to whoever brings its code, as an issuer's token endpoint would. */
export function answerOfStandIn(
  provider: IdentityProvider,
  { answer }: AtStandIn,
  params: URLSearchParams,
): ProvidedIdentity | Refusal {
  const isSaml = provider.type === 'SAML';
  if (!answer || !isSame(params.get(isSaml ? 'SAMLart' : 'code'), answer.code)) {
    return { error: 'invalid_request', description: `The code of the stand-in for ${provider.name} is not valid.` };
  }
  const { outcome } = answer;
  if ('refusal' in outcome) return { error: 'access_denied', description: outcome.refusal };
  const { subject, claims } = outcome;
  if (isSaml) return { provider, subject, issuer: issuerOf(provider), claims, raw: { samlResponse: claims } };
  const tokenResponse = { token_type: 'Bearer', expires_in: 3600, scope: provider.details['authorize_scopes'] };
  const hasIdToken = provider.details['oidc_issuer'] !== undefined;
  return { provider, subject, claims, raw: { tokenResponse, ...(hasIdToken && { idToken: claims }), userInfo: claims } };
}

/** The entity id in the metadata, where they are in the template; otherwise where they are. */
function issuerOf({ details, name }: IdentityProvider): string {
  const [, entityId] = /\bentityID\s*=\s*["']([^"']+)["']/.exec(details['MetadataFile'] ?? '') ?? [];
  return entityId ?? details['MetadataURL'] ?? name;
}
