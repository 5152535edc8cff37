import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readUserFunction } from './deployed.ts';
import { type Stub, startStub } from './stub.ts';
import { buildVariants, type Variant } from './variants.ts';

export interface Cold {
  /** Milliseconds from the process's start to the first answer. */
  readonly firstAnswerMs: number;
  /** The first login alone. */
  readonly firstCallMs: number;
  readonly cpuMs: number;
  readonly rssMb: number;
}

export interface Warm {
  readonly p50Us: number;
  readonly p99Us: number;
  readonly cpuUs: number;
}

export interface Measured {
  readonly variant: Variant;
  readonly rounds: readonly Round[];
}

interface Round {
  /** The first login comes at once. */
  readonly cold: Cold;
  readonly warm: Warm;
  /** The first login comes a while after the start, as in an environment that was started in advance. */
  readonly startedAhead: Cold;
}

const PAUSE_MS = 200;

/** Serves `calls` logins in a fresh process for each variant, in turn, and repeats this `rounds` times. */
export async function measure(rounds: number, calls: number): Promise<readonly Measured[]> {
  const directory = mkdtempSync(join(tmpdir(), 'bench-login-'));
  const stub = await startStub(directory);
  try {
    const deployed = readUserFunction();
    const variants = await buildVariants(directory, deployed.folder);
    const results = variants.map((variant) => ({ variant, rounds: [] as Round[] }));
    for (const { variant } of results) await run(variant, calls, stub, deployed.environment);
    for (let round = 0; round < rounds; round++) {
      for (const result of results) {
        const { cold, warm } = await run(result.variant, calls, stub, deployed.environment);
        const ahead = await run(result.variant, 1, stub, deployed.environment, PAUSE_MS);
        result.rounds.push({ cold, warm, startedAhead: ahead.cold });
      }
    }
    return results;
  } finally {
    stub.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function run(
  variant: Variant,
  calls: number,
  stub: Stub,
  environment: Readonly<Record<string, string>>,
  pauseMs = 0,
): Promise<Pick<Round, 'cold' | 'warm'>> {
  const start = performance.now();
  const child = fork('bench/login/child.cjs', [variant.file, String(calls), String(pauseMs)], {
    env: {
      PATH: process.env['PATH'],
      ...environmentOf(variant, environment),
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: stub.endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: stub.endpoint,
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      NODE_EXTRA_CA_CERTS: stub.certificateFile,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const first = await message<Omit<Cold, 'firstAnswerMs'>>(child);
  const firstAnswerMs = performance.now() - start;
  const warm = await message<Warm>(child);
  await once(child, 'exit');
  return { cold: { firstAnswerMs, ...first }, warm };
}

/** What the functions of a stage that uses so much would be told. */
function environmentOf(
  { uses: { activity, limits } }: Variant,
  environment: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const { ACCOUNT_TABLE, ACTIVITY_DAYS, MESSAGE_LIMITS, ATTEMPT_LIMITS, ...plain } = environment;
  return {
    ...plain,
    ...((activity || limits) && { ACCOUNT_TABLE }),
    ...(activity && { ACTIVITY_DAYS }),
    ...(limits && { MESSAGE_LIMITS, ATTEMPT_LIMITS }),
  };
}

async function message<Message>(child: ChildProcess): Promise<Message> {
  const exited = once(child, 'exit').then(([code]) => {
    throw new Error(`The measured process ended with ${code}.`);
  });
  const [received] = await Promise.race([once(child, 'message'), exited]);
  return received as Message;
}
