import { describe, expect, test } from 'vitest';
import { apiKeyExpiry } from '../../../../infra/constructs/api/api-key.ts';

const DAY_MS = 86_400_000;

describe('apiKeyExpiry', () => {
  test('is the same all month', () => {
    expect(apiKeyExpiry(new Date('2026-11-01T00:00:00Z'), 11)).toEqual(new Date('2027-10-01T00:00:00Z'));
    expect(apiKeyExpiry(new Date('2026-11-30T23:59:59.999Z'), 11)).toEqual(new Date('2027-10-01T00:00:00Z'));
    expect(apiKeyExpiry(new Date('2026-12-01T00:00:00Z'), 11)).toEqual(new Date('2027-11-01T00:00:00Z'));
  });

  test.each([2, 11])('is what AppSync takes on each day of eight years: %i months', (months) => {
    const start = Date.UTC(2026, 0, 1);
    for (let day = 0; day < 8 * 366; day += 1) {
      const now = new Date(start + day * DAY_MS + (day % 24) * 3_599_999);
      const days = (apiKeyExpiry(now, months).getTime() - now.getTime()) / DAY_MS;
      expect(days).toBeGreaterThan(1);
      expect(days).toBeLessThan(365);
    }
  });
});
