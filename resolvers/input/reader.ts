/** Turns an unknown value into a known one, or throws an error that names where it went wrong. */
export type Reader<T> = (value: unknown, path: string) => T;

/** @throws Error that names the place, but never the value, which may be a secret. */
export function parseJson<T>(path: string, text: string, read: Reader<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} must be JSON.`, { cause: error });
  }
  return read(value, path);
}

export const string: Reader<string> = (value, path) => (typeof value === 'string' ? value : fail(path, 'a string'));

export const boolean: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : fail(path, 'true or false'));

export const integer: Reader<number> = (value, path) =>
  typeof value === 'number' && Number.isInteger(value) ? value : fail(path, 'a whole number');

/** Null also if the value is absent. */
export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === undefined || value === null ? null : read(value, path));
}

export function oneOf<T extends string>(members: Readonly<Record<string, T>>): Reader<T> {
  const known = Object.values(members);
  return (value, path) => known.find((member) => member === value) ?? fail(path, `one of ${known.join(', ')}`);
}

export function array<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((item, index) => read(item, `${path}[${index}]`)) : fail(path, 'a list');
}

/** Reads the named members and leaves out all others. */
export function record<T extends object>(members: { readonly [K in keyof T]: Reader<T[K]> }): Reader<T> {
  return (value, path) => {
    if (!isObject(value)) return fail(path, 'an object');
    const entries = Object.entries<Reader<unknown>>(members);
    // The cast is right because `members` has a reader of the right type for each key of T.
    return Object.fromEntries(entries.map(([key, read]) => [key, read(value[key], `${path}.${key}`)])) as T;
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fail(path: string, wanted: string): never {
  throw new Error(`${path} must be ${wanted}.`);
}
