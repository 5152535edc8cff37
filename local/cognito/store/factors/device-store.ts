import type { DatabaseSync } from 'node:sqlite';
import { all, one } from '../rows.ts';
import type { Verifier } from '../verifier.ts';

/** A device that a user signs in with. Until it is confirmed, it is only a key that was issued. */
export interface Device {
  readonly key: string;
  readonly groupKey: string;
  readonly poolId: string;
  readonly userId: number;
  readonly confirmed: boolean;
  readonly remembered: boolean;
  readonly name: string | null;
  /** For checking its password; null for a device that was confirmed without one and therefore cannot prove itself. */
  readonly password: Verifier | null;
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly authenticatedAt: number;
}

export interface DeviceStore {
  /** `purgeAt`: when it is deleted unless it was confirmed. */
  insert(device: Device, purgeAt: number): void;
  find(key: string): Device | undefined;
  update(device: Device): void;
  remove(key: string): void;
  /** The confirmed devices whose key sorts after `afterKey`. */
  ofUser(userId: number, afterKey: string, limit: number): Device[];
  /** Stores the device of a sign-in for as long as its tokens can be valid. */
  bind(eventId: string, key: string, purgeAt: number): void;
  ofSignIn(eventId: string): Device | undefined;
  deleteAll(poolId: string): void;
}

interface Row {
  device_key: string;
  group_key: string;
  pool_id: string;
  user_id: number;
  confirmed: number;
  remembered: number;
  name: string | null;
  salt: Uint8Array | null;
  verifier: Uint8Array | null;
  created_at: number;
  modified_at: number;
  authenticated_at: number;
}

export function deviceStore(sql: DatabaseSync): DeviceStore {
  const insert =
    sql.prepare(`INSERT INTO device (device_key, group_key, pool_id, user_id, confirmed, remembered, name, salt, verifier,
    created_at, modified_at, authenticated_at, purge_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const find = sql.prepare('SELECT * FROM device WHERE device_key = ?');
  const update = sql.prepare(`UPDATE device SET confirmed = ?, remembered = ?, name = ?, salt = ?, verifier = ?, modified_at = ?,
    authenticated_at = ?, purge_at = CASE ? WHEN 1 THEN NULL ELSE purge_at END WHERE device_key = ?`);
  const remove = sql.prepare('DELETE FROM device WHERE device_key = ?');
  const ofUser = sql.prepare(
    'SELECT * FROM device WHERE user_id = ? AND confirmed = 1 AND device_key > ? ORDER BY device_key LIMIT ?',
  );
  const bind = sql.prepare('INSERT INTO sign_in_device (event_id, device_key, purge_at) VALUES (?, ?, ?)');
  const ofSignIn = sql.prepare(
    'SELECT device.* FROM sign_in_device s JOIN device ON device.device_key = s.device_key WHERE s.event_id = ?',
  );
  const deleteAll = sql.prepare('DELETE FROM device WHERE pool_id = ?');
  return {
    insert(d, purgeAt) {
      const { salt = null, verifier = null } = d.password ?? {};
      const flags = [d.confirmed ? 1 : 0, d.remembered ? 1 : 0] as const;
      const times = [d.createdAt, d.modifiedAt, d.authenticatedAt] as const;
      insert.run(d.key, d.groupKey, d.poolId, d.userId, ...flags, d.name, salt, verifier, ...times, d.confirmed ? null : purgeAt);
    },
    find: (key) => toDevice(one<Row>(find, key)),
    update(d) {
      const { salt = null, verifier = null } = d.password ?? {};
      const confirmed = d.confirmed ? 1 : 0;
      update.run(confirmed, d.remembered ? 1 : 0, d.name, salt, verifier, d.modifiedAt, d.authenticatedAt, confirmed, d.key);
    },
    remove: (key) => void remove.run(key),
    ofUser: (userId, afterKey, limit) =>
      all<Row>(ofUser, userId, afterKey, limit)
        .map(toDevice)
        .filter((device) => device !== undefined),
    bind: (eventId, key, purgeAt) => void bind.run(eventId, key, purgeAt),
    ofSignIn: (eventId) => toDevice(one<Row>(ofSignIn, eventId)),
    deleteAll: (poolId) => void deleteAll.run(poolId),
  };
}

function toDevice(row: Row | undefined): Device | undefined {
  if (!row) return undefined;
  return {
    key: row.device_key,
    groupKey: row.group_key,
    poolId: row.pool_id,
    userId: row.user_id,
    confirmed: row.confirmed === 1,
    remembered: row.remembered === 1,
    name: row.name,
    password: row.salt && row.verifier ? { salt: row.salt, verifier: row.verifier } : null,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    authenticatedAt: row.authenticated_at,
  };
}
