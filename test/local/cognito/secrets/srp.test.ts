import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  claimSignature,
  k,
  modPow,
  N,
  padHex,
  privateKey,
  publicValue,
  serverValue,
  sessionKey,
  verifierOf,
} from '../../../../local/cognito/secrets/srp.ts';

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

  test('key and signature are those of the reference client', () => {
    const user = '11111111-2222-3333-4444-555555555555';
    const verifier = verifierOf(privateKey('AbCdEf123', user, 'Passw0rd! é', salt));
    const b = Buffer.alloc(128, 0xb2);
    const A = modPow(Buffer.of(2), Buffer.alloc(128, 0xa1));
    const B = serverValue(verifier, b);
    const digest = (number: Buffer) => createHash('sha256').update(number.toString('hex').replace(/^0+/, '')).digest('hex');
    expect(digest(A)).toBe('000eb605dbc549f0de97a195273b9cfd9527f21de3389ac0505181cc2d4ad1e5');
    expect(digest(B)).toBe('9fa3e6be7dba86160fd883579cb620065cf496661c4237d10e4ca82970cd58b4');
    const key = sessionKey({ verifier, A, B, b }) ?? Buffer.alloc(0);
    expect(key.toString('hex')).toBe('1a63f0dbedb6bf6b8a2cbe7452fdf19d');
    const block = Buffer.from('U0VDUkVULUJMT0NLLWJ5dGVz', 'base64');
    expect(claimSignature(key, 'AbCdEf123', user, block, 'Wed Apr 5 22:42:34 UTC 2017').toString('base64')).toBe(
      'UQUjVxj2S/hcfoq8P8x92Dszw9muUbovPyyvbfrkcMU=',
    );
  });

  test('a public value is a number between 1 and N-1, in hex', () => {
    const prime = N.toString('hex');
    expect(publicValue('2')?.at(-1)).toBe(2);
    expect(publicValue(`${prime.slice(0, -1)}e`)).toHaveLength(384);
    for (const hex of ['', '0', '0'.repeat(768), prime, 'f'.repeat(768), `0${prime}`, '1'.repeat(769), 'xyz', '-1', ' 2']) {
      expect(publicValue(hex)).toBeUndefined();
    }
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
