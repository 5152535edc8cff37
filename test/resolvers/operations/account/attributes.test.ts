import { afterAll, describe, expect, test } from 'vitest';
import type { UpdateUserAttributesInput } from '../../../../resolvers/generated/schema.ts';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { confirmed, newPerson, signedIn } from '../../../support/resolvers/people.ts';
import { stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance({
  userPool: { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
});
const { call } = instance;
afterAll(() => instance.close());

async function atHome() {
  const person = await confirmed(instance);
  return { person, auth: { token: (await signedIn(instance, person)).accessToken } };
}

const email = (value: string) => ({ input: { attributes: [{ name: 'email', value }] } });

describe('a moved address', () => {
  test('counts once its code is answered; until then the old one does', async () => {
    const { person, auth } = await atHome();
    const next = newPerson().email;
    expect(succeeded(await call('updateUserAttributes', email(next), auth))).toEqual([
      { medium: 'EMAIL', destination: 'u***@e***', attribute: 'email' },
    ]);
    expect(succeeded(await call('me', {}, auth))).toMatchObject({ email: person.email, emailVerified: true });
    const code = instance.message(next).code ?? '';
    const wrong = code === '000000' ? '111111' : '000000';
    const answer = (value: string) => call('verifyUserAttribute', { input: { name: 'email', code: value } }, auth);
    expect(refused(await answer(wrong))).toMatchObject({ code: 'CODE_MISMATCH', info: { field: 'code' } });
    expect(succeeded(await answer(code))).toBe(true);
    expect(succeeded(await call('me', {}, auth))).toMatchObject({ email: next, emailVerified: true });
    expect(refused(await answer(code))).toMatchObject({ code: 'CODE_EXPIRED', info: { field: 'code' } });
    await signedIn(instance, { ...person, username: next });
  });

  test('of somebody else is refused', async () => {
    const [{ auth }, other] = [await atHome(), await confirmed(instance)];
    const answer = await call('updateUserAttributes', email(other.email), auth);
    // With proof before the change, Cognito may find out with the code alone.
    if ('data' in answer) {
      const code = instance.message(other.email).code ?? '';
      expect(refused(await call('verifyUserAttribute', { input: { name: 'email', code } }, auth)).code).toBe('ALIAS_EXISTS');
    } else expect(refused(answer)).toMatchObject({ code: 'ALIAS_EXISTS', info: { field: 'attributes' } });
  });

  test('is sent a new code on request', async () => {
    const { person, auth } = await atHome();
    const before = instance.inbox.length;
    expect(succeeded(await call('getUserAttributeVerificationCode', { input: { name: 'email' } }, auth))).toEqual({
      medium: 'EMAIL',
      destination: 'u***@e***',
      attribute: 'email',
    });
    expect(instance.inbox).toHaveLength(before + 1);
    const code = instance.message(person.email).code ?? '';
    expect(succeeded(await call('verifyUserAttribute', { input: { name: 'email', code } }, auth))).toBe(true);
  });
});

describe('an attribute', () => {
  test('is set and removed', async () => {
    const { auth } = await atHome();
    const attributes = [{ name: 'given_name', value: 'Ann' }];
    expect(succeeded(await call('updateUserAttributes', { input: { attributes } }, auth))).toEqual([]);
    expect(succeeded(await call('me', {}, auth)).attributes).toContainEqual({ name: 'given_name', value: 'Ann' });
    expect(succeeded(await call('deleteUserAttributes', { input: { names: ['given_name'] } }, auth))).toBe(true);
    const { attributes: left } = succeeded(await call('me', {}, auth));
    expect(left).not.toContainEqual(expect.objectContaining({ name: 'given_name' }));
  });

  test.each<[string, UpdateUserAttributesInput['attributes']]>([
    ['none at all', []],
    ['one that only Cognito sets', [{ name: 'email_verified', value: 'true' }]],
    ['one that the app client may not write', [{ name: 'nickname', value: 'Ann' }]],
    ['one of a wrong form', [{ name: 'email', value: 'no address' }]],
    ['one twice', Array.from({ length: 2 }, () => ({ name: 'given_name', value: 'Ann' }))],
  ])('is refused by name: %s', async (_, attributes) => {
    const { auth } = await atHome();
    expect(refused(await call('updateUserAttributes', { input: { attributes } }, auth))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'attributes' },
    });
  });

  test.each([[[]], [['']], [['x'.repeat(33)]], [Array.from({ length: 101 }, (_, at) => `a${at}`)]])(
    'is not removed by such a name (%#)',
    async (names) => {
      const { call: stubbed } = createCaller({ cognito: stubWire().handle });
      const answer = await stubbed('deleteUserAttributes', { input: { names } }, { token: madeUpToken() });
      expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'names', cognito: null } });
    },
  );

  test.each(['getUserAttributeVerificationCode', 'verifyUserAttribute'] as const)(
    'that is no address is refused by name: %s',
    async (field) => {
      const { call: stubbed } = createCaller({ cognito: stubWire().handle });
      const input = { name: 'nickname', code: '123456' };
      expect(refused(await stubbed(field, { input }, { token: madeUpToken() }))).toMatchObject({
        code: 'INVALID_INPUT',
        message: 'Only `email` and `phone_number` can be verified.',
        info: { field: 'name', cognito: null },
      });
    },
  );

  test('takes what the triggers are told along', async () => {
    const { handle, sent } = stubWire(success({ CodeDeliveryDetailsList: [] }));
    const { call: stubbed } = createCaller({ cognito: handle });
    const attributes = [{ name: 'email', value: 'ann@example.com' }];
    const input = { attributes, clientMetadata: { locale: 'de' } };
    succeeded(await stubbed('updateUserAttributes', { input }, { token: madeUpToken() }));
    expect(sent[0]?.body).toMatchObject({
      UserAttributes: [{ Name: 'email', Value: 'ann@example.com' }],
      ClientMetadata: { locale: 'de' },
    });
  });
});

test('each wants the access token', async () => {
  const { call: stubbed } = createCaller({ cognito: stubWire().handle });
  for (const auth of [{}, { token: madeUpIdToken }]) {
    const answers = [
      await stubbed('updateUserAttributes', email('ann@example.com'), auth),
      await stubbed('deleteUserAttributes', { input: { names: ['nickname'] } }, auth),
      await stubbed('getUserAttributeVerificationCode', { input: { name: 'email' } }, auth),
      await stubbed('verifyUserAttribute', { input: { name: 'email', code: '123456' } }, auth),
      await stubbed('deleteUser', {}, auth),
      await stubbed('authFactors', {}, auth),
    ];
    expect(answers.map((answer) => refused(answer).code)).toEqual(answers.map(() => 'ACCESS_TOKEN_REQUIRED'));
  }
});

test('a user who leaves is gone', async () => {
  const { person, auth } = await atHome();
  expect(succeeded(await call('deleteUser', {}, auth))).toBe(true);
  expect(refused(await call('me', {}, auth)).code).toMatch(/^TOKEN_(REVOKED|INVALID)$/);
  const { username, password } = person;
  expect(refused(await call('login', { input: { username, password } })).code).toBe('INVALID_CREDENTIALS');
});
