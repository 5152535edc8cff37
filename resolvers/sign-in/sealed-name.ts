import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { AuthError } from '../errors/auth-error.ts';
import { isAddress } from '../errors/hidden-account.ts';
import { sessionExpired } from '../errors/outcomes.ts';
import type { ResolversTypes } from '../generated/schema.ts';

type AuthResult = ResolversTypes['AuthResult'];

/**
 * Hides the user name that Cognito returns when somebody signs in with an address: it would reveal to strangers that
 * the address has an account, and which one. Cognito requires that name in the answer, so it is stored in the session,
 * encrypted for this API only.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.answer-name
 */
export interface NameSeal {
  /** The challenge with the name that was entered. */
  hide(result: AuthResult, typed: string): AuthResult;
  /**
   * The name and the session that Cognito requires. @throws AuthError `SESSION_EXPIRED` for a session of another name.
   */
  open(username: string, session: string): { readonly username: string; readonly session: string };
}

const prefix = 'n1.';
/** The challenges that come before anything is proven, and whose proof does not use the user name. */
const hidden: ReadonlySet<string> = new Set(['CUSTOM_CHALLENGE', 'EMAIL_OTP', 'SMS_OTP']);
/** The same length for every name. Cognito's names have at most 128 characters, of at most 4 bytes each. */
const plainBytes = 1040;

/** Without a client secret there is no key, and hiding the name would be useless: anybody can ask Cognito itself. */
export function createNameSeal(clientSecret: string | null): NameSeal {
  if (clientSecret === null) return { hide: (result) => result, open: (username, session) => ({ username, session }) };
  const key = Buffer.from(hkdfSync('sha256', clientSecret, '', 'name in a session', 32));
  return {
    hide: (result, typed) => {
      if (result.__typename === 'Tokens' || !isAddress(typed) || !hidden.has(result.name) || !result.session) return result;
      const text = Buffer.alloc(plainBytes, ' ');
      text.write(JSON.stringify([typed, result.username]));
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
      return { ...result, username: typed, session: `${prefix}${sealed.toString('base64url')}.${result.session}` };
    },
    open: (username, session) => {
      if (!session.startsWith(prefix)) return { username, session };
      const [, sealed = '', ...rest] = session.split('.');
      const [typed, real] = opened(key, Buffer.from(sealed, 'base64url'));
      if (typed !== username || real === undefined) throw unknownSession();
      return { username: real, session: rest.join('.') };
    },
  };
}

/** Cognito's own session, with or without a seal before it. */
export function sessionOfCognito(session: string): string {
  return session.startsWith(prefix) ? session.split('.').slice(2).join('.') : session;
}

function opened(key: Buffer, sealed: Buffer): readonly (string | undefined)[] {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(-16));
    const names: unknown = JSON.parse(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString());
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    throw unknownSession();
  }
}

function unknownSession(): AuthError {
  const { code, message, field } = sessionExpired;
  return new AuthError(code, message, { field });
}
