import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';

/** How much the database had stored when the last answer was sent. */
export interface Watermark {
  /** The number of its checkpoints so far. */
  readonly checkpoints: number;
  /** The length of its write-ahead log since the last checkpoint. */
  readonly logBytes: number;
}

export interface WatermarkFile {
  write(watermark: Watermark): void;
  close(): void;
}

const length = 48;

/** Undefined if there is none or it is incomplete; nothing can be said then. */
export function readWatermark(path: string): Watermark | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  const [, checkpoints, logBytes] = /^(\d{1,15}) (\d{1,15}) *\n$/.exec(text) ?? [];
  return checkpoints === undefined ? undefined : { checkpoints: Number(checkpoints), logBytes: Number(logBytes) };
}

/** Written in place and always with the same length, so that the file system needs space for it only once. */
export function openWatermark(path: string): WatermarkFile {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  return {
    write: ({ checkpoints, logBytes }) =>
      void writeSync(file, `${`${checkpoints} ${logBytes}`.padEnd(length - 1)}\n`, 0, 'latin1'),
    close: () => closeSync(file),
  };
}
