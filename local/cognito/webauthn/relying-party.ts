import type { PoolSettings } from '../settings/pool.ts';
import { CognitoError } from '../wire/errors.ts';

/** Whom a pool's passkeys are for. */
export interface RelyingParty {
  /** A host name: passkeys made for it work on it and on the hosts below it. */
  readonly id: string;
  /** `required`: an authenticator that has not checked its user is refused. */
  readonly userVerification: 'required' | 'preferred';
}

/** Throws WebAuthnNotEnabledException and WebAuthnConfigurationMissingException. */
export function relyingPartyOf(settings: PoolSettings): RelyingParty {
  if (!settings.Policies.SignInPolicy.AllowedFirstAuthFactors.includes('WEB_AUTHN')) {
    throw new CognitoError('WebAuthnNotEnabledException', 'WebAuthn is not enabled for this user pool.');
  }
  // Without this setting AWS takes the pool's domain, and no pool has one here.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.passkeys.relying-party
  const id = settings.WebAuthnRelyingPartyID;
  if (id === undefined) {
    throw new CognitoError('WebAuthnConfigurationMissingException', 'The user pool has neither a relying party ID nor a domain.');
  }
  return { id, userVerification: settings.WebAuthnUserVerification ?? 'preferred' };
}

/** Whether a passkey that has checked its user counts as two factors, so that it signs in where MFA is required. */
export function passkeyIsMultiFactor(settings: PoolSettings): boolean {
  return settings.WebAuthnFactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
}

/**
 * Whether pages of an origin may use the relying party's passkeys (WebAuthn Level 3 §5.1.2): its host is the relying
 * party's or lies below it. Over https at any port; over plain http on this machine only, where browsers allow it too.
 */
export function isOriginAllowed(origin: string, relyingPartyId: string): boolean {
  const url = URL.parse(origin);
  if (url?.origin !== origin) return false;
  const below = (host: string) => url.hostname === host || url.hostname.endsWith(`.${host}`);
  return below(relyingPartyId) && (url.protocol === 'https:' || (url.protocol === 'http:' && below('localhost')));
}
