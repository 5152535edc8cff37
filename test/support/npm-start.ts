import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `npm start` in a separate process. */
export interface Started {
  readonly exited: Promise<number | null>;
  /** The process that serves, below npm and its shell. */
  pid(): number;
  output(): string;
  errors(): string;
  /** Rejects if the process ends without having printed it. */
  printed(pattern: RegExp): Promise<void>;
}

/** Runs it with these variables in addition to those of the tests. The caller must end it, by its `pid`. */
export function npmStart(environment: Readonly<Record<string, string>>, args: readonly string[] = []): Started {
  const child = spawn('npm', ['start', ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  const waiting = new Set<() => void>();
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    exited,
    pid: () => serving(child.pid ?? 0),
    output: () => output,
    errors: () => errors,
    printed: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (pattern.test(output)) resolve();
        };
        waiting.add(look);
        look();
        void exited.then((code) => reject(new Error(`npm start ended with ${code}: ${output}${errors}`)));
      }),
  };
}

/** In the chain npm → shell → node; the last one may have a child that builds the page. */
function serving(pid: number): number {
  if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start/start.ts')) return pid;
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
  return child === undefined ? pid : serving(Number(child));
}
