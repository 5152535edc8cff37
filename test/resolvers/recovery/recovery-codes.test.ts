import { describe, expect, test } from 'vitest';
import { hashCode, newCodes, readCode } from '../../../resolvers/recovery/recovery-codes.ts';

describe('newCodes', () => {
  test('are ten, all different, in groups that people can type, of signs that are not mistaken for others', async () => {
    const { codes } = await newCodes();
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  });

  test('keep nothing but hashes, by a salt of their own', async () => {
    const [one, other] = await Promise.all([newCodes(), newCodes()]);
    expect(JSON.stringify(one.hashed)).not.toContain((one.codes[0] ?? '').slice(0, 4));
    expect(one.hashed.salt).not.toBe(other.hashed.salt);
    const hashes = await Promise.all(one.codes.map((code) => hashCode(readCode(code) ?? '', one.hashed.salt)));
    expect(hashes).toEqual(one.hashed.hashes);
  });
});

describe('readCode', () => {
  test.each(['0KQ2-M11D-PA9T', '0kq2-m11d-pa9t', ' 0KQ2 M11D PA9T ', '0KQ2M11DPA9T', '0KQ2–M11D—PA9T', 'OKQ2-MIlD-PA9T'])(
    'reads %j as it was meant',
    (typed) => {
      expect(readCode(typed)).toBe('0KQ2M11DPA9T');
    },
  );

  test.each(['', '0KQ2-M11D-PA9', '0KQ2-M11D-PA9TX', '0KQ2-M11D-PA9U', '0KQ2-M11D-PA9é', '-'.repeat(2_000)])(
    'finds none in %j',
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});
