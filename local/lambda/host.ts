import { randomUUID } from 'node:crypto';
import type { Invocation, Invoke } from '../world/invoke.ts';
import { realTimers, type Timers } from '../world/timers.ts';
import { type Environment, startEnvironment } from './environment.ts';
import type { LambdaFunction } from './function.ts';

export interface LambdaHostOptions {
  /** By ARN. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** The whole environment of a function. */
  readonly variables: (fn: LambdaFunction) => Record<string, string>;
  /** Receives what functions print and how they failed. Each line begins with the function's name. */
  readonly log?: (line: string) => void;
  readonly timers?: Timers;
  /** The time that functions see, in milliseconds since the epoch. Default: this machine's. */
  readonly now?: () => number;
  /**
   * Environments of one function at the same time; further invocations wait. Default: 2, since each takes 20 to 40 MB
   * and more would not be faster.
   */
  readonly maxEnvironments?: number;
  /** How long an environment waits for its next invocation before it is shut down. Half a minute by default. */
  readonly idleMs?: number;
  readonly compileCacheDir?: string | undefined;
}

export interface LambdaHost {
  readonly invoke: Invoke;
  /** Switches to the functions of a new synthesis. Running invocations finish with the code they started with. */
  replace(functions: ReadonlyMap<string, LambdaFunction>): void;
  close(): Promise<void>;
}

interface Fleet {
  readonly fn: LambdaFunction;
  readonly environments: Set<Environment>;
  readonly idle: { readonly environment: Environment; readonly cancelShutdown: () => void }[];
  readonly waiting: ((environment: Environment | 'retired') => void)[];
  isRetired: boolean;
}

/** Lambda's limit for a synchronous request, in bytes. */
const requestLimitBytes = 6_291_456;

/** Runs functions as the Lambda service does. A function is only started when it is called. */
export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const {
    variables,
    log = () => undefined,
    timers = realTimers,
    now = Date.now,
    maxEnvironments = 2,
    idleMs = 30_000,
    compileCacheDir,
  } = options;
  let fleets = new Map([...options.functions].map(([arn, fn]) => [arn, fleetOf(fn)]));

  const running = new Set<Environment>();
  let isClosed = false;

  const start = (fleet: Fleet): Environment => {
    const environment = startEnvironment({
      fn: fleet.fn,
      timers,
      now,
      variables: { ...variables(fleet.fn), AWS_LAMBDA_LOG_STREAM_NAME: logStreamName() },
      log: (line) => log(`${fleet.fn.name} ${line}`),
      compileCacheDir,
    });
    fleet.environments.add(environment);
    running.add(environment);
    return environment;
  };
  const acquire = (fleet: Fleet): Environment | Promise<Environment | 'retired'> => {
    for (let free = fleet.idle.pop(); free !== undefined; free = fleet.idle.pop()) {
      free.cancelShutdown();
      if (free.environment.isAlive()) return free.environment;
      discard(fleet, free.environment);
    }
    if (fleet.environments.size < maxEnvironments) return start(fleet);
    return new Promise((resolve) => fleet.waiting.push(resolve));
  };
  const release = (fleet: Fleet, environment: Environment): void => {
    const next = fleet.waiting.shift();
    if (!environment.isAlive() || fleet.isRetired) {
      discard(fleet, environment);
      next?.(start(fleet));
      return;
    }
    if (next !== undefined) {
      next(environment);
      return;
    }
    const cancelShutdown = timers.after(idleMs, () => {
      const index = fleet.idle.findIndex((entry) => entry.environment === environment);
      if (index >= 0) fleet.idle.splice(index, 1);
      discard(fleet, environment);
    });
    fleet.idle.push({ environment, cancelShutdown });
  };
  const discard = (fleet: Fleet, environment: Environment): void => {
    fleet.environments.delete(environment);
    void environment.stop().then(() => running.delete(environment));
  };
  const retire = (fleet: Fleet): void => {
    fleet.isRetired = true;
    for (const { environment, cancelShutdown } of fleet.idle.splice(0)) {
      cancelShutdown();
      discard(fleet, environment);
    }
    for (const wake of fleet.waiting.splice(0)) wake('retired');
  };

  const invoke: Invoke = async (arn, payload) => {
    if (isClosed) return shutDown;
    const fleet = fleets.get(arn);
    if (fleet === undefined) throw new Error(`There is no function ${arn}.`);
    const text = JSON.stringify(payload) ?? 'null';
    const size = Buffer.byteLength(text);
    if (size > requestLimitBytes) return tooLarge(size);
    const environment = await acquire(fleet);
    if (environment === 'retired') return invoke(arn, payload);
    try {
      return await environment.run(randomUUID(), text);
    } finally {
      release(fleet, environment);
    }
  };

  return {
    invoke,
    replace: (functions) => {
      const before = fleets;
      fleets = new Map(
        [...functions].map(([arn, fn]) => {
          const old = before.get(arn);
          return [arn, old !== undefined && JSON.stringify(old.fn) === JSON.stringify(fn) ? old : fleetOf(fn)];
        }),
      );
      for (const [arn, fleet] of before) if (fleets.get(arn) !== fleet) retire(fleet);
    },
    close: async () => {
      isClosed = true;
      const all = [...fleets.values()];
      for (const fleet of all) retire(fleet);
      await Promise.all([...running].map((environment) => environment.stop()));
    },
  };
}

function fleetOf(fn: LambdaFunction): Fleet {
  return { fn, environments: new Set(), idle: [], waiting: [], isRetired: false };
}

const shutDown: Invocation = { ok: false, errorType: 'Runtime.ExitError', errorMessage: 'The local runtime is shutting down.' };

function tooLarge(size: number): Invocation {
  return {
    ok: false,
    errorType: 'RequestEntityTooLargeException',
    errorMessage: `${size} byte payload is too large for the RequestResponse invocation type (limit ${requestLimitBytes} bytes)`,
  };
}

function logStreamName(): string {
  const [date = ''] = new Date().toISOString().split('T');
  return `${date.replaceAll('-', '/')}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
}
