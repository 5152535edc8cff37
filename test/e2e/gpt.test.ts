import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  AuthConfigDocument,
  GptDocument,
  LoginDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { stages } from '../../infra/config.ts';
import { type ChatCompletions, startChatCompletions } from '../support/chat-completions.ts';
import { startProcess } from '../support/process.ts';
import { fetchSend, refused, type Send, succeeded } from '../support/send.ts';
import { synthesiseStage } from '../support/stage.ts';
import { expectNewPasswordRequired, expectTokens, newPassword, newPerson } from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';

const DAY_MS = 86_400_000;
const apiKey = 'sk-e2e-deployment-key';
const message = 'What is the answer?';
const limits = { requestsPerDay: 5, messageCharacters: 20, answerTokens: 64 };

let chat: ChatCompletions;
let limited: string;
let off: string;

beforeAll(async () => {
  [chat, limited, off] = await Promise.all([
    startChatCompletions({ apiKey, reply: 'Forty-two.' }),
    synthesiseStage({ ...stages.dev, gpt: { ...limits, models: ['*'], provenAddress: false } }),
    synthesiseStage({ ...stages.dev, gpt: null }),
  ]);
});
afterAll(async () => {
  await chat?.close();
  for (const folder of [limited, off]) if (folder) rmSync(folder, { recursive: true, force: true });
});

function makeDataDir(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'gpt-data-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  return dataDir;
}

/** The system at noon, so that no midnight falls into the test. */
async function start(assembly: string, dataDir = makeDataDir()): Promise<System> {
  const system = await startSystem({ assembly, dataDir, openai: { baseUrl: chat.baseUrl, apiKey } });
  onTestFinished(system.close);
  system.advance(DAY_MS - (Date.now() % DAY_MS) + DAY_MS / 2);
  return system;
}

interface Account {
  readonly username: string;
  readonly password: string;
}

async function signUp(send: Send): Promise<Account> {
  const { username, email } = newPerson();
  const password = newPassword();
  const temporaryPassword = newPassword();
  succeeded(await send(SignUpDocument, { input: { username, email, temporaryPassword } }));
  const { login } = succeeded(await send(LoginDocument, { input: { username, password: temporaryPassword } }));
  const { name, username: challenged, session } = expectNewPasswordRequired(login);
  succeeded(await send(RespondToChallengeDocument, { input: { name, username: challenged, session, newPassword: password } }));
  return { username, password };
}

async function signIn(send: Send, account: Account): Promise<string> {
  return expectTokens(succeeded(await send(LoginDocument, { input: account })).login).accessToken;
}

/** How many of these simultaneous questions were answered; the others must have reached the limit. */
async function answered(send: Send, token: string, questions: number): Promise<number> {
  const answers = await Promise.all(Array.from({ length: questions }, () => send(GptDocument, { message }, token)));
  const others = answers.filter(({ errors }) => errors.length > 0);
  for (const answer of others) expect(refused(answer).errorType).toBe('TOO_MANY_REQUESTS');
  return questions - others.length;
}

