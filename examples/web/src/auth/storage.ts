import { isSession, type Persistence, type Session } from './session.ts';

/** What is used of the browser's `Storage`. */
export interface KeyValueStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What keeps a session over a reload; a script that got into the page could read it there, so memory is the default. */
export interface Storages {
  readonly session: KeyValueStorage | null;
  readonly local: KeyValueStorage | null;
}

export interface SessionStore {
  read(): Session | null;
  write(session: Session | null): void;
}

/** Keeps a session where its persistence says, and nowhere else. */
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

/** The storages of this browser; null for one that it denies to pages (blocked cookies), which then live in memory. */
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

/** Null for what is no session: of an older page, of another page on this host, or cut short. It is as good as none. */
function parse(text: string | null): Session | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isSession(value) ? value : null;
  } catch {
    return null;
  }
}
