import { afterAll, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { confirmed, newPerson } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

test('a new code replaces the old one', async () => {
  const { username, email, password } = newPerson();
  succeeded(await call('signUp', { input: { username, email, password } }));
  expect(succeeded(await call('resendConfirmationCode', { input: { username } }))).toEqual({
    medium: 'EMAIL',
    destination: 'u***@e***',
    attribute: 'email',
  });
  const { kind, code } = instance.message(email);
  expect(kind).toBe('ResendCode');
  succeeded(await call('confirmSignUp', { input: { username, password, code: code ?? '' } }));
});

test('an unknown user gets the same answer as a known one, and no mail', async () => {
  const sent = instance.inbox.length;
  expect(succeeded(await call('resendConfirmationCode', { input: { username: newPerson().username } }))).toMatchObject({
    medium: 'EMAIL',
    attribute: 'email',
  });
  expect(instance.inbox).toHaveLength(sent);
});

test('a user who is confirmed already is told so', async () => {
  const { username } = await confirmed(instance);
  expect(refused(await call('resendConfirmationCode', { input: { username } }))).toMatchObject({
    code: 'INVALID_INPUT',
    message: 'This user is confirmed already.',
    info: { field: 'username', cognito: 'InvalidParameterException' },
  });
});

test('is null where Cognito does not tell where the code went', async () => {
  const stub = createCaller({ cognito: stubWire(success({})).handle });
  expect(succeeded(await stub.call('resendConfirmationCode', { input: { username: 'ann' } }))).toBeNull();
});

test('an over-long name is refused by name', async () => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('resendConfirmationCode', { input: { username: 'x'.repeat(129) } })).info.field).toBe(
    'username',
  );
});
