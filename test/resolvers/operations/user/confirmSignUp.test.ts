import { afterAll, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { confirmed, newPerson, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

async function unconfirmed() {
  const person = newPerson();
  succeeded(await call('signUp', { input: person }));
  return { ...person, code: instance.message(person.email).code ?? '' };
}

const password = 'Correct-horse-1';

const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

test('the code of the mail confirms the user, who can sign in then', async () => {
  const person = await unconfirmed();
  expect(refused(await call('login', { input: { username: person.username, password: person.password } }))).toMatchObject({
    code: 'USER_NOT_CONFIRMED',
    info: { cognito: 'UserNotConfirmedException', field: null },
  });
  expect(
    succeeded(
      await call('confirmSignUp', { input: { username: person.username, password: person.password, code: person.code } }),
    ),
  ).toEqual({
    session: null,
  });
  await signedIn(instance, person);
});

test('a wrong code is refused and the true one still works', async () => {
  const { username, code } = await unconfirmed();
  expect(refused(await call('confirmSignUp', { input: { username, password, code: wrong(code) } }))).toMatchObject({
    code: 'CODE_MISMATCH',
    message: 'This code is wrong.',
    info: { cognito: 'CodeMismatchException', retryable: false, field: 'code' },
  });
  succeeded(await call('confirmSignUp', { input: { username, password, code } }));
});

test('a code of yesterday is refused', async () => {
  const { username, code } = await unconfirmed();
  instance.advance(24 * 3_600_000 + 1_000);
  expect(refused(await call('confirmSignUp', { input: { username, password, code } }))).toMatchObject({
    code: 'CODE_EXPIRED',
    info: { field: 'code' },
  });
});

test('a user who is confirmed already is told so', async () => {
  const { username } = await confirmed(instance);
  expect(refused(await call('confirmSignUp', { input: { username, password, code: '123456' } }))).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'This user is confirmed already.',
    info: { field: 'username' },
  });
});

test('the address stays with the user who proved it first', async () => {
  const first = await confirmed(instance);
  const second = newPerson();
  succeeded(await call('signUp', { input: { ...second, email: first.email } }));
  const code = instance.message(first.email).code ?? '';
  expect(refused(await call('confirmSignUp', { input: { username: second.username, password, code } }))).toMatchObject({
    code: 'ALIAS_EXISTS',
    info: { cognito: 'AliasExistsException' },
  });
  await signedIn(instance, { ...first, username: first.email });
});

test('an unknown user is no other than one with another code', async () => {
  const answer = refused(await call('confirmSignUp', { input: { username: newPerson().username, password, code: '123456' } }));
  expect(['CODE_MISMATCH', 'CODE_EXPIRED']).toContain(answer.code);
});

test('the session goes along and the next one comes back', async () => {
  const { handle, sent } = stubWire(success({ Session: 'the-next-session' }));
  const stub = createCaller({ cognito: handle });
  const session = 's'.repeat(20);
  expect(succeeded(await stub.call('confirmSignUp', { input: { username: 'ann', password, code: '123456', session } }))).toEqual({
    session: 'the-next-session',
  });
  expect(sent[0]?.body).toEqual({
    ClientId: 'testclient',
    Username: 'ann',
    ConfirmationCode: '123456',
    ForceAliasCreation: false,
    Session: session,
  });
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test.each([
  ['username', { username: 'x'.repeat(129), code: '123456' }],
  ['code', { username: 'ann', code: '' }],
  ['code', { username: 'ann', code: '123 456' }],
  ['code', { username: 'ann', code: '1'.repeat(2049) }],
  ['session', { username: 'ann', code: '123456', session: 's'.repeat(2049) }],
])('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('confirmSignUp', { input: { password, ...input } }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});
