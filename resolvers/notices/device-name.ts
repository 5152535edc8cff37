/** In this order, since a browser's user agent also names the browsers that it is compatible with. */
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
 * The device in words that are the same in every language: `Firefox, Windows`. Null if it is unknown. The user agent
 * itself never gets into a mail, since the caller chooses it and could write anything to the reader.
 */
export function deviceName(userAgent: string | null): string | null {
  const found = [browsers, systems].flatMap((names) => names.find(([, sign]) => sign.test(userAgent ?? ''))?.[0] ?? []);
  return found.length === 0 ? null : found.join(', ');
}
