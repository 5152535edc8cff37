import { onTestFinished } from 'vitest';
import { createDynamoDb as createLocalDynamoDb } from '../../../local/aws/dynamodb.ts';
import { openDatabase } from '../../../local/data/database.ts';
import type { AccountTable } from '../../../resolvers/account-table/account-table.ts';
import { createDynamoDb } from '../../../resolvers/aws/dynamodb.ts';
import { NoAnswer } from '../../../resolvers/aws/no-answer.ts';
import { behindDoor, functionsKeyId } from '../local/aws.ts';
import { table } from '../local/dynamodb.ts';
import { inProcess } from '../wire/in-process.ts';
import { standingClock, worldOf } from '../world.ts';

export interface TestTable extends AccountTable {
  /** All that it holds, as it is stored. */
  content(): string;
  /** How many requests it got so far. */
  requests(): number;
  /** Moves its clock. */
  advance(milliseconds: number): void;
  /** Fails each call from now on, or none. */
  fail(isBroken: boolean): void;
}

/** The table of the accounts over the embedded DynamoDB, in this process. */
export function startAccountTable(): TestTable {
  const database = openDatabase(':memory:');
  const clock = standingClock(Date.UTC(2026, 0, 1));
  const state = { isBroken: false, requests: 0 };
  const tables = [table('accounts', { owner: 'S', item: 'S' }, 'expiresAt')];
  const handle = behindDoor(createLocalDynamoDb({ database, world: worldOf(clock), tables: () => tables }));
  const post = inProcess(handle);
  onTestFinished(() => database.close());
  return {
    table: 'accounts',
    now: clock.now,
    dynamodb: createDynamoDb(
      { region: 'eu-central-1', endpoint: 'http://dynamodb.test' },
      { AWS_ACCESS_KEY_ID: functionsKeyId, AWS_SECRET_ACCESS_KEY: 'test' },
      {
        post: (...call) => {
          state.requests += 1;
          return state.isBroken ? Promise.reject(new NoAnswer('Broken.', { sent: false })) : post(...call);
        },
      },
    ),
    content: () => JSON.stringify(database.sql.prepare('SELECT item FROM dynamodb_item').all()),
    requests: () => state.requests,
    advance: (milliseconds) => clock.advance({ milliseconds }),
    fail: (isBroken) => {
      state.isBroken = isBroken;
    },
  };
}
