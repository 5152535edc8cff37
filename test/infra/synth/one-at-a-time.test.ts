import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { oneAtATime } from '../../../infra/synth/one-at-a-time.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

describe('oneAtATime', () => {
  test('does the work and releases the lock, even if the work fails', () => {
    const lock = join(folder(), 'lock');
    expect(() =>
      oneAtATime(lock, () => {
        throw new Error('No.');
      }),
    ).toThrow('No.');
    let done = false;
    oneAtATime(lock, () => {
      done = true;
    });
    expect(done).toBe(true);
  });

  test('a killed process releases the lock, and the waiting one is informed', async () => {
    const path = folder();
    const lock = join(path, 'lock');
    const script = `
      import { oneAtATime } from ${JSON.stringify(fileURLToPath(new URL('../../../infra/synth/one-at-a-time.ts', import.meta.url)))};
      oneAtATime(${JSON.stringify(lock)}, () => {
        process.stdout.write('held');
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60_000);
      });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    let waited = 0;
    oneAtATime(
      lock,
      () => undefined,
      () => {
        waited += 1;
        child.kill('SIGKILL');
      },
    );
    expect(waited).toBe(1);
  });

  test('two processes never work at the same time', async () => {
    const path = folder();
    const log = join(path, 'log');
    writeFileSync(log, '');
    const script = `
      import { appendFileSync } from 'node:fs';
      import { oneAtATime } from ${JSON.stringify(fileURLToPath(new URL('../../../infra/synth/one-at-a-time.ts', import.meta.url)))};
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
