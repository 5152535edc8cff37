import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { bringRuntimeUpToDate } from '../../start/runtime-bundle.ts';

interface StartedProcess {
  readonly process: ChildProcess;
  readonly url: string;
  readonly apiKey: string;
  output(): string;
}

/** The local runtime in a separate process, on free ports. @param directory The folder of its data. */
export async function startProcess(
  directory: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedProcess> {
  const child = spawn(process.execPath, [await bringRuntimeUpToDate()], {
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: resolve('node_modules/.cache/node'),
      PORT: '0',
      COGNITO_PORT: '0',
      DATA_DIR: directory,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      if (/ready/i.test(line)) resolve();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.once('exit', (exitCode) => reject(new Error(`The process ended with ${exitCode}: ${output}`)));
  });
  await ready;
  const outputs: { GraphQLUrl: string; ApiKey: string } = JSON.parse(readFileSync(join(directory, 'outputs.json'), 'utf8'));
  return { process: child, url: outputs.GraphQLUrl, apiKey: outputs.ApiKey, output: () => output };
}
