import type { AuthErrorCode } from '../generated/schema.ts';
import { causeOf } from './cause.ts';

/** Everything that is logged about a call. Lambda adds the time, the level and the id of the request. */
export interface LogEntry {
  readonly field: string;
  readonly durationMs: number;
  readonly coldStart: boolean;
  /** Absent for a call that succeeded. */
  readonly code?: AuthErrorCode;
  /** The name of Cognito's exception, whatever the client is shown. */
  readonly cognito?: string;
  /** Where the failure came from, if the input may not be its cause. */
  readonly error?: ErrorTrace;
}

/** An error without its message, which may repeat an input. */
export interface ErrorTrace {
  readonly name: string;
  /** Node's code, such as ECONNREFUSED. */
  readonly code?: string;
  readonly frames: readonly string[];
}

export type Log = (entry: LogEntry) => void;

/**
 * Writes a line as an object, which Lambda's JSON log format keeps as an object in `message`.
 * @see docs/aws-behaviour/lambda.md#lambda.json-logs
 */
export type Output = Readonly<Record<'info' | 'warn' | 'error', (line: object) => void>>;

/**
 * The only way to write a log line. It copies the members one by one, so that members which are added later are not
 * logged by accident, and the values of the request (passwords, codes, tokens, sessions, messages) never reach the log.
 */
export function createLog(output: Output): Log {
  return ({ field, durationMs, coldStart, code, cognito, error }) => {
    const line = {
      field,
      outcome: code === undefined ? 'ok' : 'refused',
      duration_ms: Math.round(durationMs * 10) / 10,
      cold_start: coldStart,
      ...(code && { code }),
      ...(cognito && { cognito }),
      ...(error && { cause: { name: error.name, ...(error.code && { code: error.code }), frames: error.frames } }),
    };
    if (code === 'INTERNAL') output.error(line);
    else if (code !== undefined && warned.has(code)) output.warn(line);
    else output.info(line);
  };
}

/** Work beside an answer. If it fails, the call still succeeds. */
export type Aside = 'activity' | 'notice' | 'deletion' | 'breach-check' | 'count';

/** Logs that such work has failed. The line contains nothing about its subject. */
export function createLossLog(output: Output, lost: Aside): (error: unknown) => void {
  return (error) => {
    const { name, code, frames } = traceOf(causeOf(error));
    output.warn({ lost, cause: { name, ...(code && { code }), frames } });
  };
}

/** Failures that a service which this deployment depends on may have caused. */
const warned: ReadonlySet<AuthErrorCode> = new Set(['UNAVAILABLE', 'GPT_FAILED', 'CODE_DELIVERY_FAILED']);

const MAX_FRAMES = 12;

/** Without the message: it is left out of the name, and only whole stack frames are kept. */
export function traceOf(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const stack = error.stack ?? '';
  const heading = stack.indexOf(error.message) + error.message.length;
  const frames = (error.message === '' ? stack : stack.slice(heading)).split('\n').flatMap((line) => frame.exec(line)?.[1] ?? []);
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(error.code) ? error.code : null;
  return { name: plainName(error.name), ...(code && { code }), frames: frames.slice(0, MAX_FRAMES) };
}

const frame = /^ {4}at ((?:[\w.$<>[\] ]+ \()?(?:file:|node:|\/)\S+:\d+:\d+\)?)$/;

function plainName(name: string): string {
  return /^\w{1,64}$/.test(name) ? name : 'Error';
}
