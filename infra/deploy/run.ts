import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly folder: string;
}

/** Gives the exit code. The terminal is the command's own: it asks whether the changes are meant. */
export function run([file = '', ...args]: readonly string[], { environment, folder }: RunOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: folder, env: { ...environment }, stdio: 'inherit' });
    // A terminal tells the child by itself; whoever tells this process alone means the child too.
    const forward = (signal: NodeJS.Signals): void => void (signal === 'SIGTERM' && child.kill(signal));
    process.on('SIGINT', forward).on('SIGTERM', forward);
    const settled = (): void => void process.off('SIGINT', forward).off('SIGTERM', forward);
    child.once('error', (error) => {
      settled();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      settled();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
