import type { DatabaseSync } from 'node:sqlite';
import type { PasswordHashingAlgorithmType, UserImportJobStatusType } from '@aws-sdk/client-cognito-identity-provider';
import type { Database } from '../../data/database.ts';
import { all, one } from './rows.ts';

/** A user import job. */
export interface ImportJob {
  /** Counts the jobs of all pools. */
  readonly number: number;
  readonly id: string;
  readonly poolId: string;
  readonly name: string;
  readonly roleArn: string;
  readonly algorithm: PasswordHashingAlgorithmType | null;
  readonly status: UserImportJobStatusType;
  readonly createdAt: number;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  readonly message: string | null;
  readonly imported: number;
  readonly skipped: number;
  readonly failed: number;
  /** The last complete upload of its file; null if there is none. */
  readonly upload: string | null;
  /** The lines of the file after its header. */
  readonly rows: number;
  /** The columns of the file, once the job runs. */
  readonly header: readonly string[] | null;
}

/** A part of an uploaded file. */
export interface ImportPart {
  readonly id: number;
  /** The number of its first line; the header is line 1. */
  readonly firstLine: number;
  /** Whole lines. */
  readonly lines: string;
}

/** What became of some rows of a file. */
interface ImportLogEntry {
  readonly id: number;
  readonly at: number;
  readonly lines: readonly string[];
}

export interface ImportStore {
  find(poolId: string, id: string): ImportJob | undefined;
  insert(job: Omit<ImportJob, 'number'>): void;
  update(job: ImportJob): void;
  count(poolId: string): number;
  /** From last created to first created, beginning before a number. */
  before(poolId: string, number: number, limit: number): ImportJob[];
  /** The job that is pending or in progress, of whichever pool. */
  running(): ImportJob | undefined;
  /** The lines are encrypted, since they may have hashes of passwords. */
  addPart(upload: string, part: Omit<ImportPart, 'id'>, purgeAt: number): void;
  /** The first part that is left. */
  firstPart(upload: string): ImportPart | undefined;
  removePart(id: number): void;
  removeParts(upload: string): void;
  log(jobId: string, at: number, lines: readonly string[], purgeAt: number): void;
  logAfter(jobId: string, id: number, limit: number): ImportLogEntry[];
  deleteAll(poolId: string): void;
  /** False once the database is closed. */
  isOpen(): boolean;
}

interface Row {
  number: number;
  job_id: string;
  pool_id: string;
  name: string;
  role_arn: string;
  algorithm: PasswordHashingAlgorithmType | null;
  status: UserImportJobStatusType;
  created_at: number;
  started_at: number | null;
  completed_at: number | null;
  message: string | null;
  imported: number;
  skipped: number;
  failed: number;
  upload: string | null;
  rows: number;
  header: string | null;
}

export function importStore({ sql, seal, open }: Pick<Database, 'sql' | 'seal' | 'open'>): ImportStore {
  const found = (row: Row | undefined): ImportJob | undefined => row && toJob(row);
  const find = sql.prepare('SELECT * FROM user_import_job WHERE pool_id = ? AND job_id = ?');
  const insert = sql.prepare(`INSERT INTO user_import_job (job_id, pool_id, name, role_arn, algorithm, status, created_at,
    imported, skipped, failed, rows) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)`);
  const update = sql.prepare(`UPDATE user_import_job SET status = ?, started_at = ?, completed_at = ?, message = ?,
    imported = ?, skipped = ?, failed = ?, upload = ?, rows = ?, header = ? WHERE number = ?`);
  const count = sql.prepare('SELECT count(*) AS jobs FROM user_import_job WHERE pool_id = ?');
  const before = sql.prepare('SELECT * FROM user_import_job WHERE pool_id = ? AND number < ? ORDER BY number DESC LIMIT ?');
  const running = sql.prepare("SELECT * FROM user_import_job WHERE status IN ('Pending', 'InProgress') LIMIT 1");
  return {
    ...partStatements(sql, seal, open),
    ...logStatements(sql),
    find: (poolId, id) => found(one<Row>(find, poolId, id)),
    insert: (job) => void insert.run(job.id, job.poolId, job.name, job.roleArn, job.algorithm, job.status, job.createdAt),
    update(job) {
      const header = job.header && JSON.stringify(job.header);
      const { status, startedAt, completedAt, message, imported, skipped, failed, upload, rows, number } = job;
      update.run(status, startedAt, completedAt, message, imported, skipped, failed, upload, rows, header, number);
    },
    count: (poolId) => one<{ jobs: number }>(count, poolId)?.jobs ?? 0,
    before: (poolId, number, limit) => all<Row>(before, poolId, number, limit).map(toJob),
    running: () => found(one<Row>(running)),
    deleteAll: deletion(sql),
    isOpen: () => sql.isOpen,
  };
}

