import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ConfirmSignUpDocument, SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../support/send.ts';
import { newPassword, newPerson } from '../support/stories.ts';
import { startSystem } from '../support/system.ts';

const options = { tags: ['exhaustive'], timeout: 60_000 };

test("a user's own account, from a new address to its end", options, async () => {
  const { status } = spawnSync('python3', ['-c', 'import boto3']);
  if (status !== 0) throw new Error('There is no AWS SDK for Python: pip install boto3.');
  const system = await startSystem();
  try {
    const person = { ...newPerson(), password: newPassword() };
    succeeded(await system.send(SignUpDocument, { input: person }));
    const code = (await system.message(person.email)).code ?? '';
    succeeded(
      await system.send(ConfirmSignUpDocument, { input: { username: person.username, password: person.password, code } }),
    );
    const { outputs } = system.runtime;
    const script = fileURLToPath(new URL('boto3-account.py', import.meta.url));
    const inbox = new URL('/dev/inbox', outputs.GraphQLUrl).href;
    const args = [outputs, person.username, person.password, inbox].map((value) => JSON.stringify(value));
    const { stdout } = await promisify(execFile)('python3', [script, ...args], {
      env: { ...process.env, NO_PROXY: 'localhost' },
    });
    expect(stdout).toBe('done\n');
  } finally {
    await system.close();
  }
});
