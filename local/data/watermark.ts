import { closeSync, constants, openSync, readFileSync, writeSync } from 'node:fs';

/** How far the database had come when it was last answered from. */
export interface Watermark {
  /** The checkpoints that it has had in its life. */
  readonly checkpoints: number;
  /** The length of its write-ahead log since the last of them. */
  readonly logBytes: number;
}

export interface WatermarkFile {
  write(watermark: Watermark): void;
  close(): void;
}

const length = 48;

/** Undefined where there is none, or no whole one: nothing can be told then. */
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

/** Written in place and always of the same length: no file system needs room for that but once. */
export function openWatermark(path: string): WatermarkFile {
  const file = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
  return {
    write: ({ checkpoints, logBytes }) =>
      void writeSync(file, `${`${checkpoints} ${logBytes}`.padEnd(length - 1)}\n`, 0, 'latin1'),
    close: () => closeSync(file),
  };
}
