import { describe, expect, test } from 'vitest';
import { codeIn } from '../../../examples/web/src/ui/code.ts';

describe('codeIn', () => {
  test.each([
    ['as it is', '630095', '630095'],
    ['with a leading zero', '000123', '000123'],
    ['full-width digits', '６３００９５', '630095'],
    ['Arabic digits', '٦٣٠٠٩٥', '630095'],
    ['Persian digits', '۶۳۰۰۹۵', '630095'],
    ['Devanagari digits', '६३००९५', '630095'],
    ['mathematical digits', '𝟔𝟑𝟎𝟎𝟗𝟓', '630095'],
    [
      'digits of two scripts that stand side by side in Unicode',
      '\u{116e0}\u{116dd}\u{116da}\u{116da}\u{116e3}\u{116df}',
      '630095',
    ],
    ['a zero-width space', '630\u200b095', '630095'],
    ['a byte order mark and marks of direction', '\ufeff\u200e630095\u200f', '630095'],
    ['a word joiner and a soft hyphen', '630\u2060\u00ad095', '630095'],
    ['spaces', ' 630 095 ', '630095'],
    ['no-break spaces', '630\u00a0095\u202f', '630095'],
    ['a line break', '630095\n', '630095'],
    ['a hyphen', '630-095', '630095'],
    ['a dash', '630–095', '630095'],
    ['a full-width hyphen', '６３０－０９５', '630095'],
    ['dots', '630.095', '630095'],
    ['a dot at the end', '630095.', '630095'],
    ['quotes', '“630095”', '630095'],
    ['digits apart', '6 3 0 0 9 5', '630095'],
    ['a letter before it', 'G-630095', '630095'],
    ['a sentence', 'Your confirmation code is 630095.', '630095'],
    ['a sentence with the code in two halves', 'Your code: 630-095. Tell nobody.', '630095'],
    ['a sentence without spaces', '確認コードは６３００９５です。', '630095'],
    ['a sentence with several numbers', 'Hello user 42, 630095 is your code, valid for 24 hours.', '630095'],
    ['a sentence with a date', 'On 2026-11-28 at 13:45 your code was 630095.', '630095'],
    ['a sentence with a telephone number', 'Code 630095. Questions? Call +1 555 555 0100.', '630095'],
    ['a mail with its subject', 'Your code\n\n630095\n\n© 2026', '630095'],
  ])('of six digits: %s', (_, text, code) => {
    expect(codeIn(text, 6)).toBe(code);
    // The length need not be known.
    expect(codeIn(text)).toBe(code);
  });

  test.each([
    ['as it is', '12345678', '12345678'],
    ['in two halves', '1234 5678', '12345678'],
    ['a sentence with several numbers', 'Your sign-in code is 12345678 and expires in 3 minutes.', '12345678'],
    ['a sentence with a date', 'On 2026-11-28 your code was 12345678.', '12345678'],
  ])('of eight digits: %s', (_, text, code) => {
    expect(codeIn(text)).toBe(code);
    expect(codeIn(text, 8)).toBe(code);
  });

  test('several numbers without a word: the one of the right length', () => {
    expect(codeIn('630095, 2026', 6)).toBe('630095');
  });

  test('while it is typed, the digits so far', () => {
    expect(['6', '63', '63 ', '63-', '63-0'].map((text) => codeIn(text, 6))).toEqual(['6', '63', '63', '63', '630']);
  });

  test('too many digits stay visible', () => {
    expect(codeIn('6300951', 6)).toBe('6300951');
  });

  test('a text without a code stays unchanged', () => {
    expect(codeIn('  Your code ')).toBe('Your code');
    expect(codeIn('Room 101')).toBe('Room 101');
    expect(codeIn('')).toBe('');
  });
});
