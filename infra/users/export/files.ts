import { existsSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CommandError } from '../../errors/command-error.ts';

/** How far an export is. The files are cut to these lengths before it goes on. */
export interface State {
  readonly userPoolId: string;
  readonly header: readonly string[];
  readonly csvBytes: number;
  readonly moreBytes: number;
  readonly users: number;
  /** Where it is in the list of users; null once all are exported. */
  readonly usersToken: string | undefined | null;
  /** The last group, by name, that is exported with all its members. */
  readonly lastGroup: string | undefined;
  /** The group whose members are being exported. */
  readonly group: { readonly name: string; readonly token: string | undefined; readonly startBytes: number } | undefined;
}

/** The two files of an export. */
export interface Files {
  readonly resumed: State | undefined;
  /** The path of the file with everything that the CSV format has no place for. */
  readonly morePath: string;
  /** Appends to both files, then notes how far the export is. */
  write(csv: string, more: string, next: (lengths: { csvBytes: number; moreBytes: number }) => State): Promise<State>;
  /** Cuts both files to the lengths of a state. */
  cut(state: State): State;
  /** Removes the note, since the export is complete. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** Only the owner may read what is written, since it is about people. */
const mode = 0o600;

/**
 * Opens the files of an export: new ones, or those of an export that did not end. Throws CommandError if there is a
 * complete one already.
 */
export async function openFiles(csvPath: string, userPoolId: string, header: readonly string[]): Promise<Files> {
  const morePath = `${csvPath.replace(/\.csv$/i, '')}.more.jsonl`;
  const statePath = `${csvPath}.state.json`;
  const resumed = readState(statePath, userPoolId, header);
  if (resumed === undefined) {
    const there = [csvPath, morePath].find((path) => existsSync(path));
    if (there !== undefined) throw new CommandError(`${there} exists already. Name another file, or remove it first.`);
  }
  const [csv, more] = await openBoth(csvPath, morePath);
  const lengths = { csvBytes: resumed?.csvBytes ?? 0, moreBytes: resumed?.moreBytes ?? 0 };
  const cut = (state: State): State => {
    truncateSync(csvPath, state.csvBytes);
    truncateSync(morePath, state.moreBytes);
    lengths.csvBytes = state.csvBytes;
    lengths.moreBytes = state.moreBytes;
    return state;
  };
  if (resumed !== undefined) {
    refuseShorter(csvPath, resumed.csvBytes, statePath);
    refuseShorter(morePath, resumed.moreBytes, statePath);
    cut(resumed);
  }
  return {
    resumed,
    morePath,
    cut,
    async write(csvText, moreText, next) {
      lengths.csvBytes += await append(csv, csvText);
      lengths.moreBytes += await append(more, moreText);
      const state = next({ ...lengths });
      writeFileSync(`${statePath}.new`, JSON.stringify(state), { mode });
      renameSync(`${statePath}.new`, statePath);
      return state;
    },
    async finish() {
      await Promise.all([csv.sync(), more.sync()]);
      rmSync(statePath);
    },
    async close() {
      await Promise.all([csv.close(), more.close()]);
    },
  };
}

/** Cutting a file to more bytes than it has would fill it with zeros. */
function refuseShorter(path: string, bytes: number, statePath: string): void {
  if (statSync(path).size >= bytes) return;
  throw new CommandError(`${path} holds less than was exported. Remove it and ${statePath} to begin anew.`);
}

async function openBoth(csvPath: string, morePath: string): Promise<[FileHandle, FileHandle]> {
  try {
    return [await open(csvPath, 'a', mode), await open(morePath, 'a', mode)];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CommandError(`${csvPath} cannot be written (${code}).`);
  }
}

async function append(file: FileHandle, text: string): Promise<number> {
  if (text === '') return 0;
  const bytes = Buffer.from(text);
  await file.appendFile(bytes);
  return bytes.length;
}

function readState(path: string, userPoolId: string, header: readonly string[]): State | undefined {
  if (!existsSync(path)) return undefined;
  // Only `write` writes this, and its pool and header are compared.
  const state = JSON.parse(readFileSync(path, 'utf8')) as State;
  const isSame = state.userPoolId === userPoolId && state.header.join() === header.join();
  if (!isSame) {
    throw new CommandError(
      `${path} is from an export of another pool, or its attributes have changed. Remove it and the files beside it to begin anew.`,
    );
  }
  return state;
}
