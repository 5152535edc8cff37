import { afterAll, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { confirmed, newPassword, newPerson, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance();
const { call } = instance;

afterAll(() => instance.close());

const wrong = (code: string): string => (code === '000000' ? '111111' : '000000');

test('by the code of the mail the user sets a new password, and the old one is dead', async () => {
  const person = await confirmed(instance);
  const { username, email } = person;
  expect(succeeded(await call('forgotPassword', { input: { username } }))).toEqual({
    medium: 'EMAIL',
    destination: 'u***@e***',
    attribute: 'email',
  });
  const { kind, code } = instance.message(email);
  expect(kind).toBe('ForgotPassword');
  const password = newPassword();
  const answer = { username, code: code ?? '', password };
  expect(refused(await call('confirmForgotPassword', { input: { ...answer, code: wrong(answer.code) } }))).toMatchObject({
    code: 'CODE_MISMATCH',
    info: { field: 'code' },
  });
  expect(refused(await call('confirmForgotPassword', { input: { ...answer, password: 'weakling' } }))).toMatchObject({
    code: 'PASSWORD_POLICY',
    info: { field: 'password' },
  });
  expect(succeeded(await call('confirmForgotPassword', { input: answer }))).toBe(true);
  expect(refused(await call('login', { input: { username, password: person.password } })).code).toBe('INVALID_CREDENTIALS');
  await signedIn(instance, { ...person, password });
  expect(refused(await call('confirmForgotPassword', { input: answer }))).toMatchObject({
    code: 'CODE_EXPIRED',
    message: 'This code is no longer valid. Ask for a new one.',
  });
});

test('the code lives one hour', async () => {
  const { username, email } = await confirmed(instance);
  succeeded(await call('forgotPassword', { input: { username } }));
  instance.advance(3_601_000);
  const { code } = instance.message(email);
  expect(
    refused(await call('confirmForgotPassword', { input: { username, code: code ?? '', password: newPassword() } })).code,
  ).toBe('CODE_EXPIRED');
});

test('an unknown user gets the same answer as a known one, and no mail', async () => {
  const sent = instance.inbox.length;
  expect(succeeded(await call('forgotPassword', { input: { username: newPerson().username } }))).toMatchObject({
    medium: 'EMAIL',
  });
  expect(instance.inbox).toHaveLength(sent);
});

test('after too many requests the user must wait', async () => {
  const { username } = await confirmed(instance);
  const codes: string[] = [];
  for (let tries = 0; tries < 25; tries += 1) {
    const answer = await call('forgotPassword', { input: { username } });
    codes.push('error' in answer ? answer.error.code : 'ok');
  }
  expect(codes[0]).toBe('ok');
  expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
});

test('a code that could not be sent is told', async () => {
  const stub = createCaller({
    cognito: stubWire(exception('CodeDeliveryFailureException', 'Amazon SES account is in Sandbox. Verify Send-to email address'))
      .handle,
  });
  expect(refused(await stub.call('forgotPassword', { input: { username: 'ann' } }))).toMatchObject({
    code: 'CODE_DELIVERY_FAILED',
    message: 'The code could not be sent.',
    info: { cognito: 'CodeDeliveryFailureException', retryable: true },
  });
});

test.each([
  ['username', { username: 'x'.repeat(129), code: '123456', password: 'Passw0rd!' }],
  ['code', { username: 'ann', code: '1'.repeat(2049), password: 'Passw0rd!' }],
  ['password', { username: 'ann', code: '123456', password: 'x'.repeat(257) }],
  ['password', { username: 'ann', code: '123456', password: '' }],
])('%s is refused by name (%#)', async (field, input) => {
  const stub = createCaller({ cognito: stubWire().handle });
  expect(refused(await stub.call('confirmForgotPassword', { input }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});
