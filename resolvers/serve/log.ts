import type { Logger } from '@aws-lambda-powertools/logger';
import type { AuthErrorCode } from '../generated/schema.ts';
import { causeOf } from './cause.ts';

/** All that is ever logged of a call. */
export interface LogEntry {
  readonly field: string;
  readonly requestId: string;
  readonly durationMs: number;
  readonly coldStart: boolean;
  /** Absent for a call that succeeded. */
  readonly code?: AuthErrorCode;
  /** The true name of Cognito's exception. */
  readonly cognito?: string;
  /** For a failure that may be nobody's input: where it came from. */
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
 * The only way to a log line. The members are taken one by one, so that whatever else an entry may carry one day stays out, and the
 * request's own values (passwords, codes, tokens, sessions, messages) never come near.
 */
export function createLog(logger: Logger): Log {
  return ({ field, requestId, durationMs, coldStart, code, cognito, error }) => {
    const line = {
      field,
      outcome: code === undefined ? 'ok' : 'refused',
      function_request_id: requestId,
      duration_ms: Math.round(durationMs * 10) / 10,
      cold_start: coldStart,
      ...(code && { code }),
      ...(cognito && { cognito }),
      ...(error && { cause: { name: error.name, ...(error.code && { code: error.code }), frames: error.frames } }),
    };
    if (code === 'INTERNAL') logger.error(field, line);
    else if (code !== undefined && warned.has(code)) logger.warn(field, line);
    else logger.info(field, line);
  };
}

/** What is done beside an answer, and fails nothing where it fails. */
export type Aside = 'activity' | 'notice' | 'deletion';

/** A line for what was lost. As above, nothing of what it was about. */
export function createLossLog(logger: Logger, lost: Aside): (error: unknown) => void {
  return (error) => {
    const { name, code, frames } = traceOf(causeOf(error));
    logger.warn(`${lost} lost`, { lost, cause: { name, ...(code && { code }), frames } });
  };
}

/** What may be a fault of a service that this deployment stands on. */
const warned: ReadonlySet<AuthErrorCode> = new Set(['UNAVAILABLE', 'GPT_FAILED', 'CODE_DELIVERY_FAILED']);

const MAX_FRAMES = 12;

/** Nothing of the message: not in the name, and only such lines of the stack as are frames from end to end. */
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
