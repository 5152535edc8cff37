import { invalidInput } from '../errors/auth-error.ts';

/**
 * The characters that PRECIS allows in user names (RFC 8265): letters, marks and digits of any script, and the other
 * characters of ASCII.
 */
const allowed = /^[\p{L}\p{M}\p{Nd}!-~]+$/u;

/** Scripts of living languages (UAX 31, "recommended"). */
const scripts = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Kannada',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
].map((script) => new RegExp(`^\\p{Script_Extensions=${script}}$`, 'u'));
/**
 * Latin, and those that are written together with it in Chinese, Japanese and Korean (UTS 39, "highly restrictive").
 */
const eastAsian = ['Latin', 'Bopomofo', 'Han', 'Hangul', 'Hiragana', 'Katakana'].map(
  (script) => new RegExp(`^\\p{Script_Extensions=${script}}$`, 'u'),
);

/** Letters of other scripts that look like Latin ones (UTS 39, confusables.txt, those that are single letters). */
const latinLookAlikes: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'аАαΑɑ',
    b: 'ВΒ',
    c: 'сСϲ',
    d: 'ԁ',
    e: 'еЕΕ',
    g: 'ɡց',
    h: 'һНΗհ',
    i: 'іІιΙıӏ',
    j: 'јЈϳյ',
    k: 'кКκΚ',
    m: 'МΜ',
    n: 'Νո',
    o: 'оОοΟօσ',
    p: 'рРρΡ',
    q: 'ԛզ',
    s: 'ѕЅ',
    t: 'ТΤ',
    u: 'υս',
    v: 'ѵν',
    w: 'ԝѡ',
    x: 'хХχΧ',
    y: 'уУγΥ',
    z: 'Ζ',
  }).flatMap(([latin, others]) => Array.from(others, (other): [string, string] => [other, latin])),
);

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Refuses a name that could be mistaken for another one: a name with look-alike characters or letters of several
 * scripts, or one that looks like the id of a user.
 * @throws AuthError `INVALID_INPUT`.
 * @see https://www.unicode.org/reports/tr39/
 */
export function refuseMisleading(input: string, name: string, what = `\`${input}\``): void {
  if (!allowed.test(name) || name.normalize('NFKC') !== name) {
    throw invalidInput(
      input,
      `${what} may hold letters, digits and the signs of a keyboard, and no characters that look like others.`,
    );
  }
  const letters = Array.from(name).filter((character) => /\p{L}/u.test(character));
  const isOfOne = [eastAsian, ...scripts.map((script) => [script])].some((script) =>
    letters.every((letter) => script.some((pattern) => pattern.test(letter))),
  );
  if (!isOfOne) throw invalidInput(input, `${what} must be written in the letters of one script.`);
  // A name of one other script that looks like a Latin one: `соре` in Cyrillic.
  if (letters.some((letter) => latinLookAlikes.has(letter)) && /^[!-~]*$/.test(latinised(name))) {
    throw invalidInput(input, `${what} looks like a name in Latin letters. Write it in these.`);
  }
  if (identifier.test(name)) throw invalidInput(input, `${what} must not look like the id of a user.`);
}

/** Whether a name is one of these, or looks like one. */
export function isReserved(name: string, reserved: readonly string[]): boolean {
  const folded = skeleton(name);
  return reserved.some((each) => skeleton(each) === folded);
}

function latinised(name: string): string {
  return Array.from(name, (character) => latinLookAlikes.get(character) ?? character).join('');
}

/** The same form for all names that look alike: in lower case, without the characters that separate parts of a name. */
function skeleton(name: string): string {
  const lower = latinised(name.normalize('NFKC')).toLowerCase();
  return lower.replace(/[-_.]/g, '').replace(/[l1|]/g, 'i').replaceAll('0', 'o');
}
