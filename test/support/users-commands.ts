import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { onTestFinished } from 'vitest';
import { startSystem } from './system.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** `npm run users:import` and `users:export` beside a laptop's runtime, and an SDK client of its pool. */
export async function withUsersCommands() {
  const system = await startSystem();
  const folder = mkdtempSync(join(tmpdir(), 'users-'));
  const { CognitoEndpoint, UserPoolId } = system.runtime.outputs;
  const cognito = new CognitoIdentityProvider({
    endpoint: CognitoEndpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(async () => {
    cognito.destroy();
    await system.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const begin = (command: 'import' | 'export', ...args: string[]): { child: ChildProcess; ended: Promise<Ended> } =>
    beginCommand(command, args, { DATA_DIR: system.dataDir });
  return {
    system,
    cognito,
    UserPoolId,
    /** The path of a file in a folder of the test's own. */
    path: (name: string) => join(folder, name),
    begin,
    run: (command: 'import' | 'export', ...args: string[]) => begin(command, ...args).ended,
    async header(): Promise<string[]> {
      return (await cognito.getCSVHeader({ UserPoolId })).CSVHeader ?? [];
    },
    async names(): Promise<string[]> {
      const names: string[] = [];
      let PaginationToken: string | undefined;
      do {
        const page = await cognito.listUsers({ UserPoolId, ...(PaginationToken !== undefined && { PaginationToken }) });
        names.push(...(page.Users ?? []).map(({ Username = '' }) => Username));
        PaginationToken = page.PaginationToken;
      } while (PaginationToken !== undefined);
      return names;
    },
  };
}

export type UsersCommands = Awaited<ReturnType<typeof withUsersCommands>>;

export function beginCommand(command: 'import' | 'export', args: readonly string[], variables: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [`infra/commands/users-${command}.ts`, ...args], {
    env: { ...process.env, STAGE: '', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, output, errors })));
  return { child, ended };
}

/** A file with these columns; what a row does not say is empty, except for a verified address and no second factor. */
export function fileOfUsers(header: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  const lines = rows.map((row) => {
    const whole: Record<string, string> = {
      email: `${row['cognito:username']}@example.com`,
      email_verified: 'true',
      'cognito:mfa_enabled': 'false',
      ...row,
    };
    return header.map((name) => whole[name] ?? '').join(',');
  });
  return `${[header.join(','), ...lines].join('\n')}\n`;
}
