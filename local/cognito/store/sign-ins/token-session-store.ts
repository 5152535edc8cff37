import type { DatabaseSync } from 'node:sqlite';
import { all } from '../rows.ts';
import { type SignIn, type SignInRow, toSignIn } from './sign-in-store.ts';

/** A sign-in as its user sees it; only in a pool that tracks sessions. */
export interface TokenSession {
  /** `tkn` and 25 lower-case letters and digits. */
  readonly id: string;
  readonly signIn: SignIn;
  readonly createdAt: number;
  /** The time of its sign-in or last refresh. */
  readonly activeAt: number;
}

export interface TokenSessionStore {
  /** `purgeAt`: the same as for the sign-in. */
  insert(id: string, eventId: string, userId: number, now: number, purgeAt: number): void;
  touch(eventId: string, now: number): void;
  /** The sessions of a user, most recently active first, including ended ones. */
  ofUser(userId: number): TokenSession[];
  remove(id: string): void;
}

type Row = SignInRow & { session_id: string; created_at: number; active_at: number };

export function tokenSessionStore(sql: DatabaseSync): TokenSessionStore {
  const insert = sql.prepare(`INSERT INTO token_session (session_id, event_id, user_id, created_at, active_at, purge_at)
    VALUES (?, ?, ?, ?, ?, ?)`);
  const touch = sql.prepare('UPDATE token_session SET active_at = ? WHERE event_id = ?');
  const ofUser = sql.prepare(`SELECT s.*, t.session_id, t.created_at, t.active_at FROM token_session t
    JOIN sign_in s ON s.event_id = t.event_id WHERE t.user_id = ? ORDER BY t.active_at DESC, t.id DESC`);
  const remove = sql.prepare('DELETE FROM token_session WHERE session_id = ?');
  return {
    insert: (id, eventId, userId, now, purgeAt) => void insert.run(id, eventId, userId, now, now, purgeAt),
    touch: (eventId, now) => void touch.run(now, eventId),
    ofUser: (userId) =>
      all<Row>(ofUser, userId).map((row) => ({
        id: row.session_id,
        signIn: toSignIn(row),
        createdAt: row.created_at,
        activeAt: row.active_at,
      })),
    remove: (id) => void remove.run(id),
  };
}
