import { Worker } from 'node:worker_threads';
import type { Invocation } from '../world/invoke.ts';
import { realTimers, type Timers } from '../world/timers.ts';
import type { LambdaFunction } from './function.ts';
import type { EnvironmentData, EnvironmentMessage, FunctionError, InvocationMessage } from './worker-messages.ts';

/**
 * One execution environment of a function: a thread with its own globals and `process.env`, for one invocation at a
 * time.
 */
export interface Environment {
  /** Runs the handler. The next call must wait for this one. */
  run(requestId: string, payload: string): Promise<Invocation>;
  /** False once it has timed out, crashed or been stopped. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

export interface EnvironmentOptions {
  readonly fn: LambdaFunction;
  readonly variables: Readonly<Record<string, string>>;
  readonly timers?: Timers;
  /** The time that the function sees. Default: this machine's. */
  readonly now?: () => number;
  readonly log: (line: string) => void;
  /** Where Node stores compiled code, so that the next environment starts faster. Left out: it is not stored. */
  readonly compileCacheDir?: string | undefined;
}

/** Lambda's limit for a synchronous answer, in bytes. */
const answerLimitBytes = 6_291_556;
/** By default, V8 lets the short-lived objects of each thread take 48 MB; a function creates few. */
const youngGenerationMB = 8;
/** The init phase may take ten seconds, which do not count towards the function's own time (https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html). */
const initTimeoutMs = 10_000;

export function startEnvironment(options: EnvironmentOptions): Environment {
  const { fn, variables, timers = realTimers, now = Date.now, log, compileCacheDir } = options;
  const data: EnvironmentData = { codeDirectory: fn.codeDirectory, handler: fn.handler, functionArn: fn.arn };
  const worker = new Worker(bootstrap(compileCacheDir), {
    eval: true,
    argv: [],
    execArgv: [],
    env: variables,
    stdout: true,
    stderr: true,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: fn.memorySizeMB, maxYoungGenerationSizeMb: youngGenerationMB },
  });
  const print = lines(log);
  // What the thread itself prints, such as Node's warnings before the handler is loaded.
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', print);

  let isAlive = true;
  let isReady = false;
  let current: { message: Omit<InvocationMessage, 'nowMs' | 'deadlineMs'>; settle: (invocation: Invocation) => void } | undefined;
  let cancelTimeout = (): void => undefined;

  const settle = (invocation: Invocation): void => {
    cancelTimeout();
    const ended = current;
    current = undefined;
    ended?.settle(invocation);
  };
  const fail = (error: FunctionError): void => {
    log(`${error.errorType}: ${error.errorMessage}`);
    settle({ ok: false, ...error });
  };
  const crash = (errorType: string, text: string): void => {
    isAlive = false;
    if (current !== undefined)
      fail({ errorType, errorMessage: `RequestId: ${current.message.requestId} Error: ${text}`, trace: [] });
  };
  const limit = (ms: number): void => {
    cancelTimeout = timers.after(ms, () => {
      crash('Sandbox.Timedout', `Task timed out after ${(ms / 1000).toFixed(2)} seconds`);
      void worker.terminate();
    });
  };
  const send = (): void => {
    if (current === undefined) return;
    cancelTimeout();
    limit(fn.timeoutMs);
    const nowMs = now();
    const message: InvocationMessage = { ...current.message, nowMs, deadlineMs: nowMs + fn.timeoutMs };
    worker.postMessage(message);
  };

  worker.on('message', (message: EnvironmentMessage) => {
    print(message.output);
    if (message.kind === 'ready') {
      isReady = true;
      send();
    }
    if (message.kind === 'answered') settle(answered(message.payload));
    if (message.kind === 'failed') {
      isAlive &&= !message.isFatal;
      fail(message.error);
    }
    if (message.kind === 'unsettled') crash('Runtime.NodeJsExit', unsettled);
  });
  worker.on('error', (error) => crash('Runtime.ExitError', `Runtime exited with error: ${exitReason(error)}`));
  worker.on('exit', (code) =>
    crash(
      'Runtime.ExitError',
      code === 0 ? 'Runtime exited without providing a reason' : `Runtime exited with error: exit status ${code}`,
    ),
  );

  return {
    run: (requestId, payload) =>
      new Promise((resolve) => {
        current = {
          message: {
            requestId,
            payload,
            traceId: `Root=1-${requestId.slice(0, 8)}-${requestId.replaceAll('-', '').slice(8)};Sampled=0`,
          },
          settle: resolve,
        };
        if (!isAlive) crash('Runtime.ExitError', 'Runtime exited without providing a reason');
        else if (isReady) send();
        else limit(initTimeoutMs);
      }),
    isAlive: () => isAlive,
    stop: async () => {
      isAlive = false;
      settle({ ok: false, errorType: 'Runtime.ExitError', errorMessage: 'The execution environment was shut down.' });
      await worker.terminate();
    },
  };
}

const unsettled =
  'The Lambda runtime client detected an unexpected Node.js exit code. This is most commonly caused by a Promise that was never settled. ' +
  'For more information, see https://nodejs.org/docs/latest/api/process.html#exit-codes';

/**
 * The compile cache must be enabled before the first module is loaded. With it, an environment does not load the type
 * stripper, which costs 10 MB and 15 ms.
 */
function bootstrap(compileCacheDir: string | undefined): string {
  const cache = compileCacheDir ? `require('node:module').enableCompileCache(${JSON.stringify(compileCacheDir)});` : '';
  return `${cache}import(${JSON.stringify(new URL('./worker.ts', import.meta.url).href)})`;
}

function answered(payload: string): Invocation {
  const size = Buffer.byteLength(payload);
  if (size <= answerLimitBytes) return parsed(payload);
  return {
    ok: false,
    errorType: 'Function.ResponseSizeTooLarge',
    errorMessage: `Response payload size (${size} bytes) exceeded maximum allowed payload size (${answerLimitBytes} bytes).`,
  };
}

/** The thread's own client sends JSON. Anything else is posted by the function and is its fault. */
function parsed(payload: string): Invocation {
  try {
    return { ok: true, payload: JSON.parse(payload) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, errorType: 'Runtime.MalformedResponse', errorMessage: 'The function answered with what is no JSON.' };
  }
}

function exitReason(error: Error): string {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'signal: killed' : error.name;
}

/** Splits text into lines, and keeps an unfinished line until it is complete. */
function lines(log: (line: string) => void): (text: string) => void {
  let rest = '';
  return (text) => {
    const [...whole] = (rest + text).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) log(line);
  };
}
