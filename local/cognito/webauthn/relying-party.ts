import type { PoolSettings } from '../settings/pool.ts';
import { CognitoError } from '../wire/errors.ts';

/** The relying party that a pool's passkeys belong to. */
export interface RelyingParty {
  /** A host name. Passkeys for it work on this host and its subdomains. */
  readonly id: string;
  /** `required`: an authenticator that has not verified its user is refused. */
  readonly userVerification: 'required' | 'preferred';
}

/** Throws WebAuthnNotEnabledException and WebAuthnConfigurationMissingException. */
export function relyingPartyOf(settings: PoolSettings): RelyingParty {
  if (!settings.Policies.SignInPolicy.AllowedFirstAuthFactors.includes('WEB_AUTHN')) {
    throw new CognitoError('WebAuthnNotEnabledException', 'WebAuthn is not enabled for this user pool.');
  }
  // Without this setting AWS uses the pool's domain, but pools have none here.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.relying-party
  const id = settings.WebAuthnRelyingPartyID;
  if (id === undefined) {
    throw new CognitoError('WebAuthnConfigurationMissingException', 'The user pool has neither a relying party ID nor a domain.');
  }
  return { id, userVerification: settings.WebAuthnUserVerification ?? 'preferred' };
}

/** Whether a passkey with user verification counts as two factors, so that it is sufficient if MFA is required. */
export function passkeyIsMultiFactor(settings: PoolSettings): boolean {
  return settings.WebAuthnFactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
}

/**
 * Whether pages of an origin may use the relying party's passkeys (WebAuthn Level 3 §5.1.2): its host must be the
 * relying party's or a subdomain of it. With https any port is allowed; plain http only on this machine, as in
 * browsers.
 */
export function isOriginAllowed(origin: string, relyingPartyId: string): boolean {
  const url = URL.parse(origin);
  if (url?.origin !== origin) return false;
  const below = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`);
  return below(relyingPartyId) && (url.protocol === 'https:' || (url.protocol === 'http:' && below('localhost')));
}
