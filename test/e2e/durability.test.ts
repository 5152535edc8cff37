import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LoginDocument, SignUpDocument } from '../../examples/generated/operations.ts';
import { startProcess } from '../support/process.ts';
import { fetchSend, succeeded } from '../support/send.ts';
import { newPassword, newPerson, selfServiceStory, temporaryPasswordStory } from '../support/stories.ts';
import { newestMessage, startSystem } from '../support/system.ts';

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
  test('in the middle of sign-ups: every user whose sign-up was answered exists and can log in', async () => {
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

function files(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
