import { areEqual, bytes, compareValues, type Item, typeOf, type Value } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { createReader, type Reader } from './reader.ts';

/** A condition expression or a filter. */
export interface Condition {
  readonly holds: (item: Item) => boolean;
  /** The attributes that it reads. */
  readonly attributes: ReadonlySet<string>;
}

type Test = Condition['holds'];
type Operand = (item: Item) => Value | undefined;

/**
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 * @param expression The name of the request's member.
 * @throws AwsError
 */
export function parseCondition(expression: string, text: string, placeholders: Placeholders): Condition {
  const attributes = new Set<string>();
  const reader = createReader(expression, text, placeholders);
  const attribute = (): string => {
    const name = reader.attribute();
    attributes.add(name);
    return name;
  };
  const holds = disjunction({ ...reader, attribute });
  if (!reader.isAtEnd()) throw reader.fault(`Syntax error; token: "${reader.next()}"`);
  return { holds, attributes };
}

function disjunction(read: Reader): Test {
  const tests = [conjunction(read)];
  while (read.takes('OR')) tests.push(conjunction(read));
  return (item) => tests.some((test) => test(item));
}

function conjunction(read: Reader): Test {
  const tests = [negation(read)];
  while (read.takes('AND')) tests.push(negation(read));
  return (item) => tests.every((test) => test(item));
}

function negation(read: Reader): Test {
  if (!read.takes('NOT')) return primary(read);
  const test = negation(read);
  return (item) => !test(item);
}

function primary(read: Reader): Test {
  if (read.takes('(')) {
    const test = disjunction(read);
    read.expect(')');
    return test;
  }
  const name = read.peek() === 'size' ? undefined : read.functionName();
  return name === undefined ? comparison(read) : functionTest(read, name);
}

/** The order that an operator requires, as the sign of `compareValues`. */
const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** False if the attribute does not exist, or if the values are of different types. */
function comparison(read: Reader): Test {
  const left = operand(read);
  if (read.takes('BETWEEN')) {
    const low = operand(read);
    read.expect('AND');
    const high = operand(read);
    return (item) => isOrdered(left(item), low(item), '>=') && isOrdered(left(item), high(item), '<=');
  }
  if (read.takes('IN')) {
    read.expect('(');
    const candidates = [operand(read)];
    while (read.takes(',')) candidates.push(operand(read));
    read.expect(')');
    return (item) => candidates.some((candidate) => isSame(left(item), candidate(item)));
  }
  const operator = read.next();
  if (operator === '=' || operator === '<>') {
    const right = operand(read);
    return (item) => isSame(left(item), right(item)) === (operator === '=');
  }
  if (!Object.hasOwn(orders, operator)) throw read.fault(`Syntax error; token: "${operator}"`);
  const right = operand(read);
  return (item) => isOrdered(left(item), right(item), operator);
}

function isSame(a: Value | undefined, b: Value | undefined): boolean {
  return a !== undefined && b !== undefined && areEqual(a, b);
}

function isOrdered(a: Value | undefined, b: Value | undefined, operator: string): boolean {
  const order = a === undefined || b === undefined ? undefined : compareValues(a, b);
  return order !== undefined && orders[operator]?.(order) === true;
}

function operand(read: Reader): Operand {
  if (read.peek()?.startsWith(':') === true) {
    const value = read.value();
    return () => value;
  }
  const name = read.functionName();
  if (name === undefined) return attributeOperand(read);
  if (name !== 'size') {
    throw read.fault(`The function is not allowed to be used this way in an expression; function: ${name}`);
  }
  const measured = attributeOperand(read);
  read.expect(')');
  return (item) => sizeOf(measured(item));
}

function attributeOperand(read: Reader): Operand {
  const name = read.attribute();
  return (item) => (Object.hasOwn(item, name) ? item[name] : undefined);
}

interface Function {
  readonly operands: number;
  readonly holds: (first: Value | undefined, second: Value | undefined) => boolean;
}

const functions: Readonly<Record<string, Function>> = {
  attribute_exists: { operands: 1, holds: (value) => value !== undefined },
  attribute_not_exists: { operands: 1, holds: (value) => value === undefined },
  attribute_type: { operands: 2, holds: (value, type) => value !== undefined && isSame({ S: typeOf(value) }, type) },
  begins_with: { operands: 2, holds: beginsWith },
  contains: { operands: 2, holds: contains },
};

/** The first argument of every function is the path of an attribute. */
function functionTest(read: Reader, name: string): Test {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) throw read.fault(`Invalid function name; function: ${name}`);
  if (read.peek()?.startsWith(':') === true) {
    throw read.fault(`Operator or function requires a document path; operator or function: ${name}`);
  }
  const given = [attributeOperand(read)];
  while (read.takes(',')) given.push(operand(read));
  read.expect(')');
  if (given.length !== found.operands) {
    const which = `operator or function: ${name}, number of operands: ${given.length}`;
    throw read.fault(`Incorrect number of operands for operator or function; ${which}`);
  }
  return (item) => found.holds(given[0]?.(item), given[1]?.(item));
}

function beginsWith(value: Value | undefined, start: Value | undefined): boolean {
  if (value === undefined || start === undefined) return false;
  if ('S' in value && 'S' in start) return value.S.startsWith(start.S);
  if ('B' in value && 'B' in start) return bytes(value.B).indexOf(bytes(start.B)) === 0;
  return false;
}

function contains(value: Value | undefined, member: Value | undefined): boolean {
  if (value === undefined || member === undefined) return false;
  if ('S' in value && 'S' in member) return value.S.includes(member.S);
  if ('B' in value && 'B' in member) return bytes(value.B).includes(bytes(member.B));
  if ('SS' in value && 'S' in member) return value.SS.includes(member.S);
  if ('NS' in value && 'N' in member) return value.NS.includes(member.N);
  if ('BS' in value && 'B' in member) return value.BS.includes(member.B);
  return 'L' in value && value.L.some((entry) => areEqual(entry, member));
}

function sizeOf(value: Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if ('S' in value) return { N: String(value.S.length) };
  if ('B' in value) return { N: String(bytes(value.B).length) };
  const [members] = Object.values(value);
  return typeof members === 'object' ? { N: String(Object.keys(members).length) } : undefined;
}
