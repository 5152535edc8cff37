import { CognitoError } from '../wire/errors.ts';

// Readers of what a trigger's answer holds. Each throws InvalidLambdaResponseException for a value of another type.

/** One text for whatever is wrong with an answer. */
export const unrecognizable = () => new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');

type Read<T> = (value: unknown) => T;

export const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw unrecognizable();
  return value;
};

/** The event holds `null` for some of them until the function says otherwise. */
export const flag: Read<boolean> = (value) => {
  if (value === undefined || value === null) return false;
  if (typeof value !== 'boolean') throw unrecognizable();
  return value;
};

export const texts: Read<readonly string[]> = (value) => {
  if (!Array.isArray(value)) throw unrecognizable();
  return value.map(text);
};

export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value) => (value === undefined || value === null ? undefined : read(value));
}

export function jsonObject<T>(read: Read<T>): Read<Readonly<Record<string, T>>> {
  return (value) => Object.fromEntries(Object.entries(members(value)).map(([name, member]) => [name, read(member)]));
}

export function wordOf<const W extends string>(...words: readonly W[]): Read<W> {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found === undefined) throw unrecognizable();
    return found;
  };
}

/** An object, its members still to be read. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unrecognizable();
  // JSON: an object has string names only.
  return value as Readonly<Record<string, unknown>>;
}
