import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { storageFault } from './storage-fault.ts';
import { openWatermark, type Watermark } from './watermark.ts';

/** The write-ahead log of the database. What was stored since the last checkpoint is only there. */
export interface Log {
  /** Says in one line what the last run stored and is now missing; undefined if nothing is. */
  readonly lost: string | undefined;
  /** Records outside the database what it has stored so far. Call it after a request and before its answer. */
  note(): void;
  /** Moves what is in the log into the database file, and empties the log. */
  checkpoint(): void;
}

const longestLogBytes = 16 * 1024 * 1024;
/** https://www.sqlite.org/fileformat2.html#walformat */
const headerBytes = 32;
const frameHeaderBytes = 24;

/**
 * Opens the log of a database that only this connection has open; `close` closes both. `before` is the watermark of the
 * last run.
 */
export function openLog(sql: DatabaseSync, dataDir: string, before: Watermark | undefined): Log & { close(): void } {
  const path = join(dataDir, 'local.sqlite-wal');
  const number = sql.prepare('SELECT number FROM checkpoint');
  const count = sql.prepare('UPDATE checkpoint SET number = number + 1 RETURNING number');
  const truncate = sql.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  const logSize = (): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  let checkpoints = Number(number.get()?.['number']);

  // The log of the last run was read when the database was opened, and its damaged parts were skipped.
  const { log, page } = {
    log: Number(sql.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()?.['log']),
    page: Number(sql.prepare('PRAGMA page_size').get()?.['page_size']),
  };
  const readBytes = headerBytes + Math.max(log, 0) * (frameHeaderBytes + page);
  const isLost = before !== undefined && before.checkpoints === checkpoints && readBytes < before.logBytes;
  const lost = isLost
    ? `${path} is not whole: it was changed since the last run, or the machine crashed. Up to a second of that run's work is missing.`
    : undefined;

  const watermark = openWatermark(join(dataDir, 'watermark'));
  let isOpen = true;
  let noted = Number.NaN;
  const write = (logBytes: number): void => {
    watermark.write({ checkpoints, logBytes });
    noted = logBytes;
  };
  const checkpoint = (): void => {
    if (logSize() === 0) return;
    try {
      checkpoints = Number(count.get()?.['number']);
    } finally {
      // Even if a full disk leaves no room for the checkpoint, since the log itself may fill the disk.
      truncate.get();
      write(logSize());
    }
  };
  checkpoint();
  write(logSize());
  return {
    lost,
    note() {
      if (!isOpen) return;
      const logBytes = logSize();
      if (logBytes > longestLogBytes) checkpoint();
      else if (logBytes !== noted) write(logBytes);
    },
    checkpoint,
    close() {
      try {
        checkpoint();
      } catch (error) {
        // What a full disk keeps in the log is read from there at the next start.
        if (storageFault(error) === undefined) throw error;
      } finally {
        isOpen = false;
        sql.close();
        write(logSize());
        watermark.close();
      }
    },
  };
}
