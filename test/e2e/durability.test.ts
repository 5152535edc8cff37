import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LoginDocument, SignUpDocument } from '../../examples/generated/operations.ts';
import { fetchSend, succeeded } from './send.ts';
import { newPassword, newPerson, selfServiceStory, temporaryPasswordStory } from './stories.ts';
import { newestMessage, startSystem } from './system.ts';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'auth-durability-'));
});

afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('a restart', () => {
  test('keeps users, their sessions and the API key', async () => {
    const first = await startSystem({ dataDir });
    const person = { ...newPerson(), password: newPassword() };
    const { username, email } = person;
    succeeded(await first.send(SignUpDocument, { input: { username, email, temporaryPassword: person.password } }));
    const { outputs } = first.runtime;
    await first.close();

    const second = await startSystem({ dataDir });
    expect(second.runtime.outputs).toMatchObject({
      ApiKey: outputs.ApiKey,
      UserPoolId: outputs.UserPoolId,
      UserPoolClientId: outputs.UserPoolClientId,
    });
    const { login } = succeeded(await second.send(LoginDocument, { input: { username, password: person.password } }));
    expect(login.__typename).toBe('NewPasswordRequiredChallenge');
    await second.close();
  });
});

describe('kill -9', () => {
  test('in the middle of sign-ups: whoever got an answer exists and can log in', async () => {
    const answered: { username: string; password: string }[] = [];
    const child = await startProcess(dataDir);
    const send = fetchSend(child.url, child.apiKey);
    const signUpForever = async (): Promise<void> => {
      for (;;) {
        const { username, email } = newPerson();
        const password = newPassword();
        succeeded(await send(SignUpDocument, { input: { username, email, temporaryPassword: password } }));
        answered.push({ username, password });
        if (answered.length === 40) child.process.kill('SIGKILL');
      }
    };
    await Promise.allSettled(Array.from({ length: 8 }, signUpForever));
    expect(answered.length).toBeGreaterThanOrEqual(40);

    const system = await startSystem({ dataDir });
    for (const { username, password } of answered) {
      const { login } = succeeded(await system.send(LoginDocument, { input: { username, password } }));
      expect(login.__typename).toBe('NewPasswordRequiredChallenge');
    }
    await system.close();
  });
});

describe('secrets', () => {
  test('of the stories stand in clear in no log line and in no file of the data directory', async () => {
    const secrets = new Set<string>();
    const child = await startProcess(dataDir);
    const options = {
      send: fetchSend(child.url, child.apiKey),
      message: (to: string) => newestMessage(child.url, to),
      secret: (value: string) => void secrets.add(value),
    };
    await temporaryPasswordStory(options);
    await selfServiceStory(options);
    const exited = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.kill('SIGTERM');
    expect(await exited).toBe(0);

    expect(secrets.size).toBeGreaterThan(10);
    const places = [['the log', child.output()], ...files(dataDir).map((file) => [file, readFileSync(file, 'latin1')] as const)];
    expect(places.length).toBeGreaterThan(2);
    for (const [place = '', text = ''] of places) {
      for (const secret of secrets)
        expect(text.includes(secret), `${place} holds a secret of ${secret.length} characters`).toBe(false);
    }
  });
});

interface StartedProcess {
  readonly process: ChildProcess;
  readonly url: string;
  readonly apiKey: string;
  output(): string;
}

/** The local runtime in a process of its own, on free ports. */
async function startProcess(directory: string): Promise<StartedProcess> {
  const child = spawn(process.execPath, ['local/main.ts'], {
    env: { ...process.env, PORT: '0', COGNITO_PORT: '0', DATA_DIR: directory },
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

function files(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
