import type { AuthConfigQuery } from '../../generated/sign-in.ts';
import { ApiError } from '../api-error.ts';
import type { Persistence } from '../session.ts';
import { browserStorages } from '../storage.ts';

/** What `authConfig` says about other providers and about the pool's own pages. */
export type Federation = NonNullable<AuthConfigQuery['authConfig']['federation']>;

/** What this tab remembers while its user is elsewhere. */
export interface Departure {
  /** Null for the pool's own pages. */
  readonly provider: string | null;
  /** How long the tokens of this sign-in are kept. */
  readonly persistence: Persistence;
  /** Where to continue: the part of the address after the #. */
  readonly hash: string;
  /** Whether somebody who is signed in proves again who they are. */
  readonly isStepUp: boolean;
  /** Whether the sign-in has already begun once more by itself, which it does once only. */
  readonly isSecond: boolean;
}

interface Kept extends Departure {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

/** The address of this page as a call-back URL: Cognito compares it letter by letter with those of the app client. */
export function ownAddress(): string {
  return location.origin + location.pathname;
}

/**
 * The address where the sign-in continues, with a state, a nonce and a PKCE challenge of its own (RFC 7636, S256). What
 * belongs to them stays in this tab, for `finish`. Throws an `ApiError` if the browser keeps nothing for the page.
 */
export async function depart({ domain, clientId, scopes }: Federation, departure: Departure): Promise<string> {
  const kept: Kept = { ...departure, state: random(), nonce: random(), verifier: random(), redirectUri: ownAddress() };
  const { session } = browserStorages();
  if (session === null) throw nothingKept;
  session.setItem(keyOf(clientId), JSON.stringify(kept));
  const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(kept.verifier));
  const url = new URL(`${domain}/oauth2/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: kept.redirectUri,
    scope: scopes.join(' '),
    state: kept.state,
    nonce: kept.nonce,
    code_challenge_method: 'S256',
    code_challenge: base64Url(new Uint8Array(challenge)),
    ...(departure.provider !== null && { identity_provider: departure.provider }),
    ...(departure.isStepUp && { prompt: 'login' }),
  }).toString();
  return url.href;
}

/** What `depart` kept, once: a second call-back finds nothing. */
export function takeKept(clientId: string): Kept | null {
  const { session } = browserStorages();
  const text = session?.getItem(keyOf(clientId)) ?? null;
  session?.removeItem(keyOf(clientId));
  // Only `depart` writes there.
  return text === null ? null : (JSON.parse(text) as Kept);
}

const nothingKept = new ApiError(
  'NOTHING_KEPT',
  'This browser lets the page keep nothing, so a sign-in elsewhere could not return here. Allow cookies and site data for it.',
);

const keyOf = (clientId: string): string => `auth.${clientId}.departure`;

/** 256 random bits. As a PKCE verifier it has the 43 characters that RFC 7636 recommends. */
function random(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
