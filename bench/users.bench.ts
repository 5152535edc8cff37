// How long do an import and an export of 100,000 users take, and how much memory do the commands and the local runtime
// need?
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { startServer } from './support/server.ts';
import { printTable } from './support/table.ts';

const users = Number(process.env['USERS'] ?? 100_000);
/** One row in so many is wrong, half of them in a way that only the pool notices. */
const wrongEvery = 100;

const directory = mkdtempSync(join(tmpdir(), 'bench-users-'));
const dataDir = join(directory, 'data');
const server = await startServer(dataDir);
try {
  const file = join(directory, 'users.csv');
  await writeUsers(file);
  const rows = [];
  for (const [name, command, path] of [
    [`import, 1 row in ${wrongEvery} wrong`, 'import', file],
    ['the same again, all skipped', 'import', file],
    ['export', 'export', join(directory, 'exported.csv')],
  ] as const) {
    const { seconds, peakMb, said } = await run(command, path);
    rows.push({
      what: name,
      users: users.toLocaleString('en'),
      seconds: seconds.toFixed(1),
      'command, MB at most': peakMb.toFixed(0),
      'runtime, MB at most': server.peakRssMb().toFixed(0),
      said,
    });
  }
  printTable(`Moving users in and out (a file of ${(statSync(file).size / 1e6).toFixed(0)} MB)`, rows);
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}

async function writeUsers(file: string): Promise<void> {
  const { UserPoolId, CognitoEndpoint } = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'));
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProvider({ endpoint: CognitoEndpoint, region: 'us-east-1', credentials });
  const { CSVHeader: header = [] } = await cognito.getCSVHeader({ UserPoolId });
  cognito.destroy();
  const stream = createWriteStream(file);
  stream.write(`${header.join(',')}\n`);
  for (let number = 0; number < users; number += 1) {
    const name = `user-${number}`;
    const row: Readonly<Record<string, string>> = {
      'cognito:username': name,
      'cognito:mfa_enabled': number % wrongEvery === 1 ? 'perhaps' : 'false',
      email: number % (2 * wrongEvery) === 2 ? 'no address' : `${name}@example.com`,
      email_verified: 'true',
      given_name: 'Ada',
      family_name: 'Lovelace',
      birthdate: '12/10/1985',
    };
    if (!stream.write(`${header.map((column) => row[column] ?? '').join(',')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function run(command: 'import' | 'export', path: string): Promise<{ seconds: number; peakMb: number; said: string }> {
  const began = performance.now();
  const child = spawn(process.execPath, [`infra/commands/users-${command}.ts`, path], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let peakMb = 0;
  const sampler = setInterval(() => {
    if (child.pid !== undefined && child.exitCode === null) peakMb = Math.max(peakMb, peakOf(child.pid));
  }, 100);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-1_000);
  });
  await once(child, 'close');
  clearInterval(sampler);
  const said = output.trimEnd().split('\n').at(-1) ?? '';
  return { seconds: (performance.now() - began) / 1_000, peakMb, said: said.replace(/ in \/.*/, '') };
}

/** The most memory that a process ever had resident; 0 if it has just ended. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}
