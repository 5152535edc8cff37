import { describe, expect, test } from 'vitest';
import { createRecoveryCodes } from '../../../resolvers/recovery/recovery-code-store.ts';
import { readCode } from '../../../resolvers/recovery/recovery-codes.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';

const minute = 60_000;

async function start() {
  const table = startAccountTable();
  const store = createRecoveryCodes(table);
  const codes = (await store.replace('ada')).map(readCode);
  const [code = null, other = null] = codes;
  return { table, store, codes, code, other };
}

describe('the codes of a user', () => {
  test('are ten, counted, and no code of them is stored', async () => {
    const { table, store, codes } = await start();
    expect(await store.state('ada')).toEqual({ remaining: 10, createdAt: '2026-01-01T00:00:00.000Z' });
    expect(await store.state('grace')).toEqual({ remaining: 0, createdAt: null });
    for (const code of codes) expect(table.content()).not.toContain(code);
  });

  test('are all replaced by new ones', async () => {
    const { store, code } = await start();
    const [fresh = ''] = await store.replace('ada');
    expect(await store.claim('ada', code)).toBeNull();
    expect(await store.claim('ada', readCode(fresh))).not.toBeNull();
    expect(await store.state('ada')).toMatchObject({ remaining: 9 });
  });

  test('are nobody else’s', async () => {
    const { store, code } = await start();
    await store.replace('grace');
    expect(await store.claim('grace', code)).toBeNull();
    expect(await store.claim('nobody', code)).toBeNull();
    expect(await store.claim('ada', null)).toBeNull();
    expect(await store.claim('ada', '000000000000')).toBeNull();
  });

  test('are gone when all are used', async () => {
    const { store, codes } = await start();
    for (const code of codes) await (await store.claim('ada', code))?.done();
    expect(await store.state('ada')).toMatchObject({ remaining: 0 });
    for (const code of codes) expect(await store.claim('ada', code)).toBeNull();
  });
});

describe('a code', () => {
  test('serves one of ten who come at once', async () => {
    const { store, code } = await start();
    const claims = await Promise.all(Array.from({ length: 10 }, () => store.claim('ada', code)));
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
    expect(await store.state('ada')).toMatchObject({ remaining: 9 });
  });

  test('is worth nothing once its recovery is done', async () => {
    const { table, store, code } = await start();
    await (await store.claim('ada', code))?.done();
    for (const _ of [1, 2]) {
      expect(await store.claim('ada', code)).toBeNull();
      table.advance(5 * minute);
    }
  });

  test('may be claimed again at once after a recovery that has failed', async () => {
    const { store, code } = await start();
    await (await store.claim('ada', code))?.release();
    const again = await store.claim('ada', code);
    expect(again).not.toBeNull();
    expect(await store.claim('ada', code)).toBeNull();
    await again?.done();
    expect(await store.claim('ada', code)).toBeNull();
  });

  test('may be claimed again after a recovery of which nobody has heard, once that must have ended, and for a quarter of an hour', async () => {
    const { table, store, code, other } = await start();
    await store.claim('ada', code);
    table.advance(minute / 2 - 1000);
    expect(await store.claim('ada', code)).toBeNull();
    table.advance(1000);
    expect(await store.claim('ada', code)).not.toBeNull();
    await store.claim('ada', other);
    table.advance(minute);
    // Another recovery has begun since.
    expect(await store.claim('ada', code)).toBeNull();
    table.advance(20 * minute);
    expect(await store.claim('ada', other)).toBeNull();
  });

  test('is not taken back by a recovery that another one has overtaken', async () => {
    const { table, store, code } = await start();
    const first = await store.claim('ada', code);
    table.advance(minute);
    const second = await store.claim('ada', code);
    await first?.release();
    expect(await store.claim('ada', code)).toBeNull();
    await second?.done();
    await first?.release();
    expect(await store.claim('ada', code)).toBeNull();
  });
});
