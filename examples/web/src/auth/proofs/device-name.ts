/**
 * If a user agent contains several of these names, the first in this list is right: Edge also calls itself Chrome, and
 * Chrome calls itself Safari.
 */
const browsers = [
  ['Edge', /\bEdg/],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:HeadlessChrome|Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** A user agent in words, such as “Firefox on Windows”; unchanged if it is not that of a browser. */
export function deviceName(userAgent: string | null): string {
  if (userAgent === null || userAgent.toLowerCase() === 'unknown') return 'Unknown device';
  const found = [browsers, systems].flatMap((names) => names.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? []);
  return found.length === 0 ? userAgent : found.join(' on ');
}
