import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npmStart, type Started } from '../support/npm-start.ts';
import { apolloSend, fetchSend } from '../support/send.ts';
import { selfServiceStory, temporaryPasswordStory } from '../support/stories.ts';
import { newestMessage } from '../support/system.ts';

const port = '4710';
const cognitoPort = '4711';

let dataDir: string;
let started: Started;
const environment = () => ({ PORT: port, COGNITO_PORT: cognitoPort, DATA_DIR: dataDir });

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'auth-npm-start-'));
  started = npmStart(environment());
  await started.printed(/ready/i);
});

afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

describe('npm start', () => {
  test('prints URLs, the API key and a first query, and writes outputs.json', () => {
    const outputs = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'));
    expect(outputs).toEqual({
      GraphQLUrl: `http://localhost:${port}/graphql`,
      ApiKey: expect.stringMatching(/^da2-[a-z0-9]{26}$/),
      Region: expect.any(String),
      UserPoolId: expect.stringMatching(/^[\w-]+_[0-9a-zA-Z]{9}$/),
      UserPoolClientId: expect.stringMatching(/^[a-z0-9]{26}$/),
      CognitoEndpoint: `http://localhost:${cognitoPort}`,
    });
    for (const text of [outputs.GraphQLUrl, outputs.ApiKey, `http://localhost:${port}/dev`, 'authConfig']) {
      expect(started.output()).toContain(text);
    }
  });

  test.each([
    ['fetch', fetchSend],
    ['Apollo Client', apolloSend],
  ] as const)('serves both stories to %s', async (_, client) => {
    const outputs = JSON.parse(readFileSync(join(dataDir, 'outputs.json'), 'utf8'));
    const story = {
      send: client(outputs.GraphQLUrl, outputs.ApiKey),
      message: (to: string) => newestMessage(outputs.GraphQLUrl, to),
    };
    await temporaryPasswordStory(story);
    await selfServiceStory(story);
  });

  test('prints a first query that works when pasted', async () => {
    const { stdout } = await run('bash', ['-c', firstQuery(started.output())]);
    expect(JSON.parse(stdout)).toMatchObject({ data: { authConfig: {} } });
  });

  test('a second start says in one line that the port is taken', async () => {
    const second = npmStart({ ...environment(), DATA_DIR: join(dataDir, 'second') });
    expect(await second.exited).toBe(1);
    const errors = second
      .errors()
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('npm '));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(new RegExp(`${port}.*PORT`));
  });

  test('another stage runs next to it in the same way', { tags: ['exhaustive'] }, async () => {
    const folder = join(dataDir, 'prod');
    const beside = { PORT: '4713', COGNITO_PORT: '4715', DATA_DIR: join(folder, 'data'), CDK_OUTDIR: join(folder, 'cdk.out') };
    const prod = npmStart(beside, ['--', '--stage', 'prod']);
    await prod.printed(/ready/i);
    expect(prod.output()).toContain('Synthesised stage prod');
    const query = '{ authConfig { signUpModes passwordPolicy { minimumLength } } }';
    const { GraphQLUrl, ApiKey } = JSON.parse(readFileSync(join(folder, 'data', 'outputs.json'), 'utf8'));
    const headers = { 'x-api-key': ApiKey, 'content-type': 'application/json' };
    const answer = await fetch(GraphQLUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
    expect(await answer.json()).toEqual({
      data: { authConfig: { signUpModes: ['PASSWORD'], passwordPolicy: { minimumLength: 12 } } },
    });
    process.kill(prod.pid(), 'SIGTERM');
    expect(await prod.exited).toBe(0);
  });

  test.each([
    [['--', '--stage', 'nowhere'], 'There is no stage "nowhere" in infra/config.ts; it has dev, prod, social.'],
    [['--', '--prod'], 'There is no argument "--prod": this command takes --stage <name>.'],
  ])('%j is refused in one line', { timeout: 60_000 }, async (args, line) => {
    const refused = npmStart({ ...environment(), CDK_OUTDIR: join(dataDir, 'refused') }, args);
    expect(await refused.exited).toBe(1);
    expect(refused.errors().trim()).toBe(line);
  });

  test('SIGTERM ends it with code 0 at once', async () => {
    const { pid } = started;
    process.kill(pid(), 'SIGTERM');
    expect(await started.exited).toBe(0);
    expect(existsSync(join(dataDir, 'outputs.json'))).toBe(true);
  });
});

/** The curl command as printed, with its continuation lines. */
function firstQuery(output: string): string {
  const lines = output.split('\n');
  const start = lines.findIndex((line) => line.trimStart().startsWith('curl '));
  const command: string[] = [];
  for (const line of lines.slice(start)) {
    command.push(line);
    if (!line.trimEnd().endsWith('\\')) break;
  }
  return command.join('\n');
}

function run(command: string, args: string[]): Promise<{ stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.once('exit', (code) => (code === 0 ? resolve({ stdout }) : reject(new Error(`${command} ended with ${code}`))));
  });
}
