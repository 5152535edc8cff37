import { expect, test } from 'vitest';
import { appCode } from './authenticator-app.ts';

// The pool verifies codes with the library that makes them here: the RFC says whether both are right.

/** Base32 of `12345678901234567890`. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('an authenticator app shows what RFC 6238 (appendix B) has, %i seconds after 1970', (seconds, code) => {
  expect(appCode(secret, 0, seconds * 1000)).toBe(code);
  expect(appCode(secret, -2, (seconds + 60) * 1000)).toBe(code);
});
