import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import type { MessageLimitsConfig } from '../../../resolvers/config/limits.ts';
import { refused, step, succeeded } from '../../support/caller.ts';
import { startAccountTable, type TestTable } from '../../support/resolvers/account-table.ts';
import { createInstance, type Instance, type InstanceOptions } from '../../support/resolvers/instance.ts';
import { confirmed, newPassword, newPerson, signedIn } from '../../support/resolvers/people.ts';

const hour = 3_600_000;
const unlimited: MessageLimitsConfig = {
  perAddressPerHour: 1_000,
  perAddressPerDay: 1_000,
  perCallerPerHour: null,
  perCallerPerDay: null,
  perDay: 1_000,
};

const open: Instance[] = [];
afterEach(() => {
  for (const instance of open.splice(0)) instance.close();
});

/** The functions with limits, whose table has the clock of its own. */
function start(
  limits: Partial<MessageLimitsConfig>,
  options: InstanceOptions = {},
): { readonly instance: Instance; readonly table: TestTable } {
  const table = startAccountTable();
  const instance = createInstance({ ...options, accountTable: table, messageLimits: { ...unlimited, ...limits } });
  open.push(instance);
  return { instance, table };
}

const tooMany = {
  code: 'TOO_MANY_REQUESTS',
  message: 'Too many messages were asked for. Try again later.',
  info: { cognito: null, retryable: false, field: null },
};

/** How many of so many calls in a row pass; every other must be refused in the same words. */
async function passing(calls: number, call: (index: number) => Promise<object>): Promise<number> {
  let passed = 0;
  for (let index = 0; index < calls; index++) {
    const answer = (await call(index)) as Parameters<typeof refused>[0];
    if (!('error' in answer)) passed++;
    else expect(refused(answer)).toMatchObject(tooMany);
  }
  return passed;
}

describe('one address', () => {
  test('gets no more than its share of a hundred sign-ups, under any names and spellings', async () => {
    const { instance } = start({ perAddressPerHour: 4 });
    const spellings = ['victim@example.com', ' Victim@Example.com', 'victim+1@example.com', 'VICTIM+news@example.com'];
    const signUp = (index: number) => {
      const email = spellings[index % 4]?.trim() ?? '';
      return instance.call('signUp', { input: { ...newPerson(), email } });
    };
    expect(await passing(100, signUp)).toBe(4);
    expect(instance.inbox).toHaveLength(4);
    expect(succeeded(await instance.call('signUp', { input: newPerson() })).userStatus).toBe('UNCONFIRMED');
  });

  test('is counted in every form of sign-up: each account could ask for more', async () => {
    const { instance } = start({ perAddressPerHour: 2 });
    const forms = [{ temporaryPassword: newPassword() }, {}, { password: newPassword() }];
    const signUp = (index: number) => {
      const { username } = newPerson();
      return instance.call('signUp', { input: { username, email: 'victim@example.com', ...forms[index] } });
    };
    expect(await passing(3, signUp)).toBe(2);
  });

  test('is counted for the day too', async () => {
    const { instance, table } = start({ perAddressPerHour: 2, perAddressPerDay: 5 });
    const ask = () => instance.call('forgotPassword', { input: { username: 'victim@example.com' } });
    const byHour: number[] = [];
    for (let hours = 0; hours < 4; hours++) {
      byHour.push(await passing(5, ask));
      table.advance(hour);
    }
    expect(byHour).toEqual([2, 2, 1, 0]);
    table.advance(24 * hour);
    expect(await passing(5, ask)).toBe(2);
  });

  test('does not count for a password that was refused, or a name that is taken: no message was sent', async () => {
    const { instance } = start({ perAddressPerHour: 1 });
    const person = newPerson();
    for (let times = 0; times < 3; times++) {
      const weak = refused(await instance.call('signUp', { input: { ...person, password: 'weakweak' } }));
      expect(weak.code).toBe('PASSWORD_POLICY');
    }
    succeeded(await instance.call('signUp', { input: person }));
    expect(refused(await instance.call('signUp', { input: { ...newPerson(), email: person.email } })).code).toBe(
      'TOO_MANY_REQUESTS',
    );
  });
});

