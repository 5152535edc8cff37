import type { DatabaseSync } from 'node:sqlite';
import type { Database } from '../../../data/database.ts';
import type { MfaType } from '../../settings/mfa-types.ts';
import { one } from '../rows.ts';

export interface MfaPreference {
  /** The factors that the user has enabled. */
  readonly enabled: readonly MfaType[];
  readonly preferred: MfaType | null;
}

export interface SoftwareToken {
  /** Base32 (RFC 4648). */
  readonly secret: string;
  /** FriendlyDeviceName. */
  readonly name: string | null;
  /** The time step of the last accepted code (RFC 6238 §4.2). A code of this step or an earlier one is a replay. */
  readonly lastStep: number;
}

export interface MfaStore {
  preference(userId: number): MfaPreference;
  putPreference(userId: number, preference: MfaPreference): void;
  /** The user's verified authenticator app. */
  token(userId: number): SoftwareToken | undefined;
  /** Replaces the user's previous app and any pending one. */
  putToken(userId: number, token: SoftwareToken): void;
  /** False if a code of this time step or a later one was accepted meanwhile. */
  takeStep(userId: number, step: number): boolean;
  /** Sets every last step that is later than `after` to `to`. */
  rewindSteps(after: number, to: number): void;
  /** The secret of an AssociateSoftwareToken that waits for its first code. The verified app keeps working. */
  pendingSecret(userId: number): string | undefined;
  putPendingSecret(userId: number, secret: string): void;
  removeToken(userId: number): void;
  /** Also removes their preference. */
  removeUser(userId: number): void;
  deleteAll(poolId: string): void;
}

interface TokenRow {
  sealed_secret: Uint8Array;
  name: string | null;
  last_step: number;
}

/** The secret of an authenticator app reveals every future code, so it is stored encrypted. */
export function mfaStore({ sql, seal, open }: Database): MfaStore {
  const preference = sql.prepare('SELECT enabled, preferred FROM mfa_preference WHERE user_id = ?');
  const putPreference = sql.prepare('INSERT OR REPLACE INTO mfa_preference (user_id, enabled, preferred) VALUES (?, ?, ?)');
  const removePreference = sql.prepare('DELETE FROM mfa_preference WHERE user_id = ?');
  const { token, putToken, takeStep, rewindSteps, removeToken } = tokenStatements(sql);
  const inPool = 'user_id IN (SELECT id FROM user WHERE pool_id = ?)';
  const deletions = ['mfa_preference', 'software_token'].map((table) => sql.prepare(`DELETE FROM ${table} WHERE ${inPool}`));
  const find = (userId: number, verified: 0 | 1): SoftwareToken | undefined => {
    const row = one<TokenRow>(token, userId, verified);
    return row && { secret: open(row.sealed_secret), name: row.name, lastStep: row.last_step };
  };
  return {
    preference(userId) {
      const row = one<{ enabled: string; preferred: MfaType | null }>(preference, userId);
      // Only `putPreference` writes this.
      return row ? { enabled: JSON.parse(row.enabled) as MfaType[], preferred: row.preferred } : noPreference;
    },
    putPreference: (userId, { enabled, preferred }) => void putPreference.run(userId, JSON.stringify(enabled), preferred),
    token: (userId) => find(userId, 1),
    putToken(userId, { secret, name, lastStep }) {
      removeToken.run(userId);
      putToken.run(userId, 1, seal(secret), name, lastStep);
    },
    takeStep: (userId, step) => takeStep.run(step, userId, step).changes === 1,
    rewindSteps: (after, to) => void rewindSteps.run(to, after),
    pendingSecret: (userId) => find(userId, 0)?.secret,
    putPendingSecret: (userId, secret) => void putToken.run(userId, 0, seal(secret), null, 0),
    removeToken: (userId) => void removeToken.run(userId),
    removeUser(userId) {
      removeToken.run(userId);
      removePreference.run(userId);
    },
    deleteAll(poolId) {
      for (const deletion of deletions) deletion.run(poolId);
    },
  };
}

const noPreference: MfaPreference = { enabled: [], preferred: null };

function tokenStatements(sql: DatabaseSync) {
  return {
    token: sql.prepare('SELECT sealed_secret, name, last_step FROM software_token WHERE user_id = ? AND verified = ?'),
    putToken: sql.prepare(
      'INSERT OR REPLACE INTO software_token (user_id, verified, sealed_secret, name, last_step) VALUES (?, ?, ?, ?, ?)',
    ),
    takeStep: sql.prepare('UPDATE software_token SET last_step = ? WHERE user_id = ? AND verified = 1 AND last_step < ?'),
    rewindSteps: sql.prepare('UPDATE software_token SET last_step = ? WHERE last_step > ?'),
    removeToken: sql.prepare('DELETE FROM software_token WHERE user_id = ?'),
  };
}
