import type { Input } from '../../protocol/service.ts';
import { invalid } from '../errors.ts';
import { readValue, record, text, type Value } from '../value.ts';

/** The names and values that a request gives to its expressions. */
export interface Placeholders {
  /** The attribute that `#…` stands for; undefined if the request does not define it. */
  readonly name: (token: string) => string | undefined;
  /** The value that `:…` stands for; undefined if the request does not define it. */
  readonly value: (token: string) => Value | undefined;
  /** Throws if a name or value was defined and no expression has used it. */
  readonly refuseUnused: () => void;
}

/** @param expressions The members that may use them. @throws AwsError */
export function readPlaceholders(input: Input, expressions: readonly string[]): Placeholders {
  const isUsed = expressions.some((expression) => input[expression] !== undefined);
  const names = entries(input, 'ExpressionAttributeNames', /^#\w+$/, isUsed, text);
  const values = entries(input, 'ExpressionAttributeValues', /^:\w+$/, isUsed, readValue);
  return {
    name: names.take,
    value: values.take,
    refuseUnused() {
      names.refuseUnused();
      values.refuseUnused();
    },
  };
}

function entries<T>(input: Input, member: string, pattern: RegExp, isUsed: boolean, read: (given: unknown) => T) {
  const given = input[member] === undefined ? undefined : record(input[member]);
  if (given !== undefined && !isUsed) throw invalid(`${member} can only be specified when using expressions`);
  const keys = Object.keys(given ?? {});
  if (given !== undefined && keys.length === 0) throw invalid(`${member} must not be empty`);
  const wrong = keys.find((key) => !pattern.test(key));
  if (wrong !== undefined) throw invalid(`${member} contains invalid key: Syntax error; key: "${wrong}"`);
  const found = new Map(Object.entries(given ?? {}).map(([key, value]) => [key, read(value)]));
  const unused = new Set(keys);
  return {
    take(key: string): T | undefined {
      unused.delete(key);
      return found.get(key);
    },
    refuseUnused() {
      if (unused.size === 0) return;
      throw invalid(`Value provided in ${member} unused in expressions: keys: {${[...unused].join(', ')}}`);
    },
  };
}
