import { type AwsError, notImplemented } from '../../protocol/service.ts';
import { invalid } from '../errors.ts';
import type { Value } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { isReserved } from './reserved-words.ts';

/** Goes through an expression, a token at a time. */
export interface Reader {
  /** The next token, which it stays at. */
  readonly peek: () => string | undefined;
  /** The next token, which it goes past. */
  readonly next: () => string;
  /** Goes past a sign or a word, in whatever case, if it comes next. */
  readonly takes: (token: string) => boolean;
  /** As `takes`, and throws if something else comes next. */
  readonly expect: (token: string) => void;
  readonly isAtEnd: () => boolean;
  /** The name of an attribute of the item itself. */
  readonly attribute: () => string;
  readonly value: () => Value;
  /** What comes next, if it is a function: its name and an opening parenthesis. Goes past both. */
  readonly functionName: () => string | undefined;
  /** A refusal of this expression. */
  readonly fault: (message: string) => AwsError;
}

/** @param expression The name of the request's member, such as `ConditionExpression`. */
export function createReader(expression: string, text: string, placeholders: Placeholders): Reader {
  const tokens = text.match(/[:#]?\w+|[<>]=|<>|\S/g) ?? [];
  const fault = (message: string): AwsError => invalid(`Invalid ${expression}: ${message}`);
  if (tokens.length === 0) throw fault('The expression can not be empty;');
  let at = 0;
  const unexpected = (token: string | undefined): AwsError => fault(`Syntax error; token: "${token ?? '<EOF>'}"`);
  const next = (): string => {
    const token = tokens[at];
    if (token === undefined) throw unexpected(token);
    at += 1;
    return token;
  };
  const takes = (token: string): boolean => {
    if (tokens[at]?.toUpperCase() !== token) return false;
    at += 1;
    return true;
  };
  return {
    peek: () => tokens[at],
    next,
    takes,
    expect(token) {
      if (!takes(token)) throw unexpected(tokens[at]);
    },
    isAtEnd: () => at === tokens.length,
    attribute() {
      const token = next();
      if (!/^(?:#\w+|[A-Za-z]\w*)$/.test(token)) throw unexpected(token);
      if (tokens[at] === '.' || tokens[at] === '[') throw notImplemented('A path into an attribute');
      if (!token.startsWith('#')) {
        if (!isReserved(token)) return token;
        throw fault(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
      }
      const name = placeholders.name(token);
      if (name !== undefined) return name;
      const text = 'An expression attribute name used in the document path is not defined; attribute name:';
      throw fault(`${text} ${token}`);
    },
    value() {
      const token = next();
      if (!/^:\w+$/.test(token)) throw unexpected(token);
      const value = placeholders.value(token);
      if (value !== undefined) return value;
      throw fault(`An expression attribute value used in expression is not defined; attribute value: ${token}`);
    },
    functionName() {
      const name = tokens[at];
      if (name === undefined || !/^[A-Za-z_]+$/.test(name) || tokens[at + 1] !== '(') return undefined;
      at += 2;
      return name;
    },
    fault,
  };
}
