import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startRuntime } from '../../local/runtime.ts';
import { makeAssembly } from '../support/local/assemblies.ts';
import { makeFolder } from '../support/local/folders.ts';

const main = fileURLToPath(new URL('../../local/main.ts', import.meta.url));
/** As `npm start` sets it: without it each process strips the types of every file anew. */
const NODE_COMPILE_CACHE = fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url));

/** The command, in a process of its own, with these variables alone. */
function run(variables: Record<string, string>) {
  const child = spawn(process.execPath, [main], {
    env: { NODE_COMPILE_CACHE, CDK_OUTDIR: makeAssembly(), DATA_DIR: makeFolder(), PORT: '0', COGNITO_PORT: '0', ...variables },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  const exit = once(child, 'close').then(([code]: unknown[]) => code);
  const greeted = new Promise<string>((resolve) => {
    child.stdout.on('data', () => output.out.includes('curl') && resolve(output.out));
  });
  return { child, output, exit, greeted };
}

describe('node local/main.ts', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'says when it is ready, what to paste first, and ends with code 0 on %s',
    async (signal) => {
      const { child, greeted, exit, output } = run({});
      const text = await greeted;
      expect(text).toMatch(/^Ready in \d+ ms\.\n/);
      expect(text).toMatch(/^ {2}Page {6}http:\/\/localhost:\d+\/app\/ {2}\(start here: .*\)$/m);
      const [, url, key] = /curl (\S+) -H 'x-api-key: (\S+)'/.exec(text) ?? [];
      const [, body] = /-d '(.*)'/.exec(text) ?? [];
      const headers = { 'content-type': 'application/json', 'x-api-key': key ?? '' };
      const answer = await fetch(url ?? '', { method: 'POST', headers, body: body ?? '' });
      // The small stack of this test has another schema; the query reaches it, and its key is right.
      expect(await answer.json()).toMatchObject({ errors: [{ message: expect.stringContaining("'authConfig'") }] });
      child.kill(signal);
      expect(await exit).toBe(0);
      expect(output.err).toBe('');
    },
  );

  test('a template that its living pool cannot take is one line and exit code 1, and loses nothing', async () => {
    const DATA_DIR = makeFolder();
    const before = await startRuntime({ assembly: makeAssembly(), dataDir: DATA_DIR, port: 0, cognitoPort: 0 });
    const { UserPoolId, CognitoEndpoint: endpoint } = before.outputs;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const cognito = new CognitoIdentityProvider({ endpoint, region: 'us-east-1', credentials });
    await cognito.adminCreateUser({ UserPoolId, Username: 'ada' });
    cognito.destroy();
    await before.close();
    const properties = { UserPoolName: 'people', AliasAttributes: ['email'] };
    const CDK_OUTDIR = makeAssembly({ resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties: properties } } });
    const { exit, output } = run({ DATA_DIR, CDK_OUTDIR });
    expect(await exit).toBe(1);
    expect(output).toEqual({ out: '', err: expect.stringMatching(/^The user pool Pool has users, [^\n]* DATA_DIR [^\n]*\n$/) });
    const after = await startRuntime({ assembly: makeAssembly(), dataDir: DATA_DIR, port: 0, cognitoPort: 0 });
    expect(after.outputs.UserPoolId).toBe(UserPoolId);
    await after.close();
  });

  test('says in one line what of the stack is not on the laptop', async () => {
    const alarm = { Type: 'AWS::CloudWatch::Alarm' };
    const assembly = makeAssembly({
      resources: {
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
        },
        Name: { Type: 'AWS::AppSync::DomainName', Properties: { DomainName: 'auth.example.com' } },
        Acl: { Type: 'AWS::WAFv2::WebACL' },
        First: alarm,
        Second: alarm,
        Board: { Type: 'AWS::CloudWatch::Dashboard' },
      },
    });
    const text = await run({ CDK_OUTDIR: assembly }).greeted;
    expect(text).toMatch(/^Ready in \d+ ms\.\n/);
    expect(text).toMatch(
      /\n\nNot on the laptop: custom domain auth\.example\.com, web ACL, 2 alarms, dashboard, threat protection\.\n$/,
    );
  });

  test('says nothing of the kind where all of it is', async () => {
    expect(await run({}).greeted).not.toContain('Not on the laptop');
  });

  test('a data directory that cannot be used is one line and exit code 1, and stays as it is', async () => {
    const DATA_DIR = makeFolder();
    writeFileSync(join(DATA_DIR, 'key'), 'short');
    const { exit, output } = run({ DATA_DIR });
    expect(await exit).toBe(1);
    expect(output).toEqual({ out: '', err: expect.stringMatching(/^\S+\/key is damaged: it must hold 32 bytes\. [^\n]+\n$/) });
    expect(readdirSync(DATA_DIR)).toEqual(['key']);
  });

  test('no other process can lock the database under a running one', async () => {
    const DATA_DIR = makeFolder();
    await run({ DATA_DIR }).greeted;
    const code = `const { DatabaseSync } = require('node:sqlite');
      const other = new DatabaseSync(${JSON.stringify(join(DATA_DIR, 'local.sqlite'))});
      try { other.exec('BEGIN IMMEDIATE'); console.log('locked'); } catch ({ message }) { console.log(message); }`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
    expect(stdout).toBe('database is locked\n');
    const { CognitoEndpoint, UserPoolId } = JSON.parse(readFileSync(join(DATA_DIR, 'outputs.json'), 'utf8'));
    expect((await fetch(`${CognitoEndpoint}/${UserPoolId}/.well-known/jwks.json`)).status).toBe(200);
  });

  test('a start that finds less than the last run stored says so', async () => {
    const DATA_DIR = makeFolder();
    const first = run({ DATA_DIR });
    await first.greeted;
    first.child.kill('SIGTERM');
    await first.exit;
    writeFileSync(join(DATA_DIR, 'local.sqlite'), '');
    const { exit, output } = run({ DATA_DIR });
    expect(await exit).toBe(1);
    expect(output).toEqual({ out: '', err: expect.stringMatching(/^\S+\/local\.sqlite is gone or empty, [^\n]+\n$/) });
  });

  test.each([
    ['a setting that cannot be used', { PORT: 'x' }, 'PORT must be a number from 0 to 65535, not "x".\n'],
    ['a missing assembly', { CDK_OUTDIR: '/nowhere' }, '/nowhere/manifest.json cannot be read. Make it with `npm run synth`.\n'],
  ])('%s is one line and exit code 1', async (_, variables, line) => {
    const { exit, output } = run(variables);
    expect(await exit).toBe(1);
    expect(output).toEqual({ out: '', err: line });
  });
});
