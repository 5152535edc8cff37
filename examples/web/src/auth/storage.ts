import { isSession, type Persistence, type Session } from './session.ts';

/** The part that is used of the browser's `Storage`. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/**
 * Where a session can be kept over a reload. A script that got into the page could read it there, so memory is the
 * default.
 */
export interface Storages {
  readonly session: KeyValueStorage | null;
  readonly local: KeyValueStorage | null;
}

export interface SessionStore {
  read(): Session | null;
  write(session: Session | null): void;
}

/** Keeps a session in the storage that its persistence names, and in no other. */
export function sessionStore(key: string, storages: Storages): SessionStore {
  const places: readonly (readonly [Persistence, KeyValueStorage | null])[] = [
    ['session', storages.session],
    ['local', storages.local],
  ];
  return {
    read() {
      const found = places.map(([, storage]) => parse(storage?.getItem(key) ?? null)).filter((session) => session !== null);
      return found.toSorted((one, other) => other.generation - one.generation)[0] ?? null;
    },
    write(session) {
      for (const [persistence, storage] of places) {
        if (session?.persistence === persistence) storage?.setItem(key, JSON.stringify(session));
        else storage?.removeItem(key);
      }
    },
  };
}

/**
 * The storages of this browser. One is null if the browser denies it to pages (blocked cookies); sessions then stay in
 * memory.
 */
export function browserStorages(): Storages {
  return { session: allowed(() => sessionStorage), local: allowed(() => localStorage) };
}

function allowed(storage: () => KeyValueStorage): KeyValueStorage | null {
  try {
    return storage();
  } catch {
    return null;
  }
}

/**
 * Null if the text is not a session: it was written by an older page or by another page on this host, or is incomplete.
 */
function parse(text: string | null): Session | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}
