import { invalid, notImplemented } from './errors.ts';

/** An attribute's value: a text, or a whole number of any size. */
export type Value = { readonly S: string } | { readonly N: string };
export type Item = Readonly<Record<string, Value>>;

/** The members of an object of the request, each a value. @throws DynamoDbError */
export function readValues(given: unknown, name: string): Item {
  if (given === undefined) return {};
  return Object.fromEntries(Object.entries(record(given, name)).map(([key, value]) => [key, readValue(value)]));
}

function readValue(given: unknown): Value {
  const [[type, value] = [], ...others] = Object.entries(record(given, 'An attribute value'));
  if (others.length > 0 || type === undefined) {
    throw invalid('Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes');
  }
  if (typeof value === 'string' && type === 'S') return { S: value };
  if (typeof value === 'string' && type === 'N' && /^-?\d{1,38}$/.test(value)) return { N: String(BigInt(value)) };
  throw notImplemented(type === 'N' ? 'A number that is not whole' : `An attribute value of type ${type}`);
}

export function record(given: unknown, name: string): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw invalid(`${name} must be an object.`);
  // An object, and what is read from it is checked member by member.
  return given as Record<string, unknown>;
}
