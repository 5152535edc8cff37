import { type AwsError, notImplemented } from '../../protocol/service.ts';
import { invalid } from '../errors.ts';
import type { Value } from '../value.ts';
import type { Placeholders } from './placeholders.ts';
import { isReserved } from './reserved-words.ts';

/** Reads an expression token by token. */
export interface Reader {
  /** Returns the next token without consuming it. */
  readonly peek: () => string | undefined;
  /** Returns the next token and consumes it. */
  readonly next: () => string;
  /** Consumes a sign or a word, in any case, if it comes next. */
  readonly takes: (token: string) => boolean;
  /** Like `takes`, but throws if something else comes next. */
  readonly expect: (token: string) => void;
  readonly isAtEnd: () => boolean;
  /** The name of a top-level attribute of the item. */
  readonly attribute: () => string;
  readonly value: () => Value;
  /** If a function comes next, consumes its name and the opening parenthesis and returns the name. */
  readonly functionName: () => string | undefined;
  /** An error about this expression. */
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
