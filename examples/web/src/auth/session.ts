/** How long a session is kept: while a tab is open, over a reload of the tab, or over a restart of the browser. */
export type Persistence = 'memory' | 'session' | 'local';

/** The result of a sign-in or a refresh. */
export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  /** Null after a refresh that returned no new one. */
  readonly refreshToken: string | null;
  readonly expiresIn: number;
}

/** One sign-in, which all tabs of the page share. */
export interface Session {
  readonly id: string;
  /** How often it was renewed. Of two copies the one with the higher number is the newer one. */
  readonly generation: number;
  readonly persistence: Persistence;
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
  /** Milliseconds since the epoch, by the clock of this machine, so that a wrong clock does no harm. */
  readonly expiresAt: number;
  /** Whether the pool's domain has a session of its own besides this one, since the sign-in began there. */
  readonly isAtDomain?: boolean;
}

/**
 * Who is signed in, according to the ID token. Only for display: the page does not check the signature; the API does.
 */
export interface AuthUser {
  readonly sub: string;
  readonly username: string;
  readonly email: string | null;
  readonly groups: readonly string[];
}

export function newSession(tokens: Tokens, persistence: Persistence, now: number): Session {
  const { accessToken, idToken, refreshToken, expiresIn } = tokens;
  if (refreshToken === null) throw new Error('The sign-in returned no refresh token.');
  const id = crypto.randomUUID();
  const isAtDomain = isFromDomain(accessToken);
  return { id, generation: 0, persistence, accessToken, idToken, refreshToken, expiresAt: now + expiresIn * 1000, isAtDomain };
}

export function renewed(session: Session, tokens: Tokens, now: number): Session {
  const { accessToken, idToken, expiresIn } = tokens;
  const refreshToken = tokens.refreshToken ?? session.refreshToken;
  return {
    ...session,
    generation: session.generation + 1,
    accessToken,
    idToken,
    refreshToken,
    expiresAt: now + expiresIn * 1000,
  };
}

/** Whether a stored value is a session that this page can use. */
export function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false;
  const { id, generation, persistence, accessToken, idToken, refreshToken, expiresAt }: Partial<Record<keyof Session, unknown>> =
    value;
  return (
    [id, accessToken, idToken, refreshToken].every((text) => typeof text === 'string') &&
    [generation, expiresAt].every(Number.isFinite) &&
    (persistence === 'session' || persistence === 'local')
  );
}

/** The device that a session belongs to, if devices are tracked: a refresh must name it. */
export function deviceKeyOf({ accessToken }: Session): string | null {
  if (accessToken.split('.').length !== 3) return null;
  const key: unknown = claimsOf(accessToken)['device_key'];
  return typeof key === 'string' ? key : null;
}

/** The nonce of the request that these tokens answer; null if it had none. */
export function nonceOf({ idToken }: Pick<Tokens, 'idToken'>): string | null {
  const nonce: unknown = claimsOf(idToken)['nonce'];
  return typeof nonce === 'string' ? nonce : null;
}

/** Only tokens of the domain's own endpoint have the scope `openid`. */
function isFromDomain(accessToken: string): boolean {
  if (accessToken.split('.').length !== 3) return false;
  return String(claimsOf(accessToken)['scope'] ?? '')
    .split(' ')
    .includes('openid');
}

export function userOf({ idToken }: Session): AuthUser {
  const claims = claimsOf(idToken);
  const groups: unknown = claims['cognito:groups'];
  return {
    sub: String(claims['sub'] ?? ''),
    username: String(claims['cognito:username'] ?? ''),
    email: typeof claims['email'] === 'string' ? claims['email'] : null,
    groups: Array.isArray(groups) ? groups.map(String) : [],
  };
}

function claimsOf(token: string): Record<string, unknown> {
  const payload = token.split('.')[1] ?? '';
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes));
}
