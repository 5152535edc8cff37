import { AdminCreateUserCommand, AdminDeleteUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import { succeeded } from '../../support/caller.ts';
import { administrator, makeGroup } from '../../support/resolvers/administrators.ts';
import { createInstance } from '../../support/resolvers/instance.ts';

const most = 10_000;

test('pages through ten thousand users, each once, while users are added and deleted', {
  tags: ['exhaustive'],
  timeout: 240_000,
}, async () => {
  // Users without a password cost no hash.
  const instance = createInstance({
    userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
  });
  onTestFinished(() => instance.close());
  const { admin, userPoolId: UserPoolId, call } = instance;
  await makeGroup(instance);
  const { person, token } = await administrator(instance);
  const add = (Username: string) =>
    admin.send(
      new AdminCreateUserCommand({
        UserPoolId,
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
      }),
    );
  const remove = (Username: string) => admin.send(new AdminDeleteUserCommand({ UserPoolId, Username }));
  for (let index = 0; index < most; index++) await add(`user${index}`);

  const seen: string[] = [];
  let nextToken: string | null = null;
  let pages = 0;
  do {
    const page: { items: readonly { username: string }[]; nextToken: string | null } = succeeded(
      await call('users', { nextToken }, { token }),
    );
    seen.push(...page.items.map(({ username }) => username));
    nextToken = page.nextToken;
    pages += 1;
    // Behind the reader, before the reader, and at the reader's heels: the last one of the page is where the next
    // begins.
    await add(`new${pages}`);
    await remove(`user${most - pages}`);
    const last = page.items.at(-1)?.username;
    if (last?.startsWith('user')) await remove(last);
  } while (nextToken !== null);

  const all = new Set(seen);
  expect(all.size).toBe(seen.length);
  const gone = new Set(Array.from({ length: pages }, (_, page) => `user${most - page - 1}`));
  const always = Array.from({ length: most }, (_, index) => `user${index}`).filter((name) => !gone.has(name));
  expect(always.filter((name) => !all.has(name))).toEqual([]);
  expect(seen).toContain(person.username);
});
