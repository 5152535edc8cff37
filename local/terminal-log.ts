/**
 * The format of the runtime's log: `text` for people, or `json` as the functions print it, after the function's name.
 */
export type LogFormat = 'text' | 'json';

export interface TerminalLogOptions {
  readonly format: LogFormat;
  readonly print: (line: string) => void;
  /** The height of the terminal in lines; undefined if the output is not a terminal. */
  readonly rows: () => number | undefined;
}

/** The log that is written to a terminal, a file or a pipe. */
export interface TerminalLog {
  /** Receives a line as a function printed it. */
  readonly log: (line: string) => void;
  /** On a terminal, prints this line again whenever the log has scrolled it off the screen. */
  readonly repeat: (line: string) => void;
}

export function createTerminalLog({ format, print, rows }: TerminalLogOptions): TerminalLog {
  if (format === 'json') return { log: print, repeat: () => undefined };
  let repeated: string | undefined;
  let linesSince = 0;
  const log = (line: string): void => {
    print(readableLine(line));
    linesSince += 1;
    if (repeated === undefined || linesSince < (rows() ?? Number.POSITIVE_INFINITY) - 1) return;
    print(repeated);
    linesSince = 0;
  };
  return {
    log,
    repeat: (line) => {
      repeated = line;
    },
  };
}

/**
 * Turns a function's log entry, `<name> <json>`, into a line that is quick to read: `12:03:11 login refused
 * CODE_MISMATCH 8 ms`. Any other line stays unchanged, so nothing that a function prints is lost.
 */
function readableLine(line: string): string {
  const entry = parseObject(line.slice(line.indexOf(' ') + 1));
  const message = entry?.['message'];
  if (entry === undefined || !isObject(message) || !entryMembers.every((name) => name in message)) return line;
  const { timestamp, level, requestId } = entry;
  const { field, outcome, code, cognito, duration_ms, cause } = message;
  const time = new Date(String(timestamp)).toTimeString().slice(0, 8);
  const words = [time, field, outcome, code, cognito === undefined ? undefined : `(${cognito})`, `${duration_ms} ms`];
  if (level !== 'INFO') words.push(`requestId ${requestId}`);
  if (cognito === undefined || level === 'ERROR') words.push(readableCause(cause, level === 'ERROR'));
  return words.filter((word) => word !== undefined).join(' ');
}

/** The members of the log entry of each call. */
const entryMembers = ['field', 'outcome', 'duration_ms'];

/** What went wrong, by name. If it is a fault of this program, the following lines say where. */
function readableCause(cause: unknown, isOurs: boolean): string | undefined {
  if (!isObject(cause)) return undefined;
  const frames = isOurs && Array.isArray(cause['frames']) ? cause['frames'] : [];
  return [[cause['name'], cause['code']].filter(Boolean).join(' '), ...frames].join('\n    ');
}

function parseObject(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
