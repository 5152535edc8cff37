import * as sdk from '@aws-sdk/client-cognito-identity-provider';

// The SDK reads answers leniently: it drops members that the service model does not have, and passes on members of
// another type. This reads them by the same schemas (@smithy/types, StaticSchema) and reports what does not fit.

/** The word `unit` stands for an operation without output. */
type Schema = number | string | readonly unknown[] | (() => Schema);

const [listOf, mapOf] = [64, 128];
/** The numbers of simple types, and their JSON types. */
const simple = new Map<number, (value: unknown) => boolean>([
  [0, (value) => typeof value === 'string'],
  [1, (value) => typeof value === 'number'],
  [2, (value) => typeof value === 'boolean'],
  [4, (value) => typeof value === 'number'],
  [15, () => true],
  // Bytes, in Base64.
  [21, (value) => typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value],
]);

/** How an answer differs from the service model; empty if it does not. */
export function misfits(operation: string, body: string): string[] {
  const schemas: Readonly<Record<string, unknown>> = { ...sdk };
  const schema = schemas[`${operation}$`];
  if (!Array.isArray(schema) || schema[0] !== 9) return [`${operation} is no operation of the service model.`];
  return [...problems(schema[5] as Schema, JSON.parse(body), operation)];
}

function* problems(schema: Schema, value: unknown, path: string): Generator<string> {
  if (typeof schema === 'function') {
    yield* problems(schema(), value, path);
    return;
  }
  if (typeof schema === 'string') {
    yield* ofStructure([], [], 0, value, path);
    return;
  }
  if (typeof schema === 'number') {
    if (schema >= mapOf) yield* ofMap(schema - mapOf, value, path);
    else if (schema >= listOf) yield* ofList(schema - listOf, value, path);
    else if (!simple.get(schema)?.(value)) yield `${path} has another type.`;
    return;
  }
  const [kind, , , , fourth, fifth, required] = schema;
  // A member with traits of its own.
  if (typeof kind !== 'number') yield* problems(kind as Schema, value, path);
  else if (kind === 0) yield* problems(fourth as Schema, value, path);
  else if (kind === 1) yield* ofList(fourth as Schema, value, path);
  else if (kind === 2) yield* ofMap(fifth as Schema, value, path);
  else yield* ofStructure(fourth as readonly string[], fifth as readonly Schema[], Number(required ?? 0), value, path);
}

function* ofList(item: Schema, value: unknown, path: string): Generator<string> {
  if (!Array.isArray(value)) yield `${path} is no list.`;
  else for (const [index, each] of value.entries()) yield* problems(item, each, `${path}[${index}]`);
}

function* ofMap(item: Schema, value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null) yield `${path} is no map.`;
  else for (const [name, each] of Object.entries(value)) yield* problems(item, each, `${path}.${name}`);
}

/** Required members come first. */
function* ofStructure(
  names: readonly string[],
  schemas: readonly Schema[],
  required: number,
  value: unknown,
  path: string,
): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield `${path} is no structure.`;
    return;
  }
  for (const name of names.slice(0, required)) if (!Object.hasOwn(value, name)) yield `${path}.${name} is missing.`;
  for (const [name, each] of Object.entries(value)) {
    const schema = schemas[names.indexOf(name)];
    if (schema === undefined) yield `${path}.${name} is not in the service model.`;
    else yield* problems(schema, each, `${path}.${name}`);
  }
}
