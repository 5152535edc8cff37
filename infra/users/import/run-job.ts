import type { PasswordHashingAlgorithmType, UserImportJobType } from '@aws-sdk/client-cognito-identity-provider';
import { CommandError } from '../../errors/command-error.ts';
import { linesOf } from '../lines.ts';
import type { Pool } from '../pool.ts';
import type { Target } from '../target.ts';
import { type CheckedFile, states } from './check-file.ts';
import { type LogLine, logOf } from './job-log.ts';
import { uploadFile } from './upload.ts';

export interface JobSettings {
  readonly roleArn: string;
  /** Undefined if the file has no hashes. */
  readonly algorithm: PasswordHashingAlgorithmType | undefined;
  /** What one job takes. */
  readonly limits: { readonly bytes: number; readonly rows: number };
}

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.upload */
export const cognitoLimits = { bytes: 100_000_000, rows: 500_000 };

/** What became of the rows of one job. */
export interface JobResult {
  readonly job: UserImportJobType;
  readonly imported: number;
  readonly skipped: number;
  /** The texts of failed rows, by the line of the file. */
  readonly failures: ReadonlyMap<number, string>;
  /** Rows that the job reached, but that its log does not have. */
  readonly unnamed: number;
}

/** Imports the rows that are waiting, as many as one job takes, and marks those that the job reached. */
export async function runJob(
  target: Target,
  pool: Pool,
  file: CheckedFile,
  settings: JobSettings,
  progress: (done: number) => void,
): Promise<JobResult> {
  const { cognito, userPoolId: UserPoolId } = target;
  const { numbers, bytes } = await choose(file, settings.limits);
  const JobName = `users-import-${new Date().toISOString().replaceAll(/[^\d]/g, '')}`;
  const { UserImportJob: created = {} } = await cognito.createUserImportJob({
    UserPoolId,
    JobName,
    CloudWatchLogsRoleArn: settings.roleArn,
    ...(settings.algorithm !== undefined && { PasswordHashingAlgorithm: settings.algorithm }),
  });
  const { JobId = '', PreSignedUrl = '' } = created;
  await uploadFile(PreSignedUrl, bytes, chosenLines(file, numbers));
  await start(target, JobId);
  const job = await follow(target, JobId, progress);
  const reached = (job.ImportedUsers ?? 0) + (job.SkippedUsers ?? 0) + (job.FailedUsers ?? 0);
  const { results, texts, count } = await readLog(target, pool, { id: JobId, name: JobName }, numbers.length, reached);
  // Not documented: whether the header counts as the first line. Every row that was reached is in the log.
  // @see docs/aws-behaviour/cognito-import.md#cognito.import.log
  const first = results[1] === undefined ? 2 : 1;
  const failures = new Map<number, string>();
  for (const [at, number] of numbers.entries()) {
    const result = results[at + first];
    if (result === undefined && count >= reached && reached < numbers.length) continue;
    file.states[number] = result === 'FAILED' ? states.failed : states.done;
    if (result === 'FAILED') failures.set(number, texts.get(at + first) ?? '');
  }
  const { ImportedUsers: imported = 0, SkippedUsers: skipped = 0 } = job;
  return { job, imported, skipped, failures, unnamed: Math.max(0, reached - count) };
}

/** The first rows that wait, as many as fit, and the size of the file with them. */
async function choose({ path, header, states: of }: CheckedFile, limits: JobSettings['limits']) {
  const numbers: number[] = [];
  let bytes = Buffer.byteLength(header) + 1;
  for await (const { number, text = '' } of linesOf(path)) {
    if (of[number] !== states.waiting) continue;
    const size = Buffer.byteLength(text) + 1;
    if (numbers.length === limits.rows || bytes + size > limits.bytes) break;
    numbers.push(number);
    bytes += size;
  }
  return { numbers: Uint32Array.from(numbers), bytes };
}

async function* chosenLines({ path, header }: CheckedFile, numbers: Uint32Array): AsyncGenerator<string> {
  let at = 0;
  // Not line by line, which would be as many writes.
  let chunk = `${header}\n`;
  for await (const { number, text = '' } of linesOf(path)) {
    if (at === numbers.length) break;
    if (number !== numbers[at]) continue;
    at += 1;
    chunk += `${text}\n`;
    if (chunk.length < 65_536) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

async function start({ cognito, userPoolId: UserPoolId }: Target, JobId: string): Promise<void> {
  try {
    await cognito.startUserImportJob({ UserPoolId, JobId });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'PreconditionNotMetException') throw error;
    throw new CommandError(`Cognito does not start the import: ${error.message}`);
  }
}

const slowestMs = 5_000;

async function follow({ cognito, userPoolId: UserPoolId, isLaptop }: Target, JobId: string, progress: (done: number) => void) {
  for (let wait = isLaptop ? 100 : 1_000; ; wait = Math.min(wait * 1.5, isLaptop ? 500 : slowestMs)) {
    const { UserImportJob: job = {} } = await cognito.describeUserImportJob({ UserPoolId, JobId });
    progress((job.ImportedUsers ?? 0) + (job.SkippedUsers ?? 0) + (job.FailedUsers ?? 0));
    if (job.Status !== 'Pending' && job.Status !== 'InProgress' && job.Status !== 'Stopping') return job;
    await pause(wait);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const logWaitMs = 120_000;

/** Events take a while until they can be read, so it asks until all are there, or two minutes have passed. */
async function readLog(
  target: Target,
  pool: Pool,
  job: { readonly id: string; readonly name: string },
  rows: number,
  reached: number,
) {
  const until = Date.now() + logWaitMs;
  for (;;) {
    const results: (LogLine['result'] | undefined)[] = new Array(rows + 2);
    const texts = new Map<number, string>();
    let count = 0;
    for await (const { line, result, text } of logOf(target, pool, job)) {
      if (results[line] === undefined) count += 1;
      results[line] = result;
      if (result === 'FAILED') texts.set(line, text);
    }
    if (count >= reached || Date.now() > until) return { results, texts, count };
    await pause(slowestMs);
  }
}