describe('a message that anybody may ask for', () => {
  const users: Record<string, (name: string) => readonly ['forgotPassword' | 'resendConfirmationCode', string]> = {
    'a forgotten password': (name) => ['forgotPassword', name],
    'a new code': (name) => ['resendConfirmationCode', name],
  };

  test.each(Object.entries(users))('%s: known and unknown names are counted and answered alike', async (_, of) => {
    const { instance } = start({ perAddressPerHour: 3 });
    const person = await confirmed(instance, newPerson());
    for (const name of [person.username, newPerson().username, person.email, newPerson().email]) {
      const [field, username] = of(name);
      const allowed = name === person.email ? 2 : 3; // the sign-up was one
      const answers: string[] = [];
      for (let times = 0; times < 5; times++) {
        const answer = await instance.call(field, { input: { username } });
        answers.push('error' in answer ? answer.error.code : 'sent');
      }
      expect(answers.filter((answer) => answer !== 'TOO_MANY_REQUESTS')).toHaveLength(allowed);
      expect(answers.slice(allowed)).toEqual(Array.from({ length: 5 - allowed }, () => 'TOO_MANY_REQUESTS'));
    }
  });

  test('is limited as a first factor, in every step that can request it', async () => {
    const { instance } = start(
      { perAddressPerHour: 3 },
      {
        userPool: {
          Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
        },
        client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
      },
    );
    const person = await confirmed(instance);
    const before = instance.inbox.length;
    const { username } = person;
    const byLogin = () => instance.call('login', { input: { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    const byChoice = async () => {
      const choice = step(succeeded(await instance.call('login', { input: { username, flow: 'USER_AUTH' } })), 'SelectChallenge');
      const { name, session } = choice;
      return instance.call('respondToChallenge', { input: { name, username: choice.username, session, answer: 'EMAIL_OTP' } });
    };
    expect(await passing(2, byLogin)).toBe(2);
    expect(await passing(3, byChoice)).toBe(1);
    expect(await passing(3, byLogin)).toBe(0);
    expect(instance.inbox.length - before).toBe(3);
    const unknown = newPerson().username;
    const byNobody = () =>
      instance.call('login', { input: { username: unknown, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } });
    expect(await passing(5, byNobody)).toBe(3);
  });
});

describe('a changed address', () => {
  test('is limited for its owner, and for the user who enters it', async () => {
    const { instance } = start({ perAddressPerHour: 3 });
    const users = [await confirmed(instance), await confirmed(instance)];
    const tokens = await Promise.all(users.map(async (user) => (await signedIn(instance, user)).accessToken));
    const change = (index: number, email: string) =>
      instance.call(
        'updateUserAttributes',
        { input: { attributes: [{ name: 'email', value: email }] } },
        { token: tokens[index % 2] ?? '' },
      );
    expect(await passing(8, (index) => change(index, 'victim@example.com'))).toBe(3);
    // The second user has one left, and each address is new.
    expect(await passing(8, () => change(1, newPerson().email))).toBe(2);
    const names = { input: { attributes: [{ name: 'given_name', value: 'Ann' }] } };
    expect(succeeded(await instance.call('updateUserAttributes', names, { token: tokens[1] ?? '' }))).toEqual([]);
  });

  test('is limited when its code is asked for again', async () => {
    const { instance } = start({ perAddressPerHour: 2 });
    const { accessToken: token } = await signedIn(instance, await confirmed(instance));
    const ask = () => instance.call('getUserAttributeVerificationCode', { input: { name: 'email' } }, { token });
    expect(await passing(4, ask)).toBe(2);
  });
});

describe('one caller', () => {
  test('has a share of their own, whomever they ask for, and uses up nothing of another', async () => {
    const { instance } = start({ perCallerPerHour: 3, perDay: 4 });
    const from = (address: string) => () =>
      instance.call('forgotPassword', { input: { username: newPerson().email } }, { address });
    expect(await passing(10, from('198.51.100.1'))).toBe(3);
    expect(await passing(10, from('198.51.100.2'))).toBe(1);
  });

  test('of IPv6 is a network of 64 bits', async () => {
    const { instance } = start({ perCallerPerHour: 3 });
    const ask = (index: number) =>
      instance.call('forgotPassword', { input: { username: newPerson().email } }, { address: `2001:db8:0:7::${index + 1}` });
    expect(await passing(10, ask)).toBe(3);
    const other = { address: '2001:db8::8:0:0:0:1' };
    succeeded(await instance.call('forgotPassword', { input: { username: newPerson().email } }, other));
  });
});

describe('all together', () => {
  test('have a budget for the day, exact in a crowd', async () => {
    const { instance, table } = start({ perDay: 5 });
    const ask = () => instance.call('forgotPassword', { input: { username: newPerson().email } });
    const answers = await Promise.all(Array.from({ length: 20 }, ask));
    expect(answers.filter((answer) => !('error' in answer))).toHaveLength(5);
    table.advance(23 * hour);
    expect(await passing(1, ask)).toBe(0);
    table.advance(hour);
    expect(await passing(1, ask)).toBe(1);
  });

  test('are not told which limit it was', async () => {
    const answers: unknown[] = [];
    for (const limits of [{ perDay: 1 }, { perCallerPerHour: 1 }, { perAddressPerHour: 1 }, { perAddressPerDay: 1 }]) {
      const { instance } = start(limits);
      const ask = () => instance.call('forgotPassword', { input: { username: 'ann@example.com' } });
      succeeded(await ask());
      const { code, message, info } = refused(await ask());
      answers.push({ code, message, info: { ...info, requestId: '' } });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });
});

describe('the code of a second factor', () => {
  /** A pool whose users get a code by mail after their password. */
  const byMail: InstanceOptions = {
    userPool: {
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
      AccountRecoverySetting: {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:eu-central-1:000000000000:identity/example.com',
        From: 'login@example.com',
      },
      EmailAuthenticationSubject: 'Code',
      EmailAuthenticationMessage: 'Your code is {####}.',
    },
    authSettings: { mfaTypes: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
  };

  test('counts once it is sent; wrong passwords and what strangers ask for keep nobody from signing in', async () => {
    const { instance } = start({ perAddressPerHour: 2 }, byMail);
    const person = await confirmed(instance);
    const { accessToken: token } = await signedIn(instance, person);
    succeeded(await instance.call('setUserMfaPreference', { input: { email: { enabled: true, preferred: true } } }, { token }));
    const login = (password = person.password) => instance.call('login', { input: { username: person.username, password } });
    await passing(5, () => instance.call('forgotPassword', { input: { username: person.username } }));
    for (let times = 0; times < 3; times++) expect(refused(await login('Wrong-horse-1')).code).toBe('INVALID_CREDENTIALS');
    const before = instance.inbox.length;
    expect(await passing(5, () => login())).toBe(2);
    expect(instance.inbox.length - before).toBe(2);
  });

  test('counts nothing for users with another factor, or with none', async () => {
    const { instance } = start({ perAddressPerHour: 2 }, byMail);
    const person = await confirmed(instance);
    expect(await passing(5, () => instance.call('login', { input: person }).then((answer) => answer))).toBe(5);
  });
});

test('without a count nothing is sent', async () => {
  const { instance, table } = start({});
  table.fail(true);
  onTestFinished(() => table.fail(false));
  expect(refused(await instance.call('signUp', { input: newPerson() }))).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The message could not be counted in time. Try again.',
    info: { retryable: true },
  });
  expect(instance.inbox).toEqual([]);
});

test('the table holds no name and no address, and forgets within two days', async () => {
  const { instance, table } = start({ perCallerPerHour: 9 });
  const person = newPerson();
  succeeded(await instance.call('signUp', { input: person }));
  succeeded(await instance.call('forgotPassword', { input: { username: 'somebody' } }));
  const content = JSON.stringify(
    (JSON.parse(table.content()) as { item: string }[]).filter(({ item }) => item.includes('messages:')),
  );
  expect(content).toContain('messages:2026-01-01');
  for (const word of [person.email, person.username, 'somebody', '192.0.2.1']) expect(content).not.toContain(word);
  const expiry = [...content.matchAll(/expiresAt\\?":\{\\?"N\\?":\\?"(\d+)/g)].map(([, at]) => Number(at));
  expect(new Set(expiry)).toEqual(new Set([Date.UTC(2026, 0, 3) / 1000]));
});
