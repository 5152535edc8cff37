/**
 * Collects the output of a function line by line. It is sent together with the answer in one message; the thread's own
 * streams would need two messages per line.
 */
export function redirectOutput(print: (text: string) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    let rest = '';
    process.on('exit', () => rest !== '' && print(`${rest}\n`));
    stream.write = (chunk: string | Uint8Array, encoding?: unknown, callback?: unknown): boolean => {
      const text = rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const end = text.lastIndexOf('\n') + 1;
      rest = text.slice(end);
      if (end > 0) print(text.slice(0, end));
      const done = typeof encoding === 'function' ? encoding : callback;
      if (typeof done === 'function') done();
      return true;
    };
  }
}
