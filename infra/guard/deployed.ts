import type { JsonValue } from '../template/json.ts';

/**
 * A stack, as far as a new deployment could harm it. This is what a record contains and a new template is compared
 * with.
 */
export interface Deployed {
  /** Null if unknown: a template alone says neither the name nor the place of its stack. */
  readonly stackName: string | null;
  readonly region: string | null;
  readonly account: string | null;
  /** By logical id. */
  readonly resources: Resources;
}

export type Resources = Readonly<Record<string, GuardedResource>>;

export interface GuardedResource {
  readonly type: string;
  /** The guarded properties that the template has, by their path below `Properties`. */
  readonly properties: Readonly<Record<string, JsonValue>>;
}

/** A CloudFormation template, as far as it is read here. */
export interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>>; readonly DeletionPolicy?: string }
    >
  >;
}

/** The key in the records for a resource's `DeletionPolicy`, which is not a property. */
export const deletionPolicy = 'DeletionPolicy';

/** The guarded resources of a template. @param paths the guarded properties of each guarded type. */
export function guardedResources({ Resources: all }: Template, paths: ReadonlyMap<string, readonly string[]>): Resources {
  return Object.fromEntries(
    Object.entries(all).flatMap(([id, { Type: type, Properties = {}, DeletionPolicy = 'Delete' }]) => {
      const guarded = paths.get(type);
      if (guarded === undefined) return [];
      const properties: Record<string, JsonValue> = {};
      for (const path of guarded) {
        const value = path === deletionPolicy ? DeletionPolicy : valueAt(Properties, path);
        if (value !== undefined) properties[path] = value;
      }
      return [[id, { type, properties }]];
    }),
  );
}

function valueAt(properties: Readonly<Record<string, unknown>>, path: string): JsonValue | undefined {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
      properties,
    );
  return value as JsonValue | undefined; // templates are JSON
}
