import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startStage } from '../../support/stage.ts';
import { type System, startSystem } from '../../support/system.ts';
import { confirmedPerson } from '../people.ts';
import { botocoreExtras } from './botocore-model.ts';

const options = { tags: ['exhaustive'], timeout: 60_000 };

/** Runs a program of this folder, each of its arguments as JSON. It prints `done` when all was as it should be. */
async function run(program: string, ...values: readonly unknown[]): Promise<string> {
  const { status } = spawnSync('python3', ['-c', 'import boto3']);
  if (status !== 0) throw new Error('There is no AWS SDK for Python: pip install boto3.');
  // The operations of token sessions are newer than most installations.
  const extras = botocoreExtras(['ListUserSessions', 'RevokeUserSession']);
  onTestFinished(() => extras.remove());
  const script = fileURLToPath(new URL(program, import.meta.url));
  const args = values.map((value) => JSON.stringify(value));
  const { stdout } = await promisify(execFile)('python3', [script, ...args], {
    env: { ...process.env, NO_PROXY: 'localhost', AWS_DATA_PATH: extras.folder, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return stdout;
}

/** Runs a program as a user of the system, which is closed afterwards. */
async function runAsUser(program: string, system: System): Promise<string> {
  onTestFinished(() => system.close());
  const { outputs } = system.runtime;
  const { username, password } = await confirmedPerson(system);
  return run(program, outputs, username, password, new URL('/dev/inbox', outputs.GraphQLUrl).href);
}

test("a user's own account, from a new address to its end", options, async () => {
  expect(await runAsUser('account.py', await startSystem())).toBe('done\n');
});

test('every other operation of a signed-in user, and its refusals', options, async () => {
  const system = await startStage({
    signIn: {
      flows: ['USER_PASSWORD_AUTH', 'USER_AUTH'],
      firstFactors: ['PASSWORD', 'WEB_AUTHN'],
      passkeys: { relyingParty: 'localhost' },
      rememberDevices: 'ON_REQUEST',
    },
    tokens: { sessions: {} },
  });
  expect(await runAsUser('signed_in.py', system)).toBe('done\n');
});

test("an administrator's day, every answer by the service model", options, async () => {
  const system = await startSystem();
  onTestFinished(() => system.close());
  const { outputs } = system.runtime;
  expect(await run('administrator.py', outputs, new URL('/dev/inbox', outputs.GraphQLUrl).href)).toBe('done\n');
});
