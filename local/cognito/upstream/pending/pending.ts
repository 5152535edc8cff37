import { createHash, timingSafeEqual } from 'node:crypto';
import { cookieOf } from '../../../http/cookies.ts';
import type { HttpRequest } from '../../../http/http-message.ts';
import type { Services } from '../../services.ts';

/** A sign-in while its user is at the provider. */
export interface Pending {
  readonly poolId: string;
  readonly provider: string;
  /** The application's request, which is checked again at the end. */
  readonly query: string;
  readonly at: AtIssuer | AtStandIn;
}

/** At a real OpenID Connect issuer, whose ID token must repeat the nonce. */
export interface AtIssuer {
  readonly place: 'issuer';
  readonly nonce: string;
  /** The PKCE verifier (RFC 7636). */
  readonly verifier: string;
}

export interface AtStandIn {
  readonly place: 'stand-in';
  /** A secret of the page, so that no other page can submit its forms. */
  readonly csrf: string;
  /** What the stand-in answers to whoever brings the code. */
  readonly answer?: { readonly code: string; readonly outcome: StandInOutcome };
}

export type StandInOutcome =
  | { readonly subject: string; readonly claims: Readonly<Record<string, unknown>> }
  | { readonly refusal: string };

type Effects = Pick<Services, 'providerSignIns' | 'seal' | 'open' | 'world'>;

const validMs = 300_000;
const cookieName = 'cognito.at-provider';

export const newSecret = ({ world }: Pick<Services, 'world'>): string => world.randomBytes(32).toString('base64url');

/**
 * Stores a sign-in under its state, for five minutes and for this browser only. Returns the cookie by which the browser
 * is recognized. Otherwise somebody could sign a victim in to the account of another (login CSRF).
 */
export function keepPending(services: Effects, http: HttpRequest, state: string, pending: Pending): string {
  const { providerSignIns, seal, world } = services;
  const known = cookieOf(http, cookieName);
  // The same value for all tabs of a browser, so that none ends the sign-in of another.
  const browser = known !== undefined && /^[A-Za-z0-9_-]{43}$/.test(known) ? known : newSecret(services);
  const expiresAt = world.now() + validMs;
  providerSignIns.insert(hashOf(state), {
    browserHash: hashOf(browser),
    sealedStep: seal(JSON.stringify(pending)),
    expiresAt,
  });
  // Lax: the cookie must come along when the provider sends the user back.
  return `${cookieName}=${browser}; Path=/; Max-Age=${validMs / 1000}; HttpOnly; SameSite=Lax`;
}

/** Undefined for a state that is made up, used, expired or of another browser. */
export function findPending(
  { providerSignIns, open, world }: Effects,
  http: HttpRequest,
  state: string | null,
): Pending | undefined {
  const browser = cookieOf(http, cookieName);
  const found = state ? providerSignIns.find(hashOf(state)) : undefined;
  if (!found || browser === undefined || !timingSafeEqual(hashOf(browser), found.browserHash)) return undefined;
  if (found.expiresAt <= world.now()) return undefined;
  // Only this file writes it.
  return JSON.parse(open(found.sealedStep)) as Pending;
}

/** Like `findPending`, for the end of the sign-in: the state is valid no more. */
export function takePending(services: Effects, http: HttpRequest, state: string | null): Pending | undefined {
  const pending = findPending(services, http, state);
  return pending && state && services.providerSignIns.remove(hashOf(state)) ? pending : undefined;
}

/** Stores what the stand-in will answer. Returns the code for it. */
export function keepAnswer(services: Effects, state: string, pending: Pending, at: AtStandIn, outcome: StandInOutcome): string {
  const code = newSecret(services);
  const answered: Pending = { ...pending, at: { ...at, answer: { code, outcome } } };
  services.providerSignIns.replace(hashOf(state), services.seal(JSON.stringify(answered)));
  return code;
}

export function isSame(given: string | null, expected: string): boolean {
  return given !== null && timingSafeEqual(hashOf(given), hashOf(expected));
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
