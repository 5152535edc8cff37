import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { oneAtATime } from '../../infra/one-at-a-time.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('oneAtATime', () => {
  test('does the work under the lock and gives it back, also when the work fails', () => {
    const lock = join(folder(), 'lock');
    let held = false;
    oneAtATime(lock, () => {
      held = existsSync(lock);
    });
    expect([held, existsSync(lock)]).toEqual([true, false]);
    expect(() =>
      oneAtATime(lock, () => {
        throw new Error('No.');
      }),
    ).toThrow('No.');
    expect(existsSync(lock)).toBe(false);
  });

  test('takes over a lock that a killed process has left', () => {
    const lock = join(folder(), 'lock');
    mkdirSync(lock);
    utimesSync(lock, new Date(0), new Date(0));
    let done = false;
    oneAtATime(lock, () => {
      done = true;
    });
    expect(done).toBe(true);
  });

  test('two processes do not work at once', async () => {
    const path = folder();
    const log = join(path, 'log');
    writeFileSync(log, '');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { oneAtATime } from ${JSON.stringify(fileURLToPath(new URL('../../infra/one-at-a-time.ts', import.meta.url)))};
      for (let round = 0; round < 20; round += 1) {
        oneAtATime(${JSON.stringify(join(path, 'lock'))}, () => {
          appendFileSync(${JSON.stringify(log)}, 'begin ');
          appendFileSync(${JSON.stringify(log)}, 'end ');
        });
      }`;
    const worker = () =>
      new Promise((resolve) => {
        spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'inherit' }).once('close', resolve);
      });
    expect(await Promise.all([worker(), worker()])).toEqual([0, 0]);
    expect(readFileSync(log, 'utf8')).toBe('begin end '.repeat(40));
  });
});
