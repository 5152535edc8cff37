import { difference, sum } from '../decimal.ts';
import { invalid } from '../errors.ts';
import { type Item, typeOf, type Value } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { createReader, type Reader } from './reader.ts';

/** An update expression. */
export interface Update {
  /** The attributes that it changes. */
  readonly attributes: readonly string[];
  /** The item after the update. Every change reads the item as it was before. Throws `AwsError`. */
  readonly apply: (item: Item) => Item;
}

interface Change {
  readonly attribute: string;
  /** The attribute's new value; undefined removes it. */
  readonly value: (item: Item) => Value | undefined;
}

/** How the changes in each section of an update expression are read. */
const sections: Readonly<Record<string, (read: Reader) => Change>> = {
  SET: setChange,
  REMOVE: (read) => ({ attribute: read.attribute(), value: () => undefined }),
  ADD: addChange,
  DELETE: deleteChange,
};

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html
 * @throws AwsError
 */
export function parseUpdate(text: string, placeholders: Placeholders): Update {
  const read = createReader('UpdateExpression', text, placeholders);
  const changes: Change[] = [];
  const seen = new Set<string>();
  while (!read.isAtEnd()) {
    const token = read.next();
    const section = token.toUpperCase();
    const readChange = Object.hasOwn(sections, section) ? sections[section] : undefined;
    if (readChange === undefined) throw read.fault(`Syntax error; token: "${token}"`);
    if (seen.has(section)) throw read.fault(`The "${section}" section can only be used once in an update expression;`);
    seen.add(section);
    do changes.push(readChange(read));
    while (read.takes(','));
  }
  const attributes = changes.map(({ attribute }) => attribute);
  const twice = attributes.find((name, index) => attributes.indexOf(name) < index);
  if (twice !== undefined) {
    const paths = `path one: [${twice}], path two: [${twice}]`;
    throw read.fault(`Two document paths overlap with each other; must remove or rewrite one of these paths; ${paths}`);
  }
  return { attributes, apply: (item) => applied(changes, item) };
}

function applied(changes: readonly Change[], item: Item): Item {
  const updated = new Map(Object.entries(item));
  for (const { attribute, value } of changes) {
    const next = value(item);
    if (next === undefined) updated.delete(attribute);
    else updated.set(attribute, next);
  }
  return Object.fromEntries(updated);
}

function setChange(read: Reader): Change {
  const attribute = read.attribute();
  read.expect('=');
  const left = operand(read);
  const operator = read.takes('+') ? sum : read.takes('-') ? difference : undefined;
  if (operator === undefined) return { attribute, value: left };
  const right = operand(read);
  return { attribute, value: (item) => ({ N: operator(numberOf(left(item)), numberOf(right(item))) }) };
}

function operand(read: Reader): (item: Item) => Value {
  if (read.peek()?.startsWith(':') === true) {
    const value = read.value();
    return () => value;
  }
  const name = read.functionName();
  if (name === undefined) {
    const attribute = read.attribute();
    return (item) => item[attribute] ?? missing();
  }
  if (name !== 'if_not_exists' && name !== 'list_append') throw read.fault(`Invalid function name; function: ${name}`);
  if (name === 'if_not_exists') {
    const attribute = read.attribute();
    read.expect(',');
    const otherwise = operand(read);
    read.expect(')');
    return (item) => item[attribute] ?? otherwise(item);
  }
  const first = operand(read);
  read.expect(',');
  const second = operand(read);
  read.expect(')');
  return (item) => ({ L: [...listOf(first(item)), ...listOf(second(item))] });
}

/** Adds a number to a number, or to 0; or members to a set of their type, or to a new set. */
function addChange(read: Reader): Change {
  const attribute = read.attribute();
  const added = read.value();
  if (!('N' in added) && setIn(added) === undefined) throw wrongOperand(read, 'ADD', added);
  return {
    attribute,
    value(item) {
      const before = item[attribute];
      if ('N' in added) return { N: sum(before === undefined ? '0' : numberOf(before), added.N) };
      if (before === undefined) return added;
      const members = membersOf(before, added);
      return setOf(typeOf(added), [...new Set([...members, ...(setIn(added) ?? [])])]);
    },
  };
}

function deleteChange(read: Reader): Change {
  const attribute = read.attribute();
  const deleted = read.value();
  if (setIn(deleted) === undefined) throw wrongOperand(read, 'DELETE', deleted);
  return {
    attribute,
    value(item) {
      const before = item[attribute];
      if (before === undefined) return undefined;
      const rest = membersOf(before, deleted).filter((member) => setIn(deleted)?.includes(member) !== true);
      // Sets cannot be empty.
      return rest.length === 0 ? undefined : setOf(typeOf(deleted), rest);
    },
  };
}

const typeNames: Readonly<Record<string, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  BOOL: 'BOOLEAN',
  NULL: 'NULL',
  L: 'LIST',
  M: 'MAP',
};

function wrongOperand(read: Reader, operator: string, value: Value): Error {
  const type = typeNames[typeOf(value)] ?? typeOf(value);
  const text = 'Incorrect operand type for operator or function';
  return read.fault(`${text}; operator: ${operator}, operand type: ${type}`);
}

function setIn(value: Value): readonly string[] | undefined {
  if ('SS' in value) return value.SS;
  if ('NS' in value) return value.NS;
  return 'BS' in value ? value.BS : undefined;
}

function setOf(type: string, members: readonly string[]): Value {
  const sorted = [...members].sort();
  if (type === 'SS') return { SS: sorted };
  return type === 'NS' ? { NS: sorted } : { BS: sorted };
}

/** The members of a set that must be of the same type as another one. */
function membersOf(before: Value, other: Value): readonly string[] {
  const members = typeOf(before) === typeOf(other) ? setIn(before) : undefined;
  return members ?? wrongType();
}

function numberOf(value: Value): string {
  return 'N' in value ? value.N : wrongType();
}

function listOf(value: Value): readonly Value[] {
  return 'L' in value ? value.L : wrongType();
}

function wrongType(): never {
  throw invalid('An operand in the update expression has an incorrect data type');
}

function missing(): never {
  throw invalid('The provided expression refers to an attribute that does not exist in the item');
}
