import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sdk from '@aws-sdk/client-cognito-identity-provider';

/** A schema of the SDK, as `StaticSchema` of @smithy/types has it. The word `unit` stands for no input or output. */
type Schema = number | string | readonly unknown[] | (() => Schema);
type Shapes = Record<string, object>;

const [listOf, mapOf] = [64, 128];
const simple = new Map<number, object>([
  [0, { type: 'string' }],
  [1, { type: 'integer' }],
  [2, { type: 'boolean' }],
  [4, { type: 'timestamp' }],
  [15, { type: 'structure', document: true, members: {} }],
]);

/**
 * A folder for `AWS_DATA_PATH` with operations that the SDK for JavaScript has, so that an older botocore has them too.
 * It is botocore's own way to add to a service model. The caller must remove the folder.
 * @see https://github.com/boto/botocore/blob/develop/botocore/loaders.py (sdk-extras)
 */
export function botocoreExtras(names: readonly string[]): { readonly folder: string; remove(): void } {
  const shapes: Shapes = {};
  const operations = Object.fromEntries(names.map((name) => [name, operationOf(name, shapes)]));
  const folder = mkdtempSync(join(tmpdir(), 'botocore-'));
  const service = join(folder, 'cognito-idp', '2016-04-18');
  mkdirSync(service, { recursive: true });
  writeFileSync(join(service, 'service-2.sdk-extras.json'), JSON.stringify({ version: 1, merge: { operations, shapes } }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function operationOf(name: string, shapes: Shapes): object {
  const schemas: Readonly<Record<string, unknown>> = { ...sdk };
  const schema = schemas[`${name}$`];
  if (!Array.isArray(schema)) throw new Error(`The service model has no operation ${name}.`);
  const [, , , , input, output] = schema as readonly Schema[];
  return {
    name,
    http: { method: 'POST', requestUri: '/' },
    input: { shape: shapeOf(input ?? 'unit', shapes) },
    output: { shape: shapeOf(output ?? 'unit', shapes) },
    authtype: 'none',
  };
}

/** The name of the shape, which is added to those that are known. */
function shapeOf(schema: Schema, shapes: Shapes): string {
  if (typeof schema === 'function') return shapeOf(schema(), shapes);
  if (typeof schema === 'string') return add('Unit', { type: 'structure', members: {} }, shapes);
  if (typeof schema === 'number') return simpleShape(schema, shapes);
  const [kind, , name, , fourth, fifth, required] = schema;
  // A member with traits of its own.
  if (typeof kind !== 'number') return shapeOf(kind as Schema, shapes);
  if (kind === 0) return shapeOf(fourth as Schema, shapes);
  if (kind === 1) return add(String(name), { type: 'list', member: { shape: shapeOf(fourth as Schema, shapes) } }, shapes);
  if (kind === 2) return add(String(name), mapShape(fifth as Schema, shapes), shapes);
  const names = fourth as readonly string[];
  const members = names.map((each, at) => [each, { shape: shapeOf((fifth as readonly Schema[])[at] ?? 'unit', shapes) }]);
  // Required members come first.
  const structure = { type: 'structure', required: names.slice(0, Number(required ?? 0)), members: Object.fromEntries(members) };
  return add(String(name), structure, shapes);
}

function simpleShape(schema: number, shapes: Shapes): string {
  if (schema >= mapOf) return add(`MapOf${schema}`, mapShape(schema - mapOf, shapes), shapes);
  if (schema >= listOf)
    return add(`ListOf${schema}`, { type: 'list', member: { shape: shapeOf(schema - listOf, shapes) } }, shapes);
  const shape = simple.get(schema);
  if (shape === undefined) throw new Error(`The schema ${schema} has no counterpart in botocore.`);
  return add(`Simple${schema}`, shape, shapes);
}

function mapShape(value: Schema, shapes: Shapes): object {
  return { type: 'map', key: { shape: shapeOf(0, shapes) }, value: { shape: shapeOf(value, shapes) } };
}

function add(name: string, shape: object, shapes: Shapes): string {
  shapes[name] = shape;
  return name;
}
