import { type GraphQLError, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { type Location, toLocation } from '../request/request-error.ts';
import { ScalarError } from '../schema/scalars.ts';
import { FieldError, TypeMismatch } from './field-error.ts';

type Path = readonly (string | number)[];

/**
 * An entry of `errors[]` beside data, with its keys in AppSync's order. A coercion error has neither type nor info.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.fields
 */
export type ExecutionError =
  | {
      readonly path: Path;
      readonly data: unknown;
      readonly errorType: string | null;
      readonly errorInfo: unknown;
      readonly locations: readonly Location[];
      readonly message: string;
    }
  | { readonly path: Path; readonly locations: null; readonly message: string };

/** Converts an error of graphql-js. `report` receives those that neither the caller nor a resolver has caused. */
export function executionError(schema: GraphQLSchema, error: GraphQLError, report: (error: Error) => void): ExecutionError {
  const path = error.path ?? [];
  const cause = error.originalError;
  const locations = (error.locations ?? []).map(toLocation);
  if (cause instanceof FieldError) return fieldError(path, locations, cause);
  const message = coercionMessage(schema, error, path);
  if (message !== undefined) return { path, locations: null, message };
  report(cause ?? error);
  return fieldError(path, locations, new FieldError('Internal failure.', 'InternalFailure'));
}

export function fieldError(path: Path, locations: readonly Location[], error: FieldError): ExecutionError {
  return { path, data: error.data, errorType: error.errorType, errorInfo: error.errorInfo, locations, message: error.message };
}

/**
 * AppSync's texts for a value that does not fit its type, by the text of graphql-js.
 * @see docs/aws-behaviour/appsync.md#appsync.errors.output
 */
const rows: readonly (readonly [pattern: RegExp, text: (match: readonly string[], at: string) => string])[] = [
  [
    /^Expected value of type "\w+" but got: (.*)\.$/s,
    ([, shown], at) => `Can't resolve value (${at}) : type mismatch error, expected type OBJECT, got ${kindOf(shown)}`,
  ],
  [/^Abstract type "(\w+)" (?:must resolve|was resolved)/, ([, type], at) => unresolved(type, at)],
  [/^Runtime Object type "\w+" is not a possible type for "(\w+)"/, ([, type], at) => unresolved(type, at)],
  [
    /^Enum "(\w+)" cannot represent value: "?(.*?)"?$/s,
    ([, type, shown], at) => `Can't serialize value (${at}) : Invalid input for Enum '${type}'. Unknown value '${shown}'`,
  ],
  [
    /^(\w+) cannot represent [\w\- ]*value: (.*)$/s,
    ([, type, shown], at) => `Can't serialize value (${at}) : Expected type '${type}' but was '${classOf(shown)}'.`,
  ],
];

function coercionMessage(schema: GraphQLSchema, error: GraphQLError, path: Path): string | undefined {
  const at = path.map((key) => (typeof key === 'number' ? `[${key}]` : `/${key}`)).join('');
  if (error.originalError instanceof TypeMismatch) return `Can't resolve value (${at}) : ${error.originalError.message}`;
  if (error.originalError instanceof ScalarError) return `Can't serialize value (${at}) : ${error.originalError.message}`;
  const nonNull = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/.exec(error.message);
  if (nonNull !== null) {
    const [, parent = '', field = ''] = nonNull;
    return `Cannot return null for non-nullable type: '${typeName(schema, parent, field)}' within parent '${parent}' (${at})`;
  }
  for (const [pattern, text] of rows) {
    const match = pattern.exec(error.message);
    if (match !== null) return text(match, at);
  }
  return undefined;
}

function unresolved(type: string | undefined, at: string): string {
  return `Can't resolve value (${at}) : Could not determine the exact type of '${type}'`;
}

function typeName(schema: GraphQLSchema, parent: string, fieldName: string): string {
  const type = schema.getType(parent);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  return field === undefined ? fieldName : getNamedType(field.type).name;
}

/** graphql-js quotes the value as source text; its first character shows its kind. */
function kindOf(shown = ''): string {
  return (
    ({ '"': 'STRING', '[': 'LIST', t: 'BOOLEAN', f: 'BOOLEAN' } as Partial<Record<string, string>>)[shown.charAt(0)] ?? 'NUMBER'
  );
}

function classOf(shown = ''): string {
  const byFirst: Partial<Record<string, string>> = {
    '"': 'String',
    '[': 'ArrayList',
    '{': 'LinkedHashMap',
    t: 'Boolean',
    f: 'Boolean',
  };
  return byFirst[shown.charAt(0)] ?? (/^-?\d+$/.test(shown) ? 'Integer' : 'Double');
}
