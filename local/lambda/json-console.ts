import { format } from 'node:util';

const levels = { trace: 'TRACE', debug: 'DEBUG', info: 'INFO', log: 'INFO', warn: 'WARN', error: 'ERROR' } as const;
const ranking = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'];

export interface JsonConsoleOptions {
  /** The lowest level that is written. */
  readonly minimum: string;
  /** The id of the running invocation; undefined while the function starts. */
  readonly requestId: () => string | undefined;
  readonly write: (line: string) => void;
}

/**
 * The methods of `console` as in Lambda's JSON log format: each writes one line of JSON.
 * @see docs/aws-behaviour/lambda.md#lambda.json-logs
 */
export function jsonConsole({ minimum, requestId, write }: JsonConsoleOptions) {
  const method = (level: string) => {
    const isOn = ranking.indexOf(level) >= ranking.indexOf(minimum);
    return (...values: readonly unknown[]): void => {
      if (isOn) write(`${lineOf({ timestamp: new Date().toISOString(), level, requestId: requestId() }, values)}\n`);
    };
  };
  return {
    trace: method(levels.trace),
    debug: method(levels.debug),
    info: method(levels.info),
    log: method(levels.log),
    warn: method(levels.warn),
    error: method(levels.error),
  };
}

function lineOf(head: object, values: readonly unknown[]): string {
  if (values.length !== 1) {
    const error = values.find((value) => value instanceof Error);
    return JSON.stringify({ ...head, message: format(...values), ...(error && partsOf(error)) });
  }
  try {
    return JSON.stringify({ ...head, message: values[0] }, (_, value) =>
      value instanceof Error ? { ...partsOf(value), ...value } : value,
    );
  } catch {
    // A circular structure, or a BigInt.
    return JSON.stringify({ ...head, message: format(values[0]) });
  }
}

function partsOf(error: Error) {
  return { errorType: error.constructor.name, errorMessage: error.message, stackTrace: (error.stack ?? '').split('\n') };
}
