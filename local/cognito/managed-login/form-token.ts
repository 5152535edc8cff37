import { createHash } from 'node:crypto';
import { cookieOf } from '../../http/cookies.ts';
import type { HttpRequest } from '../../http/http-message.ts';
import type { Services } from '../services.ts';

// A form may only be sent by the browser that has loaded it: its token is sealed, and names a cookie that no page can
// read and no other site's request brings along. So nobody can sign another person's browser in (login CSRF).

const cookieName = 'cognito.forms';
const tokenMinutes = 60;

/** The random value of this browser; a new one if it has none. */
export function browserOf({ world }: Pick<Services, 'world'>, http: HttpRequest): string {
  const value = cookieOf(http, cookieName) ?? '';
  return /^[\w-]{43}$/.test(value) ? value : world.randomBytes(32).toString('base64url');
}

/** Lax, so that a sign-in that begins at another site does not replace the cookie of an open page. */
export function browserCookie(browser: string): string {
  return `${cookieName}=${browser}; Path=/; HttpOnly; SameSite=Lax`;
}

/** For a form that leads to `path`, in a sign-in for one client. */
export function formToken({ seal, world }: Pick<Services, 'seal' | 'world'>, browser: string, clientId: string, path: string) {
  const expiresAt = world.now() + tokenMinutes * 60_000;
  return Buffer.from(seal(JSON.stringify({ browser: hashOf(browser), clientId, path, expiresAt }))).toString('base64url');
}

export function isOwnForm(
  { open, world }: Pick<Services, 'open' | 'world'>,
  http: HttpRequest,
  token: string,
  clientId: string,
  path: string,
): boolean {
  const { origin, host, 'sec-fetch-site': site = 'same-origin' } = http.headers;
  if (site !== 'same-origin' || (origin !== undefined && URL.parse(origin)?.host !== host)) return false;
  const browser = cookieOf(http, cookieName);
  if (browser === undefined) return false;
  try {
    const sealed = JSON.parse(open(Buffer.from(token, 'base64url')));
    return (
      sealed.browser === hashOf(browser) && sealed.clientId === clientId && sealed.path === path && world.now() < sealed.expiresAt
    );
  } catch {
    // Made up, or changed.
    return false;
  }
}

function hashOf(browser: string): string {
  return createHash('sha256').update(browser).digest('base64url');
}
