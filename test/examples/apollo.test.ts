import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SignUpDocument } from '../../examples/generated/operations.ts';
import { succeeded } from '../e2e/send.ts';
import { newPassword, newPerson } from '../e2e/stories.ts';
import { type System, startSystem } from '../e2e/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.close());

test('examples/apollo.ts walks a sign-in with a temporary password and prints the user', async () => {
  const { username, email } = newPerson();
  const temporaryPassword = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['examples/apollo.ts', username, temporaryPassword, newPassword()],
    { env: { ...process.env, OUTPUTS: join(system.dataDir, 'outputs.json') } },
  );
  expect(stdout).toContain(`username: '${username}'`);
  expect(stdout).toContain(email);
});
