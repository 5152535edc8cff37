import { describe, expect, test } from 'vitest';
import { temporaryPassword } from '../../../resolvers/input/temporary-password.ts';

describe('temporaryPassword', () => {
  test('holds a character of each class and is as long as the policy wants', () => {
    for (let round = 0; round < 500; round++) {
      const password = temporaryPassword(20);
      expect(password).toHaveLength(20);
      for (const characters of [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/]) expect(password).toMatch(characters);
      expect(password).not.toMatch(/[\s<>&"'0O1lI]/);
    }
  });

  test('is never short, even if the policy allows it', () => {
    expect(temporaryPassword(6)).toHaveLength(14);
  });

  test('is another one each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, () => temporaryPassword(8))).size).toBe(1_000);
  });

  test('puts no class at a fixed place', () => {
    const firsts = Array.from({ length: 500 }, () => temporaryPassword(8).charAt(0));
    expect(firsts.some((first) => /[A-Z]/.test(first)) && firsts.some((first) => /[a-z]/.test(first))).toBe(true);
  });
});
