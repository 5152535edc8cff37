import { describe, expect, test } from 'vitest';
import { ownerOfName } from '../../../resolvers/account-table/account-table.ts';
import { createForget } from '../../../resolvers/account-table/forget.ts';
import type { AccountEvent } from '../../../resolvers/activity/events.ts';
import { createLogBook } from '../../../resolvers/activity/log-book.ts';
import { readPageToken, toPageToken } from '../../../resolvers/activity/page-token.ts';
import { createTrail } from '../../../resolvers/activity/trail.ts';
import type { Request } from '../../../resolvers/call/request.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';

const day = 86_400_000;
const request: Request = { requestId: 'r', accessToken: null, identity: null, sourceIp: '192.0.2.1', userAgent: 'vitest' };

function start(days = 30) {
  const table = startAccountTable();
  const lost: unknown[] = [];
  const trail = createTrail({ ...table, days, lost: (error) => lost.push(error) });
  const write = async (events: readonly AccountEvent[], from: Partial<Request> = {}): Promise<void> => {
    const after = await trail({ field: 'login', args: {}, context: { request: { ...request, ...from } } });
    await after(events);
  };
  const book = createLogBook(table);
  const kinds = async (...owners: string[]): Promise<string[]> =>
    (await book.read(owners, { limit: 60, before: null })).items.map(({ kind }) => kind);
  return { table, lost, write, book, kinds };
}

describe('what has happened', () => {
  test('is told with time, device and address, to its owner alone', async () => {
    const { write, book } = start();
    await write([{ kind: 'SIGN_IN_REFUSED', owner: 'ada', detail: 'INVALID_CREDENTIALS' }]);
    await write([{ kind: 'SIGNED_IN', owner: 'grace' }], { sourceIp: null, userAgent: null });
    expect(await book.read(['ada'], { limit: 60, before: null })).toEqual({
      items: [
        {
          kind: 'SIGN_IN_REFUSED',
          at: '2026-01-01T00:00:00.000Z',
          device: 'vitest',
          ipAddress: '192.0.2.1',
          detail: 'INVALID_CREDENTIALS',
          actor: null,
        },
      ],
      next: null,
    });
    const { items } = await book.read(['grace'], { limit: 60, before: null });
    expect(items).toMatchObject([{ kind: 'SIGNED_IN', device: null, ipAddress: null, detail: null }]);
  });

  test('holds no name that was typed, and no more of a user agent than a browser writes', async () => {
    const { table, write } = start();
    await write([{ kind: 'SIGN_IN_REFUSED', owner: ownerOfName('ada@example.com') }], { userAgent: 'x'.repeat(9_000) });
    expect(table.content()).not.toContain('ada');
    expect(table.content().length).toBeLessThan(700);
    expect(ownerOfName(' Ada@Example.com')).toBe(ownerOfName('ada@example.com'));
  });

  test('is read newest first, page by page, over all that stand for a user', async () => {
    const { table, write, book } = start();
    for (let index = 0; index < 25; index++) {
      await write([{ kind: 'SIGNED_IN', owner: index % 2 === 0 ? 'ada' : 'name:ada', detail: String(index) }]);
      table.advance(1000);
    }
    const seen: (string | null)[] = [];
    let before: string | null = null;
    let pages = 0;
    do {
      const page = await book.read(['ada', 'name:ada'], { limit: 10, before });
      seen.push(...page.items.map(({ detail }) => detail));
      before = readPageToken(toPageToken(page.next));
      pages++;
    } while (before !== null);
    expect(pages).toBe(3);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => String(24 - index)));
  });

  test('is gone after its days, also where DynamoDB has not deleted it yet', async () => {
    const { table, write, kinds } = start(30);
    await write([{ kind: 'SIGNED_IN', owner: 'ada' }]);
    table.advance(30 * day - 1000);
    await write([{ kind: 'PASSWORD_CHANGED', owner: 'ada' }]);
    expect(await kinds('ada')).toEqual(['PASSWORD_CHANGED', 'SIGNED_IN']);
    table.advance(1000);
    expect(await kinds('ada')).toEqual(['PASSWORD_CHANGED']);
  });

  test('is forgotten with its owner, and nobody else’s is', async () => {
    const { table, lost, write, kinds } = start();
    for (let times = 0; times < 30; times++) await write([{ kind: 'SIGNED_IN', owner: 'ada' }]);
    await write([
      { kind: 'SIGN_IN_REFUSED', owner: 'name:ada' },
      { kind: 'SIGNED_IN', owner: 'grace' },
    ]);
    await createForget({ ...table, lost: (error) => lost.push(error) })(['ada', 'name:ada']);
    expect(lost).toEqual([]);
    expect(await kinds('ada', 'name:ada')).toEqual([]);
    expect(await kinds('grace')).toEqual(['SIGNED_IN']);
  });

  test('is nothing to keep of an account that is gone', async () => {
    const { table, write } = start();
    await write([{ kind: 'ACCOUNT_DELETED', owner: 'ada' }]);
    expect(table.content()).toBe('[]');
  });
});

test('what cannot be written fails nothing, is told, and is not tried again at once', async () => {
  const { table, lost, write, kinds } = start();
  table.fail(true);
  await write([{ kind: 'SIGNED_IN', owner: 'ada' }]);
  table.fail(false);
  await write([{ kind: 'SIGNED_OUT', owner: 'ada' }]);
  expect(lost).toHaveLength(2);
  table.advance(10_000);
  await write([{ kind: 'PASSWORD_CHANGED', owner: 'ada' }]);
  expect(await kinds('ada')).toEqual(['PASSWORD_CHANGED']);
});

describe('a page token', () => {
  test.each([
    'x',
    '',
    'bmFtZTphZGE',
    Buffer.from('recovery-codes').toString('base64url'),
    Buffer.from('activity:').toString('base64url'),
  ])('that no page gave is refused: %j', (token) => {
    expect(() => readPageToken(token)).toThrow('`nextToken` must be the token of the previous page.');
  });

  test('tells no owner: with that of somebody else, a user reads on in their own', async () => {
    const { table, write, book } = start();
    for (const owner of ['ada', 'grace', 'ada', 'grace']) {
      await write([{ kind: 'SIGNED_IN', owner, detail: owner }]);
      table.advance(1000);
    }
    const { next } = await book.read(['ada'], { limit: 1, before: null });
    expect(toPageToken(next)).not.toContain('ada');
    const { items } = await book.read(['grace'], { limit: 60, before: next });
    expect(items.map(({ detail }) => detail)).toEqual(['grace']);
  });
});
