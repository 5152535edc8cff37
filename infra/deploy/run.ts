import { spawn } from 'node:child_process';
import { constants } from 'node:os';

export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working directory. */
  readonly folder: string;
}

/**
 * Runs a command and returns its exit code. The command uses this terminal, since it asks whether to make the changes.
 */
export function run([file = '', ...args]: readonly string[], { environment, folder }: RunOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: folder, env: { ...environment }, stdio: 'inherit' });
    // A terminal sends SIGINT to the child as well. A SIGTERM for this process alone is passed on.
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
