import { afterAll, describe, expect, test } from 'vitest';
import { failedConstraint, failedPassword } from '../../../resolvers/errors/faulty-input.ts';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { confirmed, newPerson } from '../../support/resolvers/people.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';

type Call = ReturnType<typeof createCaller>['call'];

/** Every way in which a password is set. */
const ways = {
  'signUp(password)': (call: Call, password: string) => call('signUp', { input: { username: 'ann', password } }),
  'signUp(temporaryPassword)': (call: Call, temporaryPassword: string) =>
    call('signUp', { input: { username: 'ann', temporaryPassword } }),
  'respondToChallenge(newPassword)': (call: Call, newPassword: string) =>
    call('respondToChallenge', { input: { name: 'NEW_PASSWORD_REQUIRED', username: 'ann', session: 's', newPassword } }),
  'confirmForgotPassword(password)': (call: Call, password: string) =>
    call('confirmForgotPassword', { input: { username: 'ann', code: '123456', password } }),
} as const;

const edge = 'A password must not begin or end with a space or other white space.';
const inside = 'A password may contain spaces, but no tabs, line breaks or other white space.';
const short = 'This password is not long enough: it must have at least 8 characters.';

describe.each(Object.entries(ways))('%s', (name, set) => {
  test.each([
    ['a blank at its end', 'Correct-horse-1 ', edge],
    ['a blank at its beginning', ' Correct-horse-1', edge],
    ['a tab at its end', 'Correct-horse-1\t', edge],
    ['a no-break space at its end', 'Correct-horse-1\u00a0', edge],
    ['an ideographic space at its beginning', '\u3000Correct-horse-1', edge],
    ['nothing but blanks', '          ', edge],
    ['a tab inside', 'Correct\thorse-1', inside],
    ['a no-break space inside', 'Correct\u00a0horse-1', inside],
    ['a line break inside', 'Correct\nhorse-1', inside],
    ['one letter', 'A', short],
    ['seven letters', 'Aa1!Aa1', short],
  ])('refuses %s before Cognito is asked', async (_, password, message) => {
    const { handle, sent } = stubWire(success({}));
    const field = /\((\w+)\)/.exec(name)?.[1];
    expect(refused(await set(createCaller({ cognito: handle }).call, password))).toMatchObject({
      code: 'PASSWORD_POLICY',
      message,
      info: { cognito: null, retryable: false, field },
    });
    expect(sent).toEqual([]);
  });

  test('passes on spaces inside', async () => {
    const { handle, sent } = stubWire(success({}));
    await set(createCaller({ cognito: handle }).call, 'Correct horse 1');
    // Of a sign-up, Cognito gets the password when the code is answered.
    const isSent = JSON.stringify(sent[0]?.body).includes('"Correct horse 1"');
    expect({ calls: sent.length > 0, isSent }).toEqual({ calls: true, isSent: name !== 'signUp(password)' });
  });
});

describe('a password that a user has', () => {
  const instance = createInstance();
  afterAll(() => instance.close());

  test('is sent as it is typed, regardless of the rule for new ones', async () => {
    const { handle, sent } = stubWire(success({}));
    await createCaller({ cognito: handle }).call('login', { input: { username: 'ann', password: ' a\t' } });
    expect(sent[0]?.body).toMatchObject({ AuthParameters: { PASSWORD: ' a\t' } });
  });

  test('with a space inside signs in', async () => {
    const person = await confirmed(instance, { ...newPerson(), password: 'Correct horse 1' });
    const { username, password } = person;
    step(succeeded(await instance.call('login', { input: { username, password } })), 'Tokens');
  });
});

describe('what Cognito says of a value', () => {
  const said = (rule: string, at = 'username') =>
    `1 validation error detected: Value at '${at}' failed to satisfy constraint: Member must ${rule}`;

  test.each([
    ['satisfy regular expression pattern: ^[\\S]+.*[\\S]+$', 'it contains characters that are not allowed here'],
    ['have length greater than or equal to 20', 'it must have at least 20 characters'],
    ['have length less than or equal to 128', 'it must have at most 128 characters'],
    ['satisfy enum value set: [A, B]', 'it is none of the values that are allowed here'],
    ['not be null', 'it is missing'],
    ['be something else: [a-z]+', 'it breaks a rule'],
  ])('“%s” is told in plain words', (rule, words) => {
    expect(failedConstraint(said(rule))).toBe(`This value is refused: ${words}.`);
  });

  test.each([
    ['have length greater than or equal to 6', 'This password is too short.'],
    ['have length less than or equal to 256', 'This password is too long.'],
    ['satisfy regular expression pattern: ^[\\S]+.*[\\S]+$', edge],
  ])('and of a password without the numbers of other pools: “%s”', (rule, words) => {
    expect(failedPassword(said(rule, 'password'))).toBe(words);
  });
});
