import { DynamoDbError, invalid, notImplemented } from './errors.ts';
import { type Change, parseCondition, parseUpdate, type Test } from './expression.ts';
import type { Items } from './items.ts';
import type { Table } from './tables.ts';
import { type Item, readValues, record, type Value } from './value.ts';

const known = ['TableName', 'Key', 'UpdateExpression', 'ConditionExpression', 'ExpressionAttributeValues'];

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html. Test and change are one: nothing of this waits. */
export function updateItem(request: Record<string, unknown>, table: Table, items: Items): object {
  const other = Object.keys(request).find((member) => !known.includes(member));
  if (other !== undefined) throw notImplemented(`${other} of UpdateItem`);
  const { Key, UpdateExpression, ConditionExpression, ExpressionAttributeValues } = request;
  const key = readKey(table, Key);
  if (typeof UpdateExpression !== 'string') throw notImplemented('UpdateItem without UpdateExpression');
  const changes = parseUpdate(UpdateExpression);
  const tests = ConditionExpression === undefined ? [] : parseCondition(String(ConditionExpression));
  const values = valuesOf(readValues(ExpressionAttributeValues, 'ExpressionAttributeValues'), { changes, tests });
  for (const { attribute } of changes) {
    if (!table.key.has(attribute)) continue;
    throw invalid(
      `One or more parameter values were invalid: Cannot update attribute ${attribute}. This attribute is part of the key`,
    );
  }
  const item = items.find(table, key);
  if (tests.length > 0 && !tests.some((test) => holds(test, item, values))) {
    throw new DynamoDbError('ConditionalCheckFailedException', 'The conditional request failed');
  }
  // Each change starts from the item as it was.
  const updated = changes.map((change) => [change.attribute, changed(change, item?.[change.attribute], values)]);
  items.put(table, key, { ...(item ?? key), ...Object.fromEntries(updated) });
  return {};
}

/** The item's key, in the order of the table's own. */
function readKey(table: Table, given: unknown): Item {
  const key = readValues(record(given, 'Key'), 'Key');
  const fits = [...table.key].every(([name, type]) => type in (key[name] ?? {}));
  if (!fits || Object.keys(key).length !== table.key.size) throw invalid('The provided key element does not match the schema');
  return Object.fromEntries([...table.key.keys()].flatMap((name) => (key[name] ? [[name, key[name]]] : [])));
}

type Values = (name: string) => Value;

/** Every value that an expression names, and no other. */
function valuesOf(given: Item, { changes, tests }: { changes: readonly Change[]; tests: readonly Test[] }): Values {
  const named = (entries: readonly (Change | Test)[]) => entries.flatMap((entry) => ('value' in entry ? [entry.value] : []));
  for (const [expression, names] of [
    ['UpdateExpression', named(changes)],
    ['ConditionExpression', named(tests)],
  ] as const) {
    const missing = names.find((name) => !Object.hasOwn(given, name));
    if (missing === undefined) continue;
    throw invalid(
      `Invalid ${expression}: An expression attribute value used in expression is not defined; attribute value: ${missing}`,
    );
  }
  const used = new Set([...named(changes), ...named(tests)]);
  const unused = Object.keys(given).filter((name) => !used.has(name));
  if (unused.length > 0) {
    throw invalid(`Value provided in ExpressionAttributeValues unused in expressions: keys: {${unused.join(', ')}}`);
  }
  return (name) => {
    const value = given[name];
    if (value === undefined) throw new Error(`The value ${name} was not looked for.`);
    return value;
  };
}

/** A comparison with an attribute that is not there, or is of another type, does not hold. */
function holds(test: Test, item: Item | undefined, values: Values): boolean {
  const attribute = item?.[test.attribute];
  if (test.kind === 'absent') return attribute === undefined;
  const value = values(test.value);
  if (attribute === undefined) return false;
  if ('N' in attribute && 'N' in value) return BigInt(attribute.N) < BigInt(value.N);
  if ('S' in attribute && 'S' in value) return Buffer.compare(Buffer.from(attribute.S), Buffer.from(value.S)) < 0;
  return false;
}

/** `ADD` begins at nothing, and takes numbers alone. */
function changed({ kind, value: name }: Change, attribute: Value | undefined, values: Values): Value {
  const value = values(name);
  if (kind === 'SET') return value;
  const before = attribute ?? { N: '0' };
  if (!('N' in value)) {
    throw invalid(
      'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD, operand type: STRING',
    );
  }
  if (!('N' in before)) throw invalid('An operand in the update expression has an incorrect data type');
  return { N: String(BigInt(before.N) + BigInt(value.N)) };
}
