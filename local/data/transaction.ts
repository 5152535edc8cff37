import type { DatabaseSync } from 'node:sqlite';

/** Runs `changes` completely or not at all. They are synchronous, so no other request comes in between. */
type Transaction = <T>(changes: () => T) => T;

export interface Transactions {
  /** A transaction that starts inside another one is part of it. */
  readonly transaction: Transaction;
  /** Runs `action` once the running transaction is stored, and never if it fails. Outside a transaction, at once. */
  readonly afterCommit: (action: () => void) => void;
}

export function transactions(sql: DatabaseSync): Transactions {
  const begin = sql.prepare('BEGIN IMMEDIATE');
  const commit = sql.prepare('COMMIT');
  const rollback = sql.prepare('ROLLBACK');
  let waiting: (() => void)[] = [];
  return {
    transaction(changes) {
      if (sql.isTransaction) return changes();
      begin.run();
      waiting = [];
      let result: ReturnType<typeof changes>;
      try {
        result = changes();
        commit.run();
      } catch (error) {
        // A full disk and some other failures end the transaction by themselves (https://www.sqlite.org/lang_transaction.html).
        if (sql.isTransaction) rollback.run();
        throw error;
      }
      for (const action of waiting.splice(0)) action();
      return result;
    },
    afterCommit(action) {
      if (sql.isTransaction) waiting.push(action);
      else action();
    },
  };
}
