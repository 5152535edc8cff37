import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminSetUserPasswordCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused, succeeded } from '../../support/caller.ts';
import { createInstance, type Instance } from '../../support/resolvers/instance.ts';

// A stranger who asks by an address must not learn whether it has an account.
let instance: Instance;
const password = 'Correct-horse-1';

beforeEach(async () => {
  instance = createInstance();
  const [username, email] = ['owner', 'owner@example.com'];
  succeeded(await instance.call('signUp', { input: { username, email, password } }));
  succeeded(await instance.call('confirmSignUp', { input: { username, password, code: instance.message(email).code ?? '' } }));
  succeeded(await instance.call('signUp', { input: { username: 'guest', email: 'guest@example.com' } }));
});

afterEach(() => instance.close());

describe('by an address', () => {
  test.each(['resendConfirmationCode', 'forgotPassword'] as const)('%s gives the same answer for every owner', async (field) => {
    const answers = await Promise.all(
      ['owner', 'guest', 'orphan'].map((name) => instance.call(field, { input: { username: `${name}@example.com` } })),
    );
    expect(answers.map(succeeded)).toEqual([
      { medium: 'EMAIL', attribute: 'email', destination: 'o***@e***' },
      { medium: 'EMAIL', attribute: 'email', destination: 'g***@e***' },
      { medium: 'EMAIL', attribute: 'email', destination: 'o***@e***' },
    ]);
  });

  test('each answers alike when the one who has it is disabled', async () => {
    await instance.admin.send(new AdminDisableUserCommand({ UserPoolId: instance.userPoolId, Username: 'owner' }));
    for (const field of ['resendConfirmationCode', 'forgotPassword'] as const) {
      const answer = succeeded(await instance.call(field, { input: { username: 'owner@example.com' } }));
      expect({ field, answer }).toEqual({ field, answer: { medium: 'EMAIL', attribute: 'email', destination: 'o***@e***' } });
    }
    const confirm = { input: { username: 'owner@example.com', password, code: '123456' } };
    expect(refused(await instance.call('confirmSignUp', confirm))).toMatchObject({
      code: 'CODE_MISMATCH',
      info: { cognito: 'CodeMismatchException' },
    });
  });

  test('confirmSignUp gives the same refusal for every owner', async () => {
    const refusals = await Promise.all(
      ['owner', 'orphan'].map((name) =>
        instance.call('confirmSignUp', { input: { username: `${name}@example.com`, password, code: '123456' } }),
      ),
    );
    const [known, unknown] = refusals.map(refused).map(({ info, ...rest }) => ({ ...rest, info: { ...info, requestId: 'any' } }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ code: 'CODE_MISMATCH', info: { cognito: 'CodeMismatchException' } });
  });
});

describe('confirmForgotPassword by an address', () => {
  test('says the same to a user who was invited, to one who asked for a code, and to nobody', async () => {
    const names = ['owner', 'guest', 'orphan'];
    const refusals = [];
    for (const name of names) {
      const username = `${name}@example.com`;
      succeeded(await instance.call('forgotPassword', { input: { username } }));
      const input = { username, code: '000000', password };
      refusals.push(refused(await instance.call('confirmForgotPassword', { input })));
    }
    expect(refusals).toEqual(names.map(() => expect.objectContaining({ code: 'CODE_MISMATCH', message: 'This code is wrong.' })));
    expect(refusals.map(({ info }) => info.cognito)).toEqual(names.map(() => 'CodeMismatchException'));
  });
});

describe('where addresses are hidden', () => {
  const hiding = (): Instance => createInstance({ authSettings: { hidesAddresses: true } });

  test.each([
    ['USER_SRP_AUTH', { srpA: 'a'.repeat(64) }],
    ['USER_AUTH', {}],
    ['USER_AUTH', { preferredChallenge: 'PASSWORD_SRP', srpA: 'a'.repeat(64) }],
  ] as const)('%s accepts no address, whether or not it has an account', async (flow, more) => {
    const { call, close } = hiding();
    for (const username of ['owner@example.com', 'orphan@example.com', '+15555550100']) {
      expect(refused(await call('login', { input: { username, flow, ...more } }))).toMatchObject({
        code: 'NOT_ENABLED',
        info: { field: 'username' },
      });
    }
    close();
  });
});

describe('where a password is recovered by phone', () => {
  test.each<[('EMAIL' | 'SMS')[], string[]]>([
    [['SMS'], []],
    [['SMS', 'EMAIL'], ['phone_number']],
  ])('recovery %j, required %j: forgotPassword answers alike, whoever has it', async (recovery, requiredAttributes) => {
    const names = { EMAIL: 'verified_email', SMS: 'verified_phone_number' };
    const byPhone = createInstance({
      authSettings: { recovery, requiredAttributes },
      userPool: {
        AutoVerifiedAttributes: ['email', 'phone_number'],
        AccountRecoverySetting: { RecoveryMechanisms: recovery.map((way, index) => ({ Name: names[way], Priority: index + 1 })) },
        Schema: requiredAttributes.map((Name) => ({ Name, Required: true, Mutable: true })),
      },
    });
    const create = (Username: string) =>
      byPhone.admin.send(
        new AdminCreateUserCommand({
          UserPoolId: byPhone.userPoolId,
          Username,
          UserAttributes: Object.entries({
            email: `${Username}@example.com`,
            email_verified: 'true',
            phone_number: '+15551234567',
            phone_number_verified: 'true',
          }).map(([Name, Value]) => ({ Name, Value })),
        }),
      );
    await create('guest');
    await create('owner');
    const Password = 'Correct-horse-1';
    const named = { UserPoolId: byPhone.userPoolId, Username: 'owner' };
    await byPhone.admin.send(new AdminSetUserPasswordCommand({ ...named, Password, Permanent: true }));
    const answers: unknown[] = [];
    for (const name of ['owner', 'guest', 'orphan']) {
      const answer = succeeded(await byPhone.call('forgotPassword', { input: { username: `${name}@example.com` } }));
      answers.push({ ...answer, destination: answer.destination.replaceAll(/[0-9]/g, '0') });
    }
    expect(answers).toEqual(Array(3).fill({ medium: 'SMS', attribute: 'phone_number', destination: '+*******0000' }));
    byPhone.close();
  });
});

test('by their user name a user is told that they are confirmed', async () => {
  const error = refused(await instance.call('resendConfirmationCode', { input: { username: 'owner' } }));
  expect(error).toMatchObject({ code: 'INVALID_INPUT' });
});
