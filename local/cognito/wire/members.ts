import { CognitoError, invalidParameter, notImplemented } from './errors.ts';

/**
 * One member of an operation's input. It reads a JSON value, and adds violated constraints of the service model to
 * `violations`.
 */
export interface Member<T> {
  /**
   * Throws SerializationException for a wrong JSON type, which takes precedence over all violations.
   * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.serialization-first
   */
  read(value: unknown, path: string, violations: string[]): T;
}

export interface RequiredMember<T> extends Member<T> {
  readonly required: true;
}

type Members = Readonly<Record<string, Member<unknown>>>;
type ValueOf<M> = M extends Member<infer T> ? T : never;
type RequiredNames<M extends Members> = { [K in keyof M]: M[K] extends RequiredMember<unknown> ? K : never }[keyof M];

export type Input<M extends Members> = { readonly [K in RequiredNames<M>]: ValueOf<M[K]> } & {
  readonly [K in Exclude<keyof M, RequiredNames<M>>]?: ValueOf<M[K]>;
};

interface StringConstraints<V extends string> {
  readonly min?: number;
  readonly max?: number;
  /** As in the service model; the whole value must match. */
  readonly pattern?: string;
  /** Equivalent to `pattern`, but without its backtracking. */
  readonly matches?: RegExp;
  readonly values?: readonly V[];
  /** The value is a secret or sensitive, so it is never repeated. */
  readonly sensitive?: true;
}

export function required<T>(member: Member<T>): RequiredMember<T> {
  return { ...member, required: true };
}

export function string<V extends string = string>(constraints: StringConstraints<V> = {}): Member<V> {
  const pattern =
    constraints.matches ?? (constraints.pattern === undefined ? undefined : new RegExp(`^(?:${constraints.pattern})$`, 'u'));
  return {
    read(value, path, violations) {
      if (typeof value !== 'string') throw unconvertible(value, 'String');
      const shown = constraints.sensitive ? 'Value' : `Value '${value}'`;
      const refuse = (rule: string) => violations.push(`${shown} at '${path}' failed to satisfy constraint: Member must ${rule}`);
      const { min = 0, max = Number.POSITIVE_INFINITY, values } = constraints;
      if (value.length < min) refuse(`have length greater than or equal to ${min}`);
      if (value.length > max) refuse(`have length less than or equal to ${max}`);
      // Not for values that are too long, so that the cost of a pattern is bounded.
      if (pattern && value.length <= max && !pattern.test(value))
        refuse(`satisfy regular expression pattern: ${constraints.pattern}`);
      const listed: readonly string[] | undefined = values;
      if (listed && !listed.includes(value)) refuse(`satisfy enum value set: [${listed.join(', ')}]`);
      // A value outside the set never leaves `parse`, since the violation above refuses the whole input.
      return value as V;
    },
  };
}

/** A string from an enumeration of the model. */
export function oneOf<const V extends string>(...values: readonly V[]): Member<V> {
  return string<V>({ values });
}

export function integer(min: number, max: number): Member<number> {
  return {
    read(value, path, violations) {
      if (typeof value !== 'number' || !Number.isInteger(value)) throw unconvertible(value, 'Integer');
      const refuse = (rule: string) =>
        violations.push(`Value '${value}' at '${path}' failed to satisfy constraint: Member must have value ${rule}`);
      if (value < min) refuse(`greater than or equal to ${min}`);
      if (value > max) refuse(`less than or equal to ${max}`);
      return value;
    },
  };
}

/**
 * Strings are coerced, `"false"` to false and any other to true; numbers, null and objects are refused.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.booleans
 */
export const boolean: Member<boolean> = {
  read(value) {
    if (typeof value === 'string') return value !== 'false';
    if (typeof value !== 'boolean') throw unconvertible(value, 'Boolean');
    return value;
  },
};

export function list<T>(member: Member<T>, max = Number.POSITIVE_INFINITY, min = 0): Member<readonly T[]> {
  return {
    read(value, path, violations) {
      if (!Array.isArray(value)) throw unconvertible(value, 'List');
      const refuse = (rule: string) =>
        violations.push(`Value at '${path}' failed to satisfy constraint: Member must have length ${rule}`);
      if (value.length < min) refuse(`greater than or equal to ${min}`);
      if (value.length > max) refuse(`less than or equal to ${max}`);
      return value.map((item: unknown, index) => member.read(item, `${path}.${index + 1}.member`, violations));
    },
  };
}

export function map<T>(member: Member<T>, key: Member<string> = string()): Member<Readonly<Record<string, T>>> {
  return {
    read(value, path, violations) {
      const entries = Object.entries(record(value, 'Map')).filter(([, item]) => item !== null);
      for (const [name] of entries) key.read(name, path, violations);
      return Object.fromEntries(entries.map(([name, item]) => [name, member.read(item, `${path}.${name}`, violations)]));
    },
  };
}

export function structure<M extends Members>(members: M): Member<Input<M>> {
  return {
    read(value, path, violations) {
      const given = record(value, 'Structure');
      const read: Record<string, unknown> = {};
      for (const [name, member] of Object.entries(members)) {
        const at = path === '' ? lowerCamel(name) : `${path}.${lowerCamel(name)}`;
        const item = Object.hasOwn(given, name) ? given[name] : undefined;
        if (item === undefined || (item === null && member !== boolean)) {
          if ('required' in member)
            violations.push(`Value null at '${at}' failed to satisfy constraint: Member must not be null`);
        } else read[name] = member.read(item, at, violations);
      }
      // Each member was read by its own reader. A missing required member is a violation, which refuses the whole
      // input.
      return read as Input<M>;
    },
  };
}

/**
 * A member of the service model that this user pool does not have. Throws NotImplementedException, which names it,
 * unless the member is empty and so asks for nothing.
 */
export function unimplemented(name: string): Member<undefined> {
  return {
    read(value) {
      const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
      if (!isEmpty) throw notImplemented(name);
    },
  };
}

/**
 * Reads a whole input. Throws SerializationException or InvalidParameterException with Cognito's text. Unknown members
 * are ignored.
 */
export function parse<T>(member: Member<T>, body: unknown): T {
  const violations: string[] = [];
  const input = member.read(body, '', violations);
  if (violations.length === 0) return input;
  const count = `${violations.length} validation error${violations.length === 1 ? '' : 's'} detected`;
  throw invalidParameter(`${count}: ${violations.join('; ')}`);
}

function record(value: unknown, target: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unconvertible(value, target);
  // JSON.parse creates objects with string keys only.
  return value as Record<string, unknown>;
}

function unconvertible(value: unknown, target: string): CognitoError {
  const kind = value === null ? 'NULL' : Array.isArray(value) ? 'LIST' : typeof value === 'object' ? 'STRUCTURE' : typeof value;
  return new CognitoError('SerializationException', `${kind.toUpperCase()}_VALUE can not be converted to a ${target}`);
}

function lowerCamel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
