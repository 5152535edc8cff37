import { z } from 'zod';
import { stageSchema } from './stage.ts';

/** A setting as docs/configuration.md describes it. */
export interface SettingDescription {
  /**
   * Such as `signIn.passkeys.relyingParty`. The settings of a trigger have the path `triggers.<trigger>.entry` and so
   * on.
   */
  readonly path: string;
  readonly is: string;
  readonly becomes: string;
  readonly unit: string | null;
  /** The allowed values, in words. */
  readonly values: string;
  /** The default as it would be written in a stage; null if the setting is required. */
  readonly defaultValue: string | null;
  /** Why it changes nothing on a laptop; null if it does. */
  readonly laptop: string | null;
}

/**
 * The part of zod's JSON Schema (2020-12) that is read here, with our own members `becomes`, `unit` and `laptop`.
 */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly becomes?: string;
  readonly unit?: string;
  readonly laptop?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/**
 * Every setting of a stage, in the order of the schema. A group that may be null is listed itself, followed by its
 * members.
 */
export function describeSettings(): readonly SettingDescription[] {
  // zod generates JSON Schema and adds the members of `Meaning` to it.
  const { properties = {} } = z.toJSONSchema(stageSchema, { io: 'input' }) as Schema;
  const seen = new Set<string>();
  return Object.entries(properties)
    .flatMap(([name, schema]) => describe(name, schema, null))
    .filter(({ path }) => !seen.has(path) && seen.add(path));
}

/**
 * What is allowed at a path of a stage: the settings of a group, and the name of the text format. Either is empty if
 * there is none.
 */
export function allowedAt(path: readonly PropertyKey[]): { readonly members: readonly string[]; readonly format: string } {
  const root = z.toJSONSchema(stageSchema, { io: 'input' }) as Schema; // as in describeSettings
  const schema = path.reduce<Schema | undefined>((at, key) => (at === undefined ? at : memberOf(at, key)), root);
  const all = schema?.anyOf ?? (schema === undefined ? [] : [schema]);
  const format = all.map((each) => each.format).find((name) => name !== undefined && name !== 'uri');
  return { members: all.flatMap(({ properties = {} }) => Object.keys(properties)), format: format ?? '' };
}

function memberOf(schema: Schema, key: PropertyKey): Schema | undefined {
  const [first] = schema.anyOf ?? [schema];
  if (typeof key === 'number') return first?.items;
  const others = typeof first?.additionalProperties === 'object' ? first.additionalProperties : undefined;
  return first?.properties?.[String(key)] ?? others;
}

function describe(path: string, schema: Schema, inherited: string | null): SettingDescription[] {
  const { description: is, becomes, unit = null, laptop = inherited } = schema;
  const inner = groupOf(schema);
  const own =
    is !== undefined && becomes !== undefined
      ? [{ path, is, becomes, unit, values: values(schema), defaultValue: written(schema), laptop }]
      : [];
  if (inner === null) {
    if (own.length === 0) throw new Error(`The setting ${path} does not say what it is and what it becomes.`);
    return own;
  }
  return [...own, ...Object.entries(inner).flatMap(([name, member]) => describe(memberPath(path, name), member, laptop))];
}

/** All triggers have the same settings, which are described once, and so have the providers of a federation. */
function memberPath(path: string, name: string): string {
  if (/^triggers\.\w+$/.test(path) && name !== 'version') return `triggers.<trigger>.${name}`;
  if (/^federation\.providers\.\w+$/.test(path) && ofProviders.has(name)) return `federation.providers.<provider>.${name}`;
  return `${path}.${name}`;
}

const ofProviders: ReadonlySet<string> = new Set([
  'name',
  'label',
  'clientId',
  'clientSecretArn',
  'scopes',
  'attributes',
  'identifiers',
]);

/**
 * The members of a group, nullable or not, or of the groups in a list. Null for a single setting, even if its value is
 * an object.
 */
function groupOf(schema: Schema): Readonly<Record<string, Schema>> | null {
  const [first] = schema.anyOf ?? [schema];
  const members = (first?.items ?? first)?.properties;
  if (members === undefined) return null;
  // A value such as `reset: { subject, email, sms }` is described as one setting.
  return Object.values(members).some(({ becomes, properties }) => becomes !== undefined || properties !== undefined)
    ? members
    : null;
}

function written({ default: value }: Schema): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

function values(schema: Schema): string {
  const { anyOf, enum: words, type, format, items } = schema;
  if (anyOf !== undefined) {
    return [
      ...new Set(
        anyOf.map((each) => (each.properties === undefined || groupOf(each) === null ? values(each) : 'a group, see below')),
      ),
    ].join(' or ');
  }
  if (words !== undefined) return words.map((word) => `\`${String(word)}\``).join(', ');
  if (type === 'null') return '`null`';
  if (type === 'boolean') return '`true`, `false`';
  if (type === 'integer' || type === 'number') return range(schema, 'a whole number');
  if (type === 'array')
    return `a list of ${items === undefined ? 'values' : groupOf(schema) === null ? values(items) : 'groups, see below'}`;
  if (type === 'object') return 'values by name';
  if (format !== undefined) return format === 'uri' ? 'a URL' : format;
  return range({ ...schema, minimum: schema.minLength, maximum: schema.maxLength }, 'a text', ' characters');
}

function range(
  { minimum, maximum }: { readonly minimum?: number | undefined; readonly maximum?: number | undefined },
  noun: string,
  unit = '',
): string {
  const known = (bound: number | undefined): bound is number => bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  if (known(minimum) && known(maximum)) return `${minimum.toLocaleString('en')} to ${maximum.toLocaleString('en')}${unit}`;
  if (known(minimum)) return `${noun} of ${minimum}${unit} at least`;
  return noun;
}
