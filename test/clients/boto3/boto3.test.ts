import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startStage } from '../../support/stage.ts';
import { type System, startSystem } from '../../support/system.ts';
import { confirmedPerson } from '../people.ts';
import { botocoreExtras } from './botocore-model.ts';

const options = { tags: ['exhaustive'], timeout: 60_000 };

async function run(script: string, system: System): Promise<string> {
  const { status } = spawnSync('python3', ['-c', 'import boto3']);
  if (status !== 0) throw new Error('There is no AWS SDK for Python: pip install boto3.');
  onTestFinished(() => system.close());
  // Those of token sessions are newer than most installations.
  const extras = botocoreExtras(['ListUserSessions', 'RevokeUserSession']);
  onTestFinished(() => extras.remove());
  const { outputs } = system.runtime;
  const { username, password } = await confirmedPerson(system);
  const inbox = new URL('/dev/inbox', outputs.GraphQLUrl).href;
  const args = [outputs, username, password, inbox].map((value) => JSON.stringify(value));
  const { stdout } = await promisify(execFile)('python3', [fileURLToPath(new URL(script, import.meta.url)), ...args], {
    env: { ...process.env, NO_PROXY: 'localhost', AWS_DATA_PATH: extras.folder, PYTHONDONTWRITEBYTECODE: '1' },
  });
  return stdout;
}

test("a user's own account, from a new address to its end", options, async () => {
  expect(await run('account.py', await startSystem())).toBe('done\n');
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
  expect(await run('signed_in.py', system)).toBe('done\n');
});
