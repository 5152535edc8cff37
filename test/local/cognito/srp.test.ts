import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { k, modPow, N, padHex, privateKey, verifierOf } from '../../../local/cognito/srp.ts';

const salt = Buffer.from('f0e1d2c3b4a5968778695a4b3c2d1e0f', 'hex');

describe('srp', () => {
  test('k is the one that every client of Cognito computes', () => {
    expect(k.toString('hex')).toBe('538282c4354742d7cbbde2359fcf67f9f5b3a6b08791e5011b43b8a5b66d9ee6');
  });

  test.each([
    ['f0e1', '00f0e1'],
    ['70e1', '70e1'],
    ['000070e1', '70e1'],
    ['0000f0e1', '00f0e1'],
    ['00', '00'],
  ])('padHex of %s is %s', (integer, padded) => {
    expect(padHex(Buffer.from(integer, 'hex')).toString('hex')).toBe(padded);
  });

  // Computed with amazon-cognito-identity-js 6.3.21 and by an independent server.
  test('x and v are those of the reference client', () => {
    const x = privateKey('AbCdEf123', '11111111-2222-3333-4444-555555555555', 'Passw0rd! é', salt);
    expect(x.toString('hex')).toBe('e022324cfe14fc93782e43148ddcb96fb5f16c0abd1e07e1f0efdcdbbe73a0b7');
    const v = verifierOf(x).toString('hex').replace(/^0+/, '');
    expect(createHash('sha256').update(v).digest('hex')).toBe('3ae680c587dc95ccf871094e72874b3697a954b89f13008093d4403376a0bf31');
  });

  test('modPow agrees with plain arithmetic, for even exponents too', () => {
    const modulus = BigInt(`0x${N.toString('hex')}`);
    for (const exponent of [3n, 4n, 65_537n, 2n ** 200n + 6n]) {
      let expected = 1n;
      for (const bit of exponent.toString(2)) expected = (expected * expected * (bit === '1' ? 7n : 1n)) % modulus;
      const hex = exponent.toString(16);
      const power = modPow(Buffer.of(7), Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'));
      expect(BigInt(`0x${power.toString('hex')}`)).toBe(expected);
    }
  });
});
