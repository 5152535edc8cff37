/**
 * Finds the code in what somebody typed or pasted: digits of any script with separators between them, or the number of
 * the right length in a sentence. Without `digits`, 6 to 8 digits are right: Cognito's codes have 6, those of a sign-in
 * by e-mail 8. A text without a code is returned unchanged, so that the user sees what they typed.
 */
export function codeIn(text: string, digits?: number): string {
  // Formatting characters are invisible: zero-width spaces, marks of direction, soft hyphens.
  const plain = asciiDigits(text.normalize('NFKC').replace(/\p{Cf}/gu, ''));
  const fits = (code: string): boolean => (digits === undefined ? code.length >= 6 && code.length <= 8 : code.length === digits);

  const all = plain.replace(/\D/g, '');
  const hasWords = /\p{L}/u.test(plain);
  const numbers = plain.match(/\d+/g) ?? [];
  // These come last, because a date with hyphens in a sentence has eight digits too.
  const joined = (plain.match(/\d+(?:[\s\p{Pd}.·]+\d+)*/gu) ?? []).map((group) => group.replace(/\D/g, ''));
  const found = [...(hasWords ? [] : [all]), ...numbers, ...joined].find(fits);
  return found ?? (hasWords ? plain.trim() : all);
}

/** In Unicode, the ten digits of a script follow each other, from zero to nine. Two such groups may be adjacent. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const codePoint = digit.codePointAt(0) ?? 0;
    let first = codePoint;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((codePoint - first) % 10);
  });
}
