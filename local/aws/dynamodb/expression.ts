import { invalid, notImplemented } from './errors.ts';

/** `attribute_not_exists(path)` or `path < :value`. */
export type Test =
  | { readonly kind: 'absent'; readonly attribute: string }
  | { readonly kind: 'less'; readonly attribute: string; readonly value: string };

/** `SET path = :value` or `ADD path :value`. */
export interface Change {
  readonly kind: 'SET' | 'ADD';
  readonly attribute: string;
  readonly value: string;
}

const clauses = ['SET', 'ADD', 'REMOVE', 'DELETE'];

/**
 * As much of a condition expression as there is: tests, one of which must hold. Throws for everything else, by its name
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html).
 */
export function parseCondition(text: string): Test[] {
  const read = reader('ConditionExpression', text);
  const tests = [test(read)];
  while (!read.isAtEnd()) {
    const joint = read.word();
    if (joint.toUpperCase() !== 'OR') throw notImplemented(`${joint} in a ConditionExpression`);
    tests.push(test(read));
  }
  return tests;
}

/** As much of an update expression as there is: a `SET` of values and an `ADD`, each once and in any order. Throws for everything else, by its name. */
export function parseUpdate(text: string): Change[] {
  const read = reader('UpdateExpression', text);
  const changes: Change[] = [];
  const seen = new Set<string>();
  while (!read.isAtEnd()) {
    const clause = read.word();
    const kind = clause.toUpperCase();
    if (!clauses.includes(kind)) throw read.fault(clause);
    if (kind !== 'SET' && kind !== 'ADD') throw notImplemented(`${kind} in an UpdateExpression`);
    if (seen.has(kind)) {
      throw invalid(`Invalid UpdateExpression: The "${kind}" section can only be used once in an update expression;`);
    }
    seen.add(kind);
    do {
      const attribute = read.attribute();
      if (kind === 'SET') read.sign('=');
      changes.push({ kind, attribute, value: read.value() });
    } while (read.takes(','));
  }
  const names = changes.map(({ attribute }) => attribute);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice !== undefined) {
    throw invalid(
      `Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [${twice}], path two: [${twice}]`,
    );
  }
  return changes;
}

function test(read: Reader): Test {
  const first = read.attribute();
  if (read.takes('(')) {
    if (first !== 'attribute_not_exists') throw notImplemented(`${first}() in a ConditionExpression`);
    const attribute = read.attribute();
    read.sign(')');
    return { kind: 'absent', attribute };
  }
  const operator = read.word();
  if (operator !== '<') throw notImplemented(`${operator} in a ConditionExpression`);
  return { kind: 'less', attribute: first, value: read.value() };
}

type Reader = ReturnType<typeof reader>;

function reader(expression: string, text: string) {
  const tokens = text.match(/[:#]?\w+|[<>]=|<>|\S/g) ?? [];
  if (tokens.length === 0) throw invalid(`Invalid ${expression}: The expression can not be empty;`);
  let at = 0;
  const fault = (token: string) => invalid(`Invalid ${expression}: Syntax error; token: "${token}"`);
  const word = (): string => {
    const token = tokens[at];
    if (token === undefined) throw fault('<EOF>');
    at += 1;
    return token;
  };
  const takes = (sign: string): boolean => {
    if (tokens[at] !== sign) return false;
    at += 1;
    return true;
  };
  const match = (pattern: RegExp): string => {
    const token = word();
    if (token.startsWith('#')) throw notImplemented('An expression attribute name');
    if (!pattern.test(token)) throw fault(token);
    return token;
  };
  return {
    fault,
    word,
    takes,
    isAtEnd: () => at === tokens.length,
    sign: (sign: string): void => {
      if (!takes(sign)) throw fault(tokens[at] ?? '<EOF>');
    },
    /** The name of an attribute of the item itself. */
    attribute: (): string => {
      const name = match(/^[A-Za-z]\w*$/);
      if (tokens[at] === '.' || tokens[at] === '[') throw notImplemented('A path into an attribute');
      return name;
    },
    value: (): string => match(/^:\w+$/),
  };
}
