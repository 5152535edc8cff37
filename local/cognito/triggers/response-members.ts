import { CognitoError } from '../wire/errors.ts';

// Readers for the members of a trigger's answer. Each throws InvalidLambdaResponseException for a value of another
// type.

/** The same text whatever is wrong with an answer. */
export const unrecognizable = () => new CognitoError('InvalidLambdaResponseException', 'Unrecognizable lambda output');

type Read<T> = (value: unknown) => T;

export const text: Read<string> = (value) => {
  if (typeof value !== 'string') throw unrecognizable();
  return value;
};

/** In the event, some of them are `null` until the function sets them. */
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

/** An object whose members are not read yet. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unrecognizable();
  // JSON objects have string keys only.
  return value as Readonly<Record<string, unknown>>;
}
