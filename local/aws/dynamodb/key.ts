import { sortableDecimal } from './decimal.ts';
import { invalid } from './errors.ts';
import type { Table } from './table.ts';
import { bytes, type Item, readItem, typeOf, type Value } from './value.ts';

/** The key of an item. The sort key is in bytes, since their order is the order of the answers of a query. */
export interface Key {
  readonly table: Table;
  readonly partition: Uint8Array;
  /** Empty if the table has no sort key. */
  readonly sort: Uint8Array;
  /** The attributes of the key. */
  readonly attributes: Item;
}

const mismatch = 'The provided key element does not match the schema';

/** Reads a key that is not part of an item. @throws AwsError */
export function readKey(table: Table, given: unknown): Key {
  const attributes = readItem(given);
  const fits = [...table.key].every(([name, type]) => type in (attributes[name] ?? {}));
  if (!fits || Object.keys(attributes).length !== table.key.size) throw invalid(mismatch);
  return keyOf(table, attributes, 'One or more parameter values were invalid');
}

/** The key of a whole item. @throws AwsError */
export function keyOfItem(table: Table, item: Item): Key {
  for (const [name, type] of table.key) {
    const value = item[name];
    const wrong = value === undefined ? `Missing the key ${name} in the item` : mismatched(name, type, value);
    if (wrong !== undefined) throw invalid(`One or more parameter values were invalid: ${wrong}`);
  }
  return keyOf(table, item, 'One or more parameter values are not valid.');
}

/** The bytes of a key attribute's value. */
export function keyBytes(value: Value): Uint8Array {
  if ('S' in value) return Buffer.from(value.S);
  if ('N' in value) return Buffer.from(sortableDecimal(value.N));
  if ('B' in value) return bytes(value.B);
  throw invalid(mismatch);
}

function mismatched(name: string, type: string, value: Value): string | undefined {
  return type in value ? undefined : `Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`;
}

function keyOf(table: Table, item: Item, prefix: string): Key {
  const attributes: [string, Value][] = [...table.key.keys()].flatMap((name) => (item[name] ? [[name, item[name]]] : []));
  const [partition = new Uint8Array(), sort = new Uint8Array()] = attributes.map(([name, value]) => {
    const encoded = keyBytes(value);
    if (encoded.length > 0) return encoded;
    const kind = 'S' in value ? 'string' : 'binary';
    throw invalid(
      `${prefix}${prefix.endsWith('.') ? '' : ':'} The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`,
    );
  });
  if (partition.length > 2048) {
    throw invalid('One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of2048 bytes');
  }
  if (sort.length > 1024) {
    throw invalid(
      'One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of 1024 bytes',
    );
  }
  return { table, partition, sort, attributes: Object.fromEntries(attributes) };
}
