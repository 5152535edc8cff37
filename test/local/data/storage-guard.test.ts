import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../local/data/database.ts';
import { openInbox } from '../../../local/data/inbox.ts';
import { createStorageGuard, type StorageGuard } from '../../../local/data/storage-guard.ts';
import { createTestPool, createTestPools, password, refusal } from '../../support/cognito/pool.ts';

const fullError = Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 });
const get = { method: 'GET', url: '/', headers: {}, body: '', remoteAddress: '127.0.0.1' };
const refuse = (message: string) => ({ status: 503, headers: {}, body: message });

describe('createStorageGuard', () => {
  function watched(): { faults: StorageGuard; lines: string[]; pass: (ms: number) => void; notes: () => number } {
    const lines: string[] = [];
    let now = 0;
    const pass = (ms: number): void => {
      now += ms;
    };
    let notes = 0;
    const note = (): void => {
      notes += 1;
    };
    const faults = createStorageGuard(
      { note },
      () => now,
      (line) => lines.push(line),
    );
    return { faults, lines, pass, notes: () => notes };
  }

  test('each request is refused, and the log hears of it once until it was quiet', async () => {
    const { faults, lines, pass } = watched();
    const handle = faults.guard(async () => {
      throw fullError;
    }, refuse);
    for (let second = 0; second < 100; second += 1) {
      expect(await handle(get)).toMatchObject({ status: 503, body: 'The disk is full. The request was not carried out.' });
      pass(1000);
    }
    expect(lines).toEqual(['The disk is full. Requests that need the database are refused until that is mended.']);
    pass(61_000);
    await handle(get);
    expect(lines).toHaveLength(2);
  });

  test('what a request stored is noted before it is answered; other faults fly on', async () => {
    const { faults, lines, notes } = watched();
    expect(await faults.guard(async () => refuse('fine'), refuse)(get)).toMatchObject({ body: 'fine' });
    expect(notes()).toBe(1);
    await expect(faults.guard(() => Promise.reject(new Error('a fault')), refuse)(get)).rejects.toThrow('a fault');
    expect(lines).toEqual([]);
  });
});

describe('a disk that is full amid the run', () => {
  /** A pool with an inbox; `fill` leaves room for so many more pages of 4 kB, and `free` for all that come. */
  function small() {
    const database = openDatabase(':memory:');
    onTestFinished(() => database.close());
    const inbox = openInbox(database);
    const world = createTestPool({}, {}, createTestPools(database, { deliver: inbox.deliver }));
    const pages = (): number => Number(database.sql.prepare('PRAGMA page_count').get()?.['page_count']);
    return {
      ...world,
      inbox,
      fill: (more: number) => database.sql.exec(`PRAGMA max_page_count = ${pages() + more}`),
      free: () => database.sql.exec('PRAGMA max_page_count = 1073741823'),
    };
  }

  test('a user and their message are stored together or not at all', async () => {
    const { cognito, clientId, inbox, fill, free, userPoolId } = small();
    const signUp = (Username: string, email: string) =>
      cognito.signUp({ ClientId: clientId, Username, Password: password, UserAttributes: [{ Name: 'email', Value: email }] });
    const outcomes: string[] = [];
    let number = 0;
    for (let more = 0; more < 12; more += 1) {
      fill(more);
      for (let again = 0; again < 12; again += 1) {
        number += 1;
        const name = `user${number}`;
        const answer = await signUp(name, `${name}@example.com`).then(
          () => 'stored',
          (error: Error) => error.message,
        );
        outcomes.push(answer);
        const { Users = [] } = await cognito.listUsers({ UserPoolId: userPoolId, Filter: `username = "${name}"` });
        expect([answer === 'stored', Users.length === 1, inbox.messages({ to: `${name}@example.com` }).length === 1]).toEqual(
          Array(3).fill(answer === 'stored'),
        );
      }
    }
    expect(new Set(outcomes)).toEqual(new Set(['stored', 'database or disk is full']));
    free();
    const refused = outcomes.indexOf('database or disk is full') + 1;
    await signUp(`user${refused}`, `user${refused}@example.com`);
  });

  test.each([
    ['ForgotPassword', 'ada'],
    ['AdminResetUserPassword', 'ada'],
    ['AdminCreateUser', 'grace'],
  ] as const)('%s sends nothing, and changes nothing, when one of both cannot be stored', async (operation, Username) => {
    const world = small();
    const { cognito, clientId: ClientId, userPoolId: UserPoolId, inbox, database } = world;
    await world.confirmedUser('ada');
    const email = `${Username}@example.com`;
    const UserAttributes = [{ Name: 'email', Value: email }];
    const calls = {
      ForgotPassword: () => cognito.forgotPassword({ ClientId, Username }),
      AdminResetUserPassword: () => cognito.adminResetUserPassword({ UserPoolId, Username }),
      AdminCreateUser: () => cognito.adminCreateUser({ UserPoolId, Username, UserAttributes, DesiredDeliveryMediums: ['EMAIL'] }),
    };
    const state = () =>
      ['user', 'code', 'inbox'].map((table) => database.sql.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all());
    // The inbox alone has no room: everything before it must be taken back.
    database.sql.exec(
      "CREATE TEMP TRIGGER no_room BEFORE INSERT ON main.inbox BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END",
    );
    const before = state();
    expect((await refusal(calls[operation]())).message).toBe('database or disk is full');
    expect(state()).toEqual(before);
    database.sql.exec('DROP TRIGGER no_room');
    await calls[operation]();
    expect(inbox.messages({ to: email })).toHaveLength(1);
  });
});

test('a transaction that ended by itself leaves the error that ended it', () => {
  const { sql, transaction, close } = openDatabase(':memory:');
  expect(() =>
    transaction(() => {
      sql.exec('ROLLBACK');
      throw fullError;
    }),
  ).toThrow('database or disk is full');
  transaction(() => undefined);
  close();
});
