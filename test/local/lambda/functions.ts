import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { LambdaFunction } from '../../../local/lambda/function.ts';
import { createLambdaHost, type LambdaHost, type LambdaHostOptions } from '../../../local/lambda/host.ts';
import type { Timers } from '../../../local/world/timers.ts';

/** A function of these files, as an unpacked asset. `index.js` is what `index.handler` finds first. */
export function functionOf(files: string | Record<string, string>, properties: Partial<LambdaFunction> = {}): LambdaFunction {
  const codeDirectory = mkdtempSync(join(tmpdir(), 'function-'));
  onTestFinished(() => rmSync(codeDirectory, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(typeof files === 'string' ? { 'index.js': files } : files)) {
    mkdirSync(dirname(join(codeDirectory, name)), { recursive: true });
    writeFileSync(join(codeDirectory, name), text);
  }
  const name = properties.name ?? 'Fn';
  return {
    arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
    name,
    codeDirectory,
    handler: 'index.handler',
    variables: {},
    timeoutMs: 3000,
    memorySizeMB: 256,
    region: 'us-east-1',
    ...properties,
  };
}

/** A host that ends with the test. */
export function hostOf(fn: LambdaFunction, options: Partial<LambdaHostOptions> = {}): LambdaHost {
  const host = createLambdaHost({
    functions: new Map([[fn.arn, fn]]),
    variables: ({ variables }) => ({ ...variables }),
    ...options,
  });
  onTestFinished(() => host.close());
  return host;
}

export interface FakeTimers extends Timers {
  /** The deadlines that are set, in milliseconds. */
  readonly set: () => number[];
  /** Lets the timer with this many milliseconds ring, as soon as it is set. */
  ring(ms: number): Promise<void>;
}

/** Timers that ring when the test says so. */
export function fakeTimers(): FakeTimers {
  const timers = new Set<{ ms: number; callback: () => void }>();
  const awaited = new Set<{ ms: number; found: () => void }>();
  return {
    after: (ms, callback) => {
      const timer = { ms, callback };
      timers.add(timer);
      for (const wait of awaited) if (wait.ms === ms) wait.found();
      return () => timers.delete(timer);
    },
    set: () => [...timers].map(({ ms }) => ms),
    ring: async (ms) => {
      const isSet = (): boolean => [...timers].some((timer) => timer.ms === ms);
      if (!isSet()) await new Promise<void>((found) => awaited.add({ ms, found }));
      for (const timer of [...timers]) {
        if (timer.ms !== ms) continue;
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}
