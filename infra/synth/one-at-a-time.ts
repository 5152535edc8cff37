import { DatabaseSync } from 'node:sqlite';
import { CommandError } from '../errors/command-error.ts';

const waitMs = 120_000;

/**
 * Does the work while no other process works under the same lock. It is SQLite's lock on a file, so the system releases
 * it when a process ends for any reason. `waiting` is called once if another process has the lock. Throws if that
 * process has not finished after two minutes.
 */
export function oneAtATime(lock: string, work: () => void, waiting: () => void = () => {}): void {
  const database = new DatabaseSync(lock);
  try {
    if (!acquired(database, 0)) {
      waiting();
      if (!acquired(database, waitMs))
        throw new CommandError(`Another process has held ${lock} for ${waitMs / 1000} s. End it and try again.`);
    }
    work();
  } finally {
    database.close();
  }
}

function acquired(database: DatabaseSync, timeoutMs: number): boolean {
  try {
    database.exec(`PRAGMA busy_timeout = ${timeoutMs}; BEGIN EXCLUSIVE`);
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return false;
    throw error;
  }
}

/** https://www.sqlite.org/rescode.html#busy */
const sqliteBusy = 5;
