import type { KeyValueStorage } from './storage.ts';

/**
 * What this browser keeps about a device that Cognito knows: the password that proves the device. It is useless without
 * the user's own password.
 */
interface KnownDevice {
  readonly key: string;
  readonly groupKey: string;
  readonly password: string;
  /** Whether it replaces the second step. */
  readonly isRemembered: boolean;
}

/** The devices of the users who sign in here, by the names that they sign in with. */
export interface Devices {
  of(username: string): KnownDevice | null;
  withKey(key: string | null): KnownDevice | null;
  keep(usernames: readonly string[], device: KnownDevice): void;
  remember(key: string): void;
  forget(key: string): void;
}

/** Keeps them in one entry of a storage; without a storage there are none. */
export function deviceStore(entry: string, storage: KeyValueStorage | null): Devices {
  const read = () => new Map(parse(storage?.getItem(entry) ?? null));
  const write = (devices: Map<string, KnownDevice>) => storage?.setItem(entry, JSON.stringify([...devices]));
  const nameOf = (username: string) => username.trim().toLowerCase();
  return {
    of: (username) => read().get(nameOf(username)) ?? null,
    withKey: (key) => [...read().values()].find((device) => device.key === key) ?? null,
    keep(usernames, device) {
      const devices = read();
      for (const username of usernames) devices.set(nameOf(username), device);
      write(devices);
    },
    remember(key) {
      write(
        new Map([...read()].map(([name, device]) => [name, device.key === key ? { ...device, isRemembered: true } : device])),
      );
    },
    forget(key) {
      write(new Map([...read()].filter(([, device]) => device.key !== key)));
    },
  };
}

/** A password for a new device; nobody ever types it. */
export function newDevicePassword(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(40))));
}

/** Ignores data that another page on this host has written. */
function parse(text: string | null): [string, KnownDevice][] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is [string, KnownDevice] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const device: unknown = entry[1];
  if (typeof device !== 'object' || device === null) return false;
  const { key, groupKey, password, isRemembered }: Partial<Record<keyof KnownDevice, unknown>> = device;
  return [key, groupKey, password].every((text) => typeof text === 'string') && typeof isRemembered === 'boolean';
}
