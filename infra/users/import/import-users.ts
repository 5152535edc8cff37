import { CommandError } from '../../errors/command-error.ts';
import { describePool } from '../pool.ts';
import type { Progress } from '../progress.ts';
import type { Target } from '../target.ts';
import { type CheckedFile, checkFile, states } from './check-file.ts';
import { type JobSettings, runJob } from './run-job.ts';

export interface ImportOptions extends JobSettings {
  readonly target: Target;
  readonly path: string;
  readonly progress: Progress;
  readonly print: (line: string) => void;
}

/**
 * Imports the users of a file, with as many jobs as it takes, and names each row that failed. Users who are there
 * already are skipped, so it can be run again. Returns the exit code: 1 if a row failed.
 * @see docs/aws-behaviour/cognito-import.md#cognito.import.completion
 */
export async function importUsers({ target, path, progress, print, ...settings }: ImportOptions): Promise<number> {
  const pool = await describePool(target);
  if (pool.autoVerified.length === 0) {
    throw new CommandError('The pool verifies neither e-mail addresses nor phone numbers, so Cognito imports no users into it.');
  }
  let failed = 0;
  const tell = (line: number, text: string): void => {
    failed += 1;
    progress.end();
    print(`line ${line}: ${text}`);
  };
  const file = await checkFile(path, pool, settings.algorithm !== undefined, tell);
  const total = waiting(file);
  const [counts, unnamed] = [{ imported: 0, skipped: 0 }, { rows: 0 }];
  for (let left = total; left > 0; left = waiting(file)) {
    const { job, failures, ...result } = await runJob(target, pool, file, settings, (done) =>
      progress.at(total - left + done, total),
    );
    for (const [line, text] of failures) tell(line, text);
    counts.imported += result.imported;
    counts.skipped += result.skipped;
    unnamed.rows += result.unnamed;
    if (job.Status === 'Stopped' || waiting(file) === left) {
      progress.end();
      const why = `The import ended early: ${job.CompletionMessage ?? job.Status}`;
      throw new CommandError(`${summary(counts, failed)}\n${why} Run the command again to go on.`);
    }
  }
  progress.end();
  print(summary(counts, failed));
  if (unnamed.rows > 0) print(`CloudWatch Logs has no line yet for ${number(unnamed.rows)} rows. Some of them may have failed.`);
  return failed > 0 || unnamed.rows > 0 ? 1 : 0;
}

function waiting({ states: of }: CheckedFile): number {
  let count = 0;
  for (const state of of) if (state === states.waiting) count += 1;
  return count;
}

const number = (value: number): string => value.toLocaleString('en');

function summary({ imported, skipped }: { imported: number; skipped: number }, failed: number): string {
  return `${number(imported)} imported, ${number(skipped)} skipped because they exist, ${number(failed)} failed.`;
}
