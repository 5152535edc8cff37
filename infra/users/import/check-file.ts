import { CommandError } from '../../errors/command-error.ts';
import { hashColumn, valuesOf } from '../csv.ts';
import { linesOf } from '../lines.ts';
import type { Pool } from '../pool.ts';
import { rowProblem } from './row-problem.ts';

/** A file of users that a job can take. */
export interface CheckedFile {
  readonly path: string;
  readonly header: string;
  /** The state of each line by its number; a byte each, since a file may have millions. */
  readonly states: Uint8Array;
  readonly users: number;
}

/** The state of a line. */
export const states = { none: 0, waiting: 1, done: 2, failed: 3 } as const;

/**
 * Reads the whole file before anything is uploaded. Rows that cannot be imported are reported and left out. Throws
 * CommandError if the header is not that of the pool.
 */
export async function checkFile(
  path: string,
  pool: Pool,
  hasHashes: boolean,
  failed: (line: number, problem: string) => void,
): Promise<CheckedFile> {
  let header: string | undefined;
  let columns: readonly string[] = [];
  let found = new Uint8Array(65_536);
  let users = 0;
  let count = 0;
  for await (const { number, text } of linesOf(path)) {
    count = number;
    if (number === found.length) found = enlarged(found);
    if (header === undefined) {
      header = text ?? '';
      columns = valuesOf(header);
      refuseHeader(path, pool, hasHashes, header, columns);
      continue;
    }
    if (text?.trim() === '') continue;
    users += 1;
    const problem = rowProblem(pool, columns, text);
    found[number] = problem === undefined ? states.waiting : states.failed;
    if (problem !== undefined) failed(number, problem);
  }
  if (header === undefined) throw new CommandError(`${path} is empty: its first line must name the columns.`);
  return { path, header, users, states: found.subarray(0, count + 1) };
}

function enlarged(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}

/** @see docs/aws-behaviour/cognito-import.md#cognito.import.header */
function refuseHeader(path: string, pool: Pool, hasHashes: boolean, header: string, columns: readonly string[]): void {
  if (header.startsWith('\u{feff}')) {
    throw new CommandError(`${path} begins with a byte order mark, which Cognito refuses. Save it as UTF-8 without one.`);
  }
  const known = new Set([...pool.header, ...(hasHashes ? [hashColumn] : [])]);
  const missing = pool.header.filter((name) => !columns.includes(name));
  const others = columns.filter((name, at) => !known.has(name) || columns.indexOf(name) !== at);
  const problems = [
    ...(missing.length > 0 ? [`lacks ${list(missing)}`] : []),
    ...(others.length > 0 ? [`has ${list(others)}, which the pool does not have or which is there twice`] : []),
  ];
  if (problems.length === 0) return;
  const hint = others.includes(hashColumn) && !hasHashes ? ` Name the algorithm of the hashes with --hash.` : '';
  throw new CommandError(
    `The header of ${path} ${problems.join(', and ')}.${hint} The pool has these columns:\n${pool.header.join(',')}`,
  );
}

function list(names: readonly string[]): string {
  return (
    names
      .slice(0, 10)
      .map((name) => JSON.stringify(name.slice(0, 64)))
      .join(', ') + (names.length > 10 ? ' and others' : '')
  );
}