describe('a limit for each user and day', () => {
  test('is in authConfig, exact under concurrency, separate for each user, and reset the next day', async () => {
    const { send, advance } = await start(limited);
    expect(succeeded(await send(AuthConfigDocument, {})).authConfig).toMatchObject({ gptEnabled: true, gptLimits: limits });
    const [ada, grace] = [await signUp(send), await signUp(send)];
    const token = await signIn(send, ada);
    const asked = chat.requests.length;
    expect(await answered(send, token, 20)).toBe(5);
    expect(chat.requests.length - asked).toBe(5);

    const { errorType, message: text, errorInfo } = refused(await send(GptDocument, { message }, token));
    const opens = new Date((Math.floor(Date.now() / DAY_MS) + 2) * DAY_MS).toISOString().replace('.000', '');
    expect({ errorType, text, errorInfo }).toEqual({
      errorType: 'TOO_MANY_REQUESTS',
      text: `A user may ask 5 questions a day. Ask again from ${opens} on.`,
      errorInfo: { cognito: null, retryable: false, field: null, requestId: expect.any(String) },
    });
    expect(await answered(send, await signIn(send, grace), 2)).toBe(2);

    // Twelve hours after noon, the next day begins.
    advance(DAY_MS / 2 - 60_000);
    expect(await answered(send, await signIn(send, ada), 1)).toBe(0);
    advance(60_000);
    expect(await answered(send, await signIn(send, ada), 7)).toBe(5);
  });

  test("also counts questions with the user's own key, but none that is refused before it is sent", async () => {
    const { send } = await start(limited);
    const token = await signIn(send, await signUp(send));
    const tooLong = refused(await send(GptDocument, { message: 'x'.repeat(21) }, token));
    expect(tooLong).toMatchObject({
      errorType: 'INVALID_INPUT',
      message: '`message` must have at most 20 characters.',
      errorInfo: { field: 'message' },
    });
    for (let times = 0; times < 2; times++) succeeded(await send(GptDocument, { message, key: apiKey }, token));
    expect(await answered(send, token, 6)).toBe(3);
    expect(refused(await send(GptDocument, { message, key: apiKey }, token)).errorType).toBe('TOO_MANY_REQUESTS');
    expect(chat.requests.at(-1)).toMatchObject({ max_completion_tokens: 64 });
  });

  test('outlives kill -9, and a restart', { timeout: 60_000 }, async () => {
    const dataDir = makeDataDir();
    const child = await startProcess(dataDir, { CDK_OUTDIR: limited, OPENAI_BASE_URL: chat.baseUrl, OPENAI_API_KEY: apiKey });
    onTestFinished(() => void child.process.kill('SIGKILL'));
    const send = fetchSend(child.url, child.apiKey);
    const account = await signUp(send);
    const token = await signIn(send, account);
    const before = new Date().getUTCDate();
    expect(await answered(send, token, 3)).toBe(3);
    const killed = new Promise((resolve) => child.process.once('exit', resolve));
    child.process.kill('SIGKILL');
    await killed;

    for (const left of [2, 0]) {
      const system = await startSystem({ assembly: limited, dataDir, openai: { baseUrl: chat.baseUrl, apiKey } });
      const granted = await answered(system.send, await signIn(system.send, account), 4);
      await system.close();
      // Unless midnight fell into the test.
      if (new Date().getUTCDate() === before) expect(granted).toBe(left);
    }
  });
});

describe('a provider behind a proxy', () => {
  /** A proxy that directs every host to the provider, and records the hosts. */
  async function startProxy(): Promise<{ readonly url: string; readonly asked: string[] }> {
    const asked: string[] = [];
    const proxy = createServer((_, response) => void response.writeHead(500).end());
    proxy.on('connect', ({ url = '' }, client) => {
      asked.push(url);
      const upstream = connect(Number(new URL(chat.baseUrl).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
      for (const [one, other] of [
        [upstream, client],
        [client, upstream],
      ] as const)
        one.on('error', () => other.destroy());
      client.on('close', () => upstream.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      proxy.close();
      proxy.closeAllConnections();
    });
    const { port } = proxy.address() as AddressInfo; // of a TCP server
    return { url: `http://127.0.0.1:${port}`, asked };
  }

  test('is called through it, but services on this machine are not', { timeout: 60_000 }, async () => {
    const { url, asked } = await startProxy();
    const proxies = { HTTP_PROXY: url, HTTPS_PROXY: url };
    const outside = await startSystem({ assembly: limited, openai: { baseUrl: 'http://llm.example/v1', apiKey }, proxies });
    onTestFinished(outside.close);
    expect(await answered(outside.send, await signIn(outside.send, await signUp(outside.send)), 1)).toBe(1);
    expect(asked).toEqual(['llm.example:80']);

    const inside = await startSystem({ assembly: limited, openai: { baseUrl: chat.baseUrl, apiKey }, proxies });
    onTestFinished(inside.close);
    expect(await answered(inside.send, await signIn(inside.send, await signUp(inside.send)), 1)).toBe(1);
    expect(asked).toEqual(['llm.example:80']);
  });
});

describe('gpt that is off', () => {
  test('has no function, and is refused in the words of the schema; the rest works', async () => {
    expect(existsSync(join(off, 'bundles', 'gpt'))).toBe(false);
    const { send, log } = await start(off);
    expect(succeeded(await send(AuthConfigDocument, {})).authConfig).toMatchObject({ gptEnabled: false, gptLimits: null });
    const token = await signIn(send, await signUp(send));
    const asked = chat.requests.length;
    expect(refused(await send(GptDocument, { message }, token))).toMatchObject({
      errorType: 'NOT_ENABLED',
      message: '`gpt` is not enabled here.',
      errorInfo: { cognito: null, retryable: false, field: null, requestId: null },
    });
    expect(refused(await send(GptDocument, { message })).errorType).toBe('Unauthorized');
    expect(chat.requests.length).toBe(asked);
    expect(log.filter((line) => line.includes('failed'))).toEqual([]);
  });
});
