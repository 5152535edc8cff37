import { open } from 'node:fs/promises';
import { CommandError } from '../errors/command-error.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Without its line break; undefined if it is not UTF-8. */
  readonly text: string | undefined;
}

const newline = 0x0a;
/** Longer than any row may be. Of a longer line, only the beginning is kept. */
const mostBytes = 128 * 2 ** 10;

/** The lines of a file, one after the other, so that no file is too large. Throws CommandError if it cannot be read. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let number = 0;
  const read = (bytes: Buffer): Line => {
    number += 1;
    try {
      return { number, text: decoder.decode(bytes).replace(/\r$/, '') };
    } catch {
      return { number, text: undefined };
    }
  };
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} cannot be read (${error.code}).`);
  });
  try {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
        yield read(Buffer.concat([rest, chunk.subarray(from, end)]));
        rest = Buffer.alloc(0);
        from = end + 1;
      }
      rest = Buffer.concat([rest, chunk.subarray(from)]).subarray(0, mostBytes);
    }
    if (rest.length > 0) yield read(rest);
  } finally {
    await file.close();
  }
}
