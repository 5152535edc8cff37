import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../../local/data/database.ts';
import { makeFolder } from '../../support/local/folders.ts';

const databaseChild = fileURLToPath(new URL('../../support/local/database-child.ts', import.meta.url));

let parent = '';

beforeEach(() => {
  parent = makeFolder();
});

describe('the write-ahead log', () => {
  const rows = ({ sql }: ReturnType<typeof openDatabase>) =>
    sql.prepare('SELECT count(*) AS rows FROM dynamodb_item').get()?.['rows'];

  test('is empty after a checkpoint, and after the end', () => {
    const { sql, checkpoint, close } = openDatabase(parent);
    const log = join(parent, 'local.sqlite-wal');
    sql.exec("INSERT INTO dynamodb_item VALUES ('t', x'01', x'', 'v', NULL)");
    expect(statSync(log).size).toBeGreaterThan(0);
    checkpoint();
    expect(statSync(log).size).toBe(0);
    close();
    expect(readdirSync(parent)).not.toContain('local.sqlite-wal');
  });

  test.each<[string, (log: string) => void, number | 'fewer', boolean]>([
    ['whole', () => undefined, 20, false],
    ['removed', (log) => rmSync(log), 0, true],
    ['emptied', (log) => truncateSync(log), 0, true],
    ['cut', (log) => truncateSync(log, Math.floor(statSync(log).size / 2)), 'fewer', true],
    [
      'changed in its middle',
      (log) => {
        const bytes = readFileSync(log);
        bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 100);
        writeFileSync(log, bytes);
      },
      'fewer',
      true,
    ],
  ])('that a killed process left, %s', async (_, damage, kept, isTold) => {
    const child = spawn(process.execPath, [databaseChild, parent]);
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const log = join(parent, 'local.sqlite-wal');
    damage(log);
    const database = openDatabase(parent);
    if (kept === 'fewer') expect(rows(database)).toBeLessThan(20);
    else expect(rows(database)).toBe(kept);
    const text = `${log} is not whole: it was changed since the last run, or the machine crashed. Up to a second of that run's work is missing.`;
    expect(database.lost).toBe(isTold ? text : undefined);
    database.close();
    const again = openDatabase(parent);
    expect(again.lost).toBeUndefined();
    again.close();
  });
});
