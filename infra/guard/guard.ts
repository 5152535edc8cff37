import { type JsonValue, same } from '../template/json.ts';
import type { Deployed, GuardedResource, Resources } from './deployed.ts';

/** What a deployment must not do to the stack that is deployed. */
export interface Harm {
  /** The path of the setting, or `constructs` if no setting controls it. */
  readonly setting: string;
  /** Such as `AliasAttributes of AuthUsersPoolE71B1D56`. */
  readonly what: string;
  readonly was: JsonValue | undefined;
  readonly becomes: JsonValue | undefined;
  /** Why it must not happen and what would be lost, in full sentences. */
  readonly loses: string;
  /** What to do instead, in full sentences. */
  readonly instead: string;
}

/** One row of the table of what is guarded. */
export interface Guard {
  /** What the row guards, such as `AWS::Cognito::UserPool.AliasAttributes`. */
  readonly guards: string;
  /** The types and properties that a record must contain for this row. */
  readonly reads?: readonly { readonly type: string; readonly paths: readonly string[] }[];
  readonly find: (before: Deployed, after: Deployed) => readonly Harm[];
}

/** The texts of a row, and its setting. */
export interface Words {
  readonly setting: string;
  readonly loses: string;
  readonly instead: string;
}

/**
 * A property that must stay as it is while its resource exists.
 * @param absent the value that the service uses if the property is left out.
 */
export function fixed(type: string, path: string, words: Words, absent?: JsonValue): Guard {
  return changed(type, path, words, (was, becomes) => !same(was ?? absent, becomes ?? absent));
}

/** A property that may be added or removed, but whose value must not change. */
export function onceGiven(type: string, path: string, words: Words): Guard {
  return changed(type, path, words, (was, becomes) => was !== undefined && becomes !== undefined && !same(was, becomes));
}

/** A property that may be added or changed, but not removed. */
export function kept(type: string, path: string, words: Words): Guard {
  return changed(type, path, words, (was, becomes) => was !== undefined && becomes === undefined);
}

/** A property whose change is harmful if `isHarm` says so. */
export function changed(
  type: string,
  path: string,
  words: Words,
  isHarm: (was: JsonValue | undefined, becomes: JsonValue | undefined) => boolean,
): Guard {
  return {
    guards: `${type}.${path}`,
    reads: [{ type, paths: [path] }],
    find: (before, after) =>
      living(type, before, after).flatMap(({ id, old, next }) => {
        const was = old.properties[path];
        const becomes = next.properties[path];
        return isHarm(was, becomes) ? [{ ...words, what: `${path} of ${id}`, was, becomes }] : [];
      }),
  };
}

/** A resource that must not be removed or get a new logical id. @param paths what else its row reads. */
export function lasting(
  type: string,
  words: Omit<Words, 'loses'> & { readonly loses: string | ((resource: GuardedResource) => string) },
  paths: readonly string[] = [],
): Guard {
  return {
    guards: `${type} (logical id)`,
    reads: [{ type, paths }],
    find: (before, after) =>
      ofType(type, before.resources)
        .filter(([id]) => after.resources[id]?.type !== type)
        .map(([id, resource]) => ({
          ...words,
          what: `${type} ${id}`,
          was: id,
          becomes: ofType(type, after.resources).map(([other]) => other)[0],
          loses: typeof words.loses === 'string' ? words.loses : words.loses(resource),
        })),
  };
}

/** A type of which one resource must stay: the last one must not be removed in the deployment that adds the next. */
export function overlapping(type: string, words: Words): Guard {
  return {
    guards: `${type} (logical ids)`,
    reads: [{ type, paths: [] }],
    find: (before, after) => {
      const old = ofType(type, before.resources).map(([id]) => id);
      const next = ofType(type, after.resources).map(([id]) => id);
      if (old.length === 0 || next.some((id) => old.includes(id))) return [];
      return [{ ...words, what: `all of ${type}`, was: old, becomes: next }];
    },
  };
}

/** A type that must not be removed from the stack. @param isHarm whether that matters in the new stack. */
export function vanishing(type: string, words: Words, isHarm: (after: Deployed) => boolean = () => true): Guard {
  return {
    guards: `${type} (vanishing)`,
    reads: [{ type, paths: [] }],
    find: (before, after) => {
      const old = ofType(type, before.resources).map(([id]) => id);
      if (old.length === 0 || ofType(type, after.resources).length > 0 || !isHarm(after)) return [];
      return [{ ...words, what: `all of ${type}`, was: old, becomes: undefined }];
    },
  };
}

/**
 * A name that can exist only once in the service. Its resource cannot move to another logical id, since CloudFormation
 * creates the new resource before it deletes the old one.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.create-first
 */
export function uniqueName(type: string, paths: readonly string[], words: Words): Guard {
  const nameOf = ({ properties }: GuardedResource): string => JSON.stringify(paths.map((path) => properties[path]));
  return {
    guards: `${type} (logical id of a name)`,
    reads: [{ type, paths }],
    find: (before, after) => {
      const ids = new Map(ofType(type, before.resources).map(([id, resource]) => [nameOf(resource), id]));
      return ofType(type, after.resources).flatMap(([id, resource]) => {
        const was = ids.get(nameOf(resource));
        if (was === undefined || was === id) return [];
        const name = paths.map((path) => resource.properties[path]).join('.');
        return [{ ...words, what: `${type} ${name}`, was, becomes: id }];
      });
    },
  };
}

/** Where the stack is. If one side is unknown, nothing is refused. */
export function place(key: 'stackName' | 'region' | 'account', words: Words): Guard {
  return {
    guards: `stack (${key})`,
    find: (before, after) => {
      const was = before[key];
      const becomes = after[key];
      if (was === null || becomes === null || was === becomes) return [];
      return [{ ...words, what: 'the stack', was, becomes }];
    },
  };
}

export interface Living {
  readonly id: string;
  readonly old: GuardedResource;
  readonly next: GuardedResource;
}

/** The resources of a type that exist before and after. */
export function living(type: string, before: Deployed, after: Deployed): Living[] {
  return ofType(type, before.resources).flatMap(([id, old]) => {
    const next = after.resources[id];
    return next?.type === type ? [{ id, old, next }] : [];
  });
}

export function ofType(type: string, resources: Resources): [string, GuardedResource][] {
  return Object.entries(resources).filter(([, resource]) => resource.type === type);
}