function partStatements(sql: DatabaseSync, seal: Database['seal'], open: Database['open']) {
  const add = sql.prepare('INSERT INTO user_import_part (upload, first_line, sealed_lines, purge_at) VALUES (?, ?, ?, ?)');
  const first = sql.prepare('SELECT id, first_line, sealed_lines FROM user_import_part WHERE upload = ? ORDER BY id LIMIT 1');
  const remove = sql.prepare('DELETE FROM user_import_part WHERE id = ?');
  const removeAll = sql.prepare('DELETE FROM user_import_part WHERE upload = ?');
  return {
    addPart: (upload: string, { firstLine, lines }: Omit<ImportPart, 'id'>, purgeAt: number) =>
      void add.run(upload, firstLine, seal(lines), purgeAt),
    firstPart(upload: string) {
      const row = one<{ id: number; first_line: number; sealed_lines: Uint8Array }>(first, upload);
      return row && { id: row.id, firstLine: row.first_line, lines: open(row.sealed_lines) };
    },
    removePart: (id: number) => void remove.run(id),
    removeParts: (upload: string) => void removeAll.run(upload),
  };
}

function logStatements(sql: DatabaseSync) {
  const log = sql.prepare('INSERT INTO user_import_log (job_id, at, lines, purge_at) VALUES (?, ?, ?, ?)');
  const after = sql.prepare('SELECT id, at, lines FROM user_import_log WHERE job_id = ? AND id > ? ORDER BY id LIMIT ?');
  return {
    log: (jobId: string, at: number, lines: readonly string[], purgeAt: number) =>
      void log.run(jobId, at, lines.join('\n'), purgeAt),
    logAfter: (jobId: string, id: number, limit: number) =>
      all<{ id: number; at: number; lines: string }>(after, jobId, id, limit).map((row) => ({
        ...row,
        lines: row.lines.split('\n'),
      })),
  };
}

function deletion(sql: DatabaseSync): (poolId: string) => void {
  const ofPool = 'FROM user_import_job WHERE pool_id = ?';
  const statements = [
    `DELETE FROM user_import_part WHERE upload IN (SELECT upload ${ofPool})`,
    `DELETE FROM user_import_log WHERE job_id IN (SELECT job_id ${ofPool})`,
    `DELETE ${ofPool}`,
  ].map((statement) => sql.prepare(statement));
  return (poolId) => {
    for (const statement of statements) statement.run(poolId);
  };
}

function toJob(row: Row): ImportJob {
  return {
    number: row.number,
    id: row.job_id,
    poolId: row.pool_id,
    name: row.name,
    roleArn: row.role_arn,
    algorithm: row.algorithm,
    status: row.status,
    createdAt: row.created_at,
    startedAt: row.started_at,
    completedAt: row.completed_at,
    message: row.message,
    imported: row.imported,
    skipped: row.skipped,
    failed: row.failed,
    upload: row.upload,
    rows: row.rows,
    // Only `update` writes this.
    header: row.header === null ? null : (JSON.parse(row.header) as string[]),
  };
}
