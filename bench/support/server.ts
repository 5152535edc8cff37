import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bringRuntimeUpToDate } from '../../start/runtime-bundle.ts';

export interface Server {
  readonly graphqlUrl: string;
  readonly cognitoEndpoint: string;
  readonly apiKey: string;
  readonly userPoolClientId: string;
  /** Resident memory in MB. */
  rssMb(): number;
  /** The most memory in MB that was ever resident. */
  peakRssMb(): number;
  /** Processor time since the start, of all its threads. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** The local runtime in a process of its own, on free ports. */
export async function startServer(dataDir: string, assembly = 'cdk.out'): Promise<Server> {
  // As `npm start` does (start/start.sh).
  const child = spawn(process.execPath, ['--max-semi-space-size=2', await bringRuntimeUpToDate()], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: resolve('node_modules/.cache/node'),
      MALLOC_ARENA_MAX: '2',
      MALLOC_MMAP_THRESHOLD_: '65536',
      PORT: '0',
      COGNITO_PORT: '0',
      DATA_DIR: dataDir,
      CDK_OUTDIR: assembly,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(child);
  const outputs: Record<'GraphQLUrl' | 'CognitoEndpoint' | 'ApiKey' | 'UserPoolClientId', string> = JSON.parse(
    readFileSync(join(dataDir, 'outputs.json'), 'utf8'),
  );
  return {
    graphqlUrl: outputs.GraphQLUrl,
    cognitoEndpoint: outputs.CognitoEndpoint,
    apiKey: outputs.ApiKey,
    userPoolClientId: outputs.UserPoolClientId,
    rssMb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000,
    peakRssMb: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1000,
    cpuMs: () => {
      // https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html: utime and stime in ticks of 10 ms; names may hold spaces.
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Resolves at the ready line. Later output is read and discarded, so that the child process never blocks. */
export function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      if (output === 'ready') return;
      output += chunk.toString();
      if (!/ready/i.test(output)) return;
      output = 'ready';
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`The local runtime ended with ${code}: ${output}`)));
  });
}
