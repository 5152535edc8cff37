import { expect, test } from 'vitest';
import { createAttempts } from '../../../resolvers/recovery/attempts.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';

const hour = 3_600_000;

test('five attempts an hour pass, however many come at once, and each owner has their own', async () => {
  const table = startAccountTable();
  const count = createAttempts(table);
  const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => count('ada')));
  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
  await expect(count('ada')).rejects.toMatchObject({
    code: 'TOO_MANY_ATTEMPTS',
    message: 'Too many attempts. Wait an hour before you try again.',
    retryable: true,
  });
  await expect(count('grace')).resolves.toBeUndefined();
  table.advance(hour);
  await expect(count('ada')).resolves.toBeUndefined();
});

test('without a count nobody passes', async () => {
  const table = startAccountTable();
  table.fail(true);
  await expect(createAttempts(table)('ada')).rejects.toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The attempt could not be counted in time. Try again.',
    retryable: true,
  });
});
