import { describe, expect, test } from 'vitest';
import { admit, emailDomains } from '../../../resolvers/triggers/email-domains.ts';

const signUp = (email: string | undefined) => ({
  triggerSource: 'PreSignUp_SignUp',
  userPoolId: 'eu-central-1_Example',
  userName: 'ann',
  request: { userAttributes: { ...(email !== undefined && { email }), name: 'Ann' }, validationData: null },
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
});
const refusal = new Error('Only e-mail addresses of example.com may sign up.');

describe('admit', () => {
  test.each([
    'ann@example.com',
    'ANN@EXAMPLE.COM',
    'Ann.Smith+news@Example.Com',
    "o'brien@example.com",
    'a_b-c=d#e$f&g*h/i?j^k`l{m|n}o~p@example.com',
  ])('%s may sign up, and the event stays as it is', (email) => {
    const event = signUp(email);
    expect(admit(event, ['example.com'])).toBe(event);
    expect(event).toEqual(signUp(email));
  });

  test.each([
    // Other domains.
    'ann@example.org',
    'ann@mail.example.com',
    'ann@notexample.com',
    'ann@example.com.evil.example',
    'ann@example.co',
    'ann@example.com.',
    'ann@.example.com',
    'ann@example..com',
    'ann@[127.0.0.1]',
    // Two addresses, or one hidden in another.
    'ann@evil.example@example.com',
    '"ann@evil.example"@example.com',
    '"ann@evil.example\\"@example.com"@example.com',
    'ann@evil.example,bob@example.com',
    'ann@evil.example;bob@example.com',
    'ann@evil.example bob@example.com',
    '<ann@evil.example>bob@example.com',
    'ann@evil.example(bob@example.com',
    'ann(@evil.example)@example.com',
    'Bob <bob@example.com>',
    // Routes of old mailers.
    'ann%evil.example@example.com',
    'evil.example!ann@example.com',
    '@evil.example:ann@example.com',
    // What a mailer reads as the end of the line.
    'ann@example.com\n',
    'ann@example.com\r\nBcc: eve@evil.example',
    'ann@evil.example\nann@example.com',
    'ann\u0000@example.com',
    ' ann@example.com',
    'ann@example.com ',
    // Signs that look alike, or become alike by folding their case.
    'ann@ex\u0430mple.com',
    'ann@example\u3002com',
    'ann@example\uff0ecom',
    'ann\uff20example.com',
    'ann@exam\u00adple.com',
    'ann@xn--exmple-4uf.com',
    'ännchen@example.com',
    // No address.
    '@example.com',
    '.ann@example.com',
    'ann.@example.com',
    'ann..smith@example.com',
    'example.com',
    '',
    undefined,
  ])('%j may not', (email) => {
    expect(() => admit(signUp(email), ['example.com'])).toThrow(refusal);
  });

  test('a Kelvin sign is no k, and a long s is no s, whatever their lower case is', () => {
    expect('\u212a'.toLowerCase()).toBe('k');
    for (const email of ['ann@\u212aiosk.example', 'ann@kio\u017fk.example', 'ann@K\u0130OSK.example']) {
      expect(() => admit(signUp(email), ['kiosk.example'])).toThrow('Only e-mail addresses of kiosk.example may sign up.');
    }
  });

  test('an IDN is given as it travels, in letters of ASCII', () => {
    expect(admit(signUp('ann@XN--MNCHEN-3YA.DE'), ['xn--mnchen-3ya.de'])).toBeDefined();
    expect(() => admit(signUp('ann@münchen.de'), ['xn--mnchen-3ya.de'])).toThrow();
  });

  test('a name of an own property of objects is no attribute', () => {
    expect(() =>
      admit({ ...signUp('ann@example.com'), request: { userAttributes: Object.create(null) } }, ['example.com']),
    ).toThrow(refusal);
  });

  test('a user of another provider is sent no code, so the provider must have verified their address', () => {
    const from = (email: string, flag?: unknown) => ({
      triggerSource: 'PreSignUp_ExternalProvider',
      request: { userAttributes: { email, email_verified: flag } },
    });
    for (const flag of ['true', true]) expect(admit(from('ann@example.com', flag), ['example.com'])).toBeDefined();
    for (const flag of ['false', false, undefined, 'TRUE', '1', 1]) {
      const text = 'Only verified e-mail addresses of example.com may sign up.';
      expect(() => admit(from('ann@example.com', flag), ['example.com'])).toThrow(text);
    }
    expect(() => admit(from('ann@example.org', 'true'), ['example.com'])).toThrow(refusal);
  });

  test.each([
    [['a.com', 'b.com'], 'Only e-mail addresses of a.com and b.com may sign up.'],
    [['a.com', 'b.com', 'c.com'], 'Only e-mail addresses of a.com, b.com and c.com may sign up.'],
  ])('%j are named in a sentence, and each may sign up', (domains, text) => {
    expect(() => admit(signUp('ann@example.com'), domains)).toThrow(new Error(text));
    for (const domain of domains) expect(admit(signUp(`ann@${domain}`), domains)).toBeDefined();
  });
});

describe('emailDomains', () => {
  test('are separated by commas', () => {
    expect(emailDomains({ EMAIL_DOMAINS: 'example.com, example.org' })).toEqual(['example.com', 'example.org']);
  });

  test('may be none where the trigger has another task, but not forgotten', () => {
    expect(emailDomains({ EMAIL_DOMAINS: '' }, { mayBeEmpty: true })).toEqual([]);
    expect(() => emailDomains({}, { mayBeEmpty: true })).toThrow('The environment variable EMAIL_DOMAINS is missing.');
  });

  test.each([{}, { EMAIL_DOMAINS: '' }, { EMAIL_DOMAINS: ' ,' }])('%j lets nobody in: the function does not start', (env) => {
    expect(() => emailDomains(env)).toThrow('The environment variable EMAIL_DOMAINS is missing.');
  });
});
