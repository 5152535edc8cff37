/** In the order in which they are looked for: a browser names those that it is made like, too. */
const browsers = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
] as const;

const systems = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows NT\b/],
  ['macOS', /\bMac OS X\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Linux', /\bLinux\b/],
] as const;

/**
 * The device in words that read alike in every language: `Firefox, Windows`. Null for one that is not known. Nothing of
 * what a caller wrote as their user agent gets into a mail: it could ask its reader for anything.
 */
export function deviceName(userAgent: string | null): string | null {
  const found = [browsers, systems].flatMap((names) => names.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? []);
  return found.length === 0 ? null : found.join(', ');
}
