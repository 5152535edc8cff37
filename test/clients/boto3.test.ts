import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ConfirmSignUpDocument, SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { newPassword, newPerson } from '../support/stories.ts';
import { startSystem } from '../support/system.ts';

const options = { tags: ['exhaustive'], timeout: 60_000 };

/** Runs a program of this folder, each of its arguments as JSON. It prints `done` when all was as it should be. */
async function run(program: string, ...values: readonly unknown[]): Promise<string> {
  const { status } = spawnSync('python3', ['-c', 'import boto3']);
  if (status !== 0) throw new Error('There is no AWS SDK for Python: pip install boto3.');
  const script = fileURLToPath(new URL(program, import.meta.url));
  const args = values.map((value) => JSON.stringify(value));
  const { stdout } = await promisify(execFile)('python3', [script, ...args], { env: { ...process.env, NO_PROXY: 'localhost' } });
  return stdout;
}

test("a user's own account, from a new address to its end", options, async () => {
  const system = await startSystem();
  try {
    const person = { ...newPerson(), password: newPassword() };
    succeeded(await system.send(SignUpDocument, { input: person }));
    const code = (await system.message(person.email)).code ?? '';
    succeeded(
      await system.send(ConfirmSignUpDocument, { input: { username: person.username, password: person.password, code } }),
    );
    const { outputs } = system.runtime;
    const inbox = new URL('/dev/inbox', outputs.GraphQLUrl).href;
    expect(await run('boto3-account.py', outputs, person.username, person.password, inbox)).toBe('done\n');
  } finally {
    await system.close();
  }
});

test("an administrator's day, every answer by the service model", options, async () => {
  const system = await startSystem();
  try {
    const { outputs } = system.runtime;
    expect(await run('boto3-administrator.py', outputs, new URL('/dev/inbox', outputs.GraphQLUrl).href)).toBe('done\n');
  } finally {
    await system.close();
  }
});
