/** How far a command is. */
export interface Progress {
  /** @param total undefined if it is not known. */
  at(done: number, total?: number): void;
  /** Leaves the bar's line, so that something else can be printed. */
  end(): void;
}

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const width = 30;

/** A bar on a terminal; elsewhere a line for each tenth, or for each 10,000 users if the total is not known. */
export function progressOf(what: string, terminal: Terminal): Progress {
  return terminal.isTTY ? bar(what, terminal) : lines(what, terminal);
}

function bar(what: string, terminal: Terminal): Progress {
  let isShown = false;
  return {
    at(done, total) {
      const share = total === undefined || total === 0 ? undefined : Math.min(1, done / total);
      const filled = Math.round((share ?? 0) * width);
      const drawn = share === undefined ? '' : `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] `;
      terminal.write(`\r${what} ${drawn}${counted(done, total)}\u{1b}[K`);
      isShown = true;
    },
    end() {
      if (isShown) terminal.write('\n');
      isShown = false;
    },
  };
}

function lines(what: string, terminal: Terminal): Progress {
  let last = -1;
  return {
    at(done, total) {
      const step = Math.floor(total === undefined || total === 0 ? done / 10_000 : (10 * done) / total);
      if (step === last) return;
      last = step;
      terminal.write(`${what} ${counted(done, total)}\n`);
    },
    end: () => undefined,
  };
}

function counted(done: number, total: number | undefined): string {
  const number = (value: number): string => value.toLocaleString('en');
  return total === undefined ? number(done) : `${number(done)} of ${number(total)}`;
}
