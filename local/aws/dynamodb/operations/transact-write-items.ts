import { createHash } from 'node:crypto';
import type { Database } from '../../../data/database.ts';
import type { World } from '../../../world/world.ts';
import { AwsError, type Input, type Operation } from '../../protocol/service.ts';
import { failsConstraint, invalid } from '../errors.ts';
import type { Items } from '../items.ts';
import { list, record } from '../value.ts';
import { readCheck, readDelete } from './delete-item.ts';
import { readPut } from './put-item.ts';
import { type FindTable, refuseOtherMembers, required } from './request.ts';
import { readUpdate } from './update-item.ts';
import { type Write, write } from './write.ts';

const actions: Readonly<Record<string, (input: Input, findTable: FindTable, operation: string) => Write>> = {
  ConditionCheck(input, findTable, operation) {
    required(input, 'ConditionExpression');
    return readCheck(input, findTable, operation);
  },
  Put: readPut,
  Update: readUpdate,
  Delete: readDelete,
};

export interface TransactWriteOptions {
  readonly database: Pick<Database, 'sql' | 'transaction'>;
  readonly world: World;
  readonly items: Items;
  readonly findTable: FindTable;
}

/** @see docs/aws-behaviour/dynamodb.md#dynamodb.transactions */
export function transactWriteItems({ database, world, items, findTable }: TransactWriteOptions): Operation {
  const isRepeated = openTokens(database, world);
  return (input) => {
    refuseOtherMembers(input, 'TransactWriteItems', ['TransactItems', 'ClientRequestToken']);
    const writes = readActions(required(input, 'TransactItems'), findTable);
    return database.transaction(() => {
      if (isRepeated(input)) return {};
      const reasons = writes.map((action) => reasonAgainst(items, action));
      if (reasons.every(({ Code }) => Code === 'None')) return {};
      const codes = reasons.map(({ Code }) => Code).join(', ');
      const text = 'Transaction cancelled, please refer cancellation reasons for specific reasons';
      throw new AwsError('TransactionCanceledException', `${text} [${codes}]`, { members: { CancellationReasons: reasons } });
    });
  };
}

/**
 * Performs one write; earlier ones are undone if the transaction fails. No two writes are for the same item, so none
 * sees another.
 */
function reasonAgainst(items: Items, action: Write): { Code: string } {
  try {
    write(items, action);
    return { Code: 'None' };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const { name, message: Message, members } = error;
    const Code = name === 'ConditionalCheckFailedException' ? 'ConditionalCheckFailed' : 'ValidationError';
    return { Code, Message, ...members } as { Code: string };
  }
}

function readActions(given: unknown, findTable: FindTable): Write[] {
  const entries = list(given);
  if (entries.length < 1 || entries.length > 100) {
    const limit = entries.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 100';
    throw failsConstraint(`'[${entries.length}]'`, 'transactItems', `Member must have length ${limit}`);
  }
  const writes = entries.map((entry) => {
    const [[name = '', input] = [], ...others] = Object.entries(record(entry));
    const read = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (read === undefined || others.length > 0) {
      throw invalid('TransactItems can only contain one of Check, Put, Update or Delete');
    }
    return read(record(input), findTable, name);
  });
  const places = writes.map(({ key: { table, attributes } }) => JSON.stringify([table.name, attributes]));
  if (new Set(places).size < places.length) {
    throw invalid('Transaction request cannot include multiple operations on one item');
  }
  return writes;
}

/** For how long a repeated request is recognised by its token. */
const tokenSeconds = 600;

/** Whether the same request was stored before. Records the request in the same transaction that carries it out. */
function openTokens({ sql }: Pick<Database, 'sql'>, { now }: World): (input: Input) => boolean {
  const purge = sql.prepare('DELETE FROM dynamodb_request WHERE expires_at <= ?');
  const find = sql.prepare('SELECT digest FROM dynamodb_request WHERE token = ?');
  const add = sql.prepare('INSERT INTO dynamodb_request VALUES (?, ?, ?)');
  return ({ ClientRequestToken, TransactItems }) => {
    if (ClientRequestToken === undefined) return false;
    const token = String(ClientRequestToken);
    const seconds = Math.floor(now() / 1000);
    const digest = createHash('sha256').update(JSON.stringify(TransactItems)).digest('hex');
    purge.run(seconds);
    const before = find.get(token)?.['digest'];
    if (before === undefined) {
      add.run(token, digest, seconds + tokenSeconds);
      return false;
    }
    if (before === digest) return true;
    const text = 'Request rejected because parameters do not match with previous request for given client request token';
    throw new AwsError('IdempotentParameterMismatchException', text);
  };
}
