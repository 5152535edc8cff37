import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';

/** Why a provider is not asked itself. */
export type WhyStandIn = 'kind' | 'example' | 'secret';

/**
 * Undefined for a provider that is asked itself: an OpenID Connect issuer on a real host, whose secret this machine has.
 * Facebook and Amazon have no such issuer, Apple sends nobody back to localhost, and SAML is not implemented.
 */
export function whyStandIn({ type, details }: Pick<IdentityProvider, 'type' | 'details'>): WhyStandIn | undefined {
  if (type !== 'OIDC' && type !== 'Google') return 'kind';
  const issuer = URL.parse(details['oidc_issuer'] ?? '');
  if (issuer && isReserved(issuer.hostname)) return 'example';
  return details['client_secret']?.startsWith('{{resolve:') ? 'secret' : undefined;
}

/** Hosts of examples, which never exist (RFC 2606). */
function isReserved(host: string): boolean {
  return /(?:^|\.)(?:example\.(?:com|net|org)|example|test|invalid)\.?$/.test(host);
}
