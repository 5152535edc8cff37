import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { synthesisTime, watchAssembly } from '../../../local/assembly/watch.ts';
import { makeAssembly } from '../../support/local/assemblies.ts';
import { fakeTimers } from '../lambda/functions.ts';

/** A watched assembly; `look` lets the half second between two looks pass. */
function watched(reload: () => void) {
  const directory = makeAssembly();
  const timers = fakeTimers();
  const failures: unknown[] = [];
  const stop = watchAssembly({
    directory,
    since: synthesisTime(directory),
    reload,
    failed: (error) => failures.push(error),
    timers,
  });
  onTestFinished(stop);
  const synthesise = (second: number): void => utimesSync(join(directory, 'manifest.json'), second, second);
  return { directory, failures, timers, stop, synthesise, look: () => timers.ring(500) };
}

describe('watchAssembly', () => {
  test('reloads once after each synthesis', async () => {
    let reloads = 0;
    const { look, synthesise } = watched(() => {
      reloads += 1;
    });
    await look();
    expect(reloads).toBe(0);
    synthesise(1);
    await look();
    await look();
    expect(reloads).toBe(1);
    synthesise(2);
    await look();
    expect(reloads).toBe(2);
  });

  test('tries again while a synthesis is half way', async () => {
    let reloads = 0;
    const { look, synthesise, failures } = watched(() => {
      reloads += 1;
      if (reloads < 3) throw new Error('half way');
    });
    synthesise(1);
    for (let looks = 0; looks < 5; looks += 1) await look();
    expect(reloads).toBe(3);
    expect(failures).toEqual([]);
  });

  test('gives up after five attempts and reports the reason, until the next synthesis', async () => {
    let reloads = 0;
    const { look, synthesise, failures } = watched(() => {
      reloads += 1;
      throw new Error(`attempt ${reloads}`);
    });
    synthesise(1);
    for (let looks = 0; looks < 7; looks += 1) await look();
    expect(failures).toEqual([new Error('attempt 5')]);
    synthesise(2);
    await look();
    expect(reloads).toBe(6);
  });

  test('a folder that is missing for a moment does not count as a synthesis', async () => {
    let reloads = 0;
    const { directory, look } = watched(() => {
      reloads += 1;
    });
    rmSync(directory, { recursive: true });
    await look();
    expect(reloads).toBe(0);
  });

  test('stops when told', async () => {
    const { stop, timers } = watched(() => undefined);
    stop();
    expect(timers.set()).toEqual([]);
  });
});
