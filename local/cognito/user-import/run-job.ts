import { storageFault } from '../../data/storage-fault.ts';
import type { Services } from '../services.ts';
import type { ImportJob, ImportPart } from '../store/import-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import { isHeader, valuesOf } from './csv.ts';
import { importUser, type Outcome } from './import-user.ts';

const mostRows = 500_000;
const logDays = 14;
const tags = { imported: 'SUCCEEDED', skipped: 'SKIPPED', failed: 'FAILED' } as const;

/**
 * Runs the job that is pending or in progress, if there is one: part by part, so that other requests come in between.
 * Each part is stored with its outcome, so a job goes on where it was when the process ended.
 */
export function runImportJob(services: Services): void {
  const { imports, after, onInternalError } = services;
  if (imports.running() === undefined) return;
  const goOn = (): void => {
    // The process is about to end. The next one goes on.
    if (!imports.isOpen()) return;
    try {
      if (step(services)) after(0, goOn);
    } catch (error) {
      if (storageFault(error) !== undefined) return void after(1_000, goOn);
      onInternalError(error, 'StartUserImportJob');
      const job = imports.running();
      if (job) end(services, job, 'Failed', 'The user import job has failed because of an internal error.');
    }
  };
  after(0, goOn);
}

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.completion */
export function end(
  { imports, world, transaction }: Pick<Services, 'imports' | 'world' | 'transaction'>,
  job: ImportJob,
  status: 'Succeeded' | 'Failed' | 'Stopped',
  message: string,
): ImportJob {
  const ended = { ...job, status, message, completedAt: world.now() };
  transaction(() => {
    if (job.upload !== null) imports.removeParts(job.upload);
    imports.update(ended);
  });
  return ended;
}

/** False if nothing is left to do. */
function step(services: Services): boolean {
  const { imports, pools, transaction } = services;
  const job = imports.running();
  const pool = job && pools.pool(job.poolId);
  if (!job || !pool) return false;
  transaction(() => {
    const part = imports.firstPart(job.upload ?? '');
    if (job.status === 'Pending') begin(services, pool, job, part);
    else if (part) importPart(services, pool, job, part);
    else finish(services, job);
  });
  return true;
}

function begin(services: Services, { settings }: UserPool, job: ImportJob, part: ImportPart | undefined): void {
  const [first = ''] = part?.lines.split('\n', 1) ?? [];
  const header = valuesOf(first);
  // `trim` would remove a byte order mark.
  if (first.startsWith('\u{feff}') || !isHeader(settings, job.algorithm, header)) {
    end(services, job, 'Failed', 'The header of the CSV file does not match the attributes of the user pool.');
  } else if (job.rows > mostRows) {
    end(services, job, 'Failed', 'The CSV file has more than 500000 users.');
  } else services.imports.update({ ...job, status: 'InProgress', header });
}

function importPart(services: Services, pool: UserPool, job: ImportJob, { id, firstLine, lines }: ImportPart): void {
  const { imports, world } = services;
  // @see docs/aws-behaviour/cognito-import.md#cognito.import.log
  const counts: Record<Outcome['is'], number> = { imported: 0, skipped: 0, failed: 0 };
  const log: string[] = [];
  for (const [at, line] of lines.split('\n').entries()) {
    const number = firstLine + at;
    if (number === 1 || line.trim() === '') continue;
    const { is, text } = importUser(services, pool, job, line);
    counts[is] += 1;
    log.push(`[${tags[is]}] Line Number ${number} - ${text}`);
  }
  const now = world.now();
  if (log.length > 0) imports.log(job.id, now, log, now + logDays * 86_400_000);
  imports.removePart(id);
  imports.update({
    ...job,
    imported: job.imported + counts.imported,
    skipped: job.skipped + counts.skipped,
    failed: job.failed + counts.failed,
  });
}

function finish(services: Services, job: ImportJob): void {
  if (job.failed + job.skipped > job.imported) {
    end(services, job, 'Failed', 'Too many users have failed or been skipped during the import.');
  } else end(services, job, 'Succeeded', 'The user import job has completed.');
}
