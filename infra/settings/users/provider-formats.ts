import { z } from 'zod';
import { standardAttribute } from '../schema/formats.ts';

/** The attributes of a pool that a provider may fill. `sub` and the user name are made by Cognito. */
export const attributeName = z.stringFormat(
  'name of a standard attribute, of email_verified or phone_number_verified, or of a custom attribute with the prefix custom:',
  (name) => filled.has(name) || /^custom:[A-Za-z]\w{0,19}$/.test(name),
);

const filled: ReadonlySet<string> = new Set([
  ...standardAttribute.options,
  'email_verified',
  'phone_number_verified',
  'updated_at',
]);

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a URL leads to the computer that opens it. */
export function isLoopback(url: string): boolean {
  return URL.canParse(url) && loopback.has(new URL(url).hostname);
}

/** Whether a URL is absolute and encrypted, without credentials and fragment; http leads to this computer only. */
export function isHttpsUrl(text: string): boolean {
  if (!isPlainUrl(text)) return false;
  const { protocol } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(text));
}

/** Schemes with which a browser would run or read something instead of opening an app. */
const harmful: ReadonlySet<string> = new Set([
  'about:',
  'blob:',
  'data:',
  'file:',
  'ftp:',
  'javascript:',
  'vbscript:',
  'ws:',
  'wss:',
]);

/**
 * Whether Cognito may send a browser to a URL: https, http://localhost, or the scheme of an app such as
 * `myapp://signed-in`.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.return-urls
 */
export function isReturnUrl(text: string): boolean {
  if (!isPlainUrl(text)) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'http:') return hostname === 'localhost';
  return protocol === 'https:' || (!harmful.has(protocol) && /^[a-z][a-z0-9+.-]*:\/\//i.test(text));
}

/** Absolute, and without what no URL of a redirect may have. A `*` would be a wildcard, which Cognito does not have. */
function isPlainUrl(text: string): boolean {
  if (!URL.canParse(text) || /[\s\p{C}*#\\]/u.test(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
