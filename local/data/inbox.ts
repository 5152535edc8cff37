import type { Database } from './database.ts';
import type { Message } from './message.ts';

/** A message and its number. Later messages have higher numbers. */
export interface StoredMessage extends Message {
  readonly id: number;
}

/** The mails and text messages that the user pool has sent. */
export interface Inbox {
  deliver(message: Message): void;
  /** Newest first; to one recipient or to all. `limit` is 1,000 by default; no more are kept. */
  messages(options?: { readonly to?: string; readonly limit?: number }): StoredMessage[];
  message(id: number): StoredMessage | undefined;
  /** The number of the newest message; 0 if there is none. */
  newest(): number;
  /** Calls back at each delivery, until the returned function is called. */
  onDelivery(listener: () => void): () => void;
}

const kept = 1_000;

/**
 * Keeps the newest 1,000 messages, encrypted, so that the file contains no code or temporary password in clear text.
 */
export function openInbox({ sql, seal, open, afterCommit }: Database): Inbox {
  const insert = sql.prepare('INSERT INTO inbox (recipient, sealed) VALUES (?, ?)');
  const forget = sql.prepare('DELETE FROM inbox WHERE id <= ?');
  const all = sql.prepare('SELECT id, sealed FROM inbox ORDER BY id DESC LIMIT ?');
  const byRecipient = sql.prepare('SELECT id, sealed FROM inbox WHERE recipient = ? ORDER BY id DESC LIMIT ?');
  const byId = sql.prepare('SELECT id, sealed FROM inbox WHERE id = ?');
  const last = sql.prepare('SELECT COALESCE(MAX(id), 0) AS id FROM inbox');
  const listeners = new Set<() => void>();
  // The rows have the columns of the statements above, and contain what `deliver` sealed.
  const read = (row: unknown): StoredMessage => {
    const { id, sealed } = row as { id: number; sealed: Uint8Array };
    return { id, ...(JSON.parse(open(sealed)) as Message) };
  };
  return {
    deliver: (message) => {
      const { lastInsertRowid } = insert.run(message.to, seal(JSON.stringify(message)));
      forget.run(Number(lastInsertRowid) - kept);
      afterCommit(() => {
        for (const listener of listeners) listener();
      });
    },
    messages: ({ to, limit = kept } = {}) => (to === undefined ? all.all(limit) : byRecipient.all(to, limit)).map(read),
    message: (id) => byId.all(id).map(read)[0],
    newest: () => Number(last.get()?.['id']),
    onDelivery: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
