import { isDeepStrictEqual } from 'node:util';
import { AwsError } from '../protocol/service.ts';
import { compareDecimals, normalized } from './decimal.ts';
import { invalid } from './errors.ts';

/** The value of an attribute, as on the wire. Numbers are normalized and sets sorted, so equal values are identical. */
export type Value =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly Value[] }
  | { readonly M: Item };

export type Item = Readonly<Record<string, Value>>;

/** The reader for a value of each type, as on the wire. */
const readers: Readonly<Record<string, (given: unknown) => Value>> = {
  S: (given) => ({ S: text(given) }),
  N: (given) => ({ N: normalized(text(given)) }),
  B: (given) => ({ B: binary(given) }),
  BOOL: (given) => ({ BOOL: given === true }),
  NULL: (given) => {
    if (given === true) return { NULL: true };
    throw invalid('One or more parameter values were invalid: Null attribute value types must have the value of true');
  },
  SS: (given) => ({ SS: set(given, text, 'An string set  may not be empty') }),
  NS: (given) => ({ NS: set(given, (number) => normalized(text(number)), 'An number set  may not be empty') }),
  BS: (given) => ({ BS: set(given, binary, 'Binary sets should not be empty') }),
  L: (given) => ({ L: list(given).map(readValue) }),
  M: (given) => ({ M: readItem(given) }),
};

/** @throws AwsError */
export function readItem(given: unknown): Item {
  return Object.fromEntries(Object.entries(record(given)).map(([name, value]) => [name, readValue(value)]));
}

/** @throws AwsError */
export function readValue(given: unknown): Value {
  const [[type, value] = [], ...others] = Object.entries(record(given)).filter(([, member]) => member !== null);
  if (type === undefined || !Object.hasOwn(readers, type)) {
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  }
  if (others.length > 0) {
    throw invalid('Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes');
  }
  return (readers[type] ?? unreadable)(value);
}

/** The name of a value's type: `S`, `N`, … */
export function typeOf(value: Value): string {
  return Object.keys(value)[0] ?? unreadable();
}

export function areEqual(a: Value, b: Value): boolean {
  return isDeepStrictEqual(a, b);
}

/** Undefined if DynamoDB defines no order: between types, and for anything but strings, numbers and bytes. */
export function compareValues(a: Value, b: Value): number | undefined {
  if ('S' in a && 'S' in b) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if ('N' in a && 'N' in b) return compareDecimals(a.N, b.N);
  if ('B' in a && 'B' in b) return Buffer.compare(bytes(a.B), bytes(b.B));
  return undefined;
}

export function bytes(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

/** @throws AwsError */
export function record(given: unknown): Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw unreadable();
  // It is an object, and each member that is read from it is checked.
  return given as Record<string, unknown>;
}

/** @throws AwsError */
export function list(given: unknown): unknown[] {
  if (!Array.isArray(given)) throw unreadable();
  return given;
}

/** @throws AwsError */
export function text(given: unknown): string {
  if (typeof given !== 'string') throw unreadable();
  return given;
}

function binary(given: unknown): string {
  const value = bytes(text(given)).toString('base64');
  if (value !== given) throw unreadable();
  return value;
}

function set(given: unknown, read: (member: unknown) => string, empty: string): string[] {
  const members = list(given).map(read);
  if (members.length === 0) throw invalid(`One or more parameter values were invalid: ${empty}`);
  if (new Set(members).size < members.length) {
    const text = `Input collection [${members.join(', ')}] contains duplicates.`;
    throw invalid(`One or more parameter values were invalid: ${text}`);
  }
  return members.sort();
}

/** The SDKs never send such a value. */
function unreadable(): never {
  throw new AwsError('SerializationException', 'A member of the request is not of the type that it must be.');
}
