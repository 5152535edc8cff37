import { describe, expect, test } from 'vitest';
import type { HttpResponse } from '../../../../local/http/http-message.ts';
import { endpoint, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import {
  answering,
  createTriggerPool,
  email,
  signUp,
  type TriggerFunction,
  type TriggerPool,
  unchanged,
} from '../../../support/cognito/trigger-pool.ts';

const template = {
  DefaultEmailOption: 'CONFIRM_WITH_LINK',
  EmailSubjectByLink: 'Please confirm',
  EmailMessageByLink: '<p>Hi {username}, {##confirm your address##}.</p>',
};

const bySes = {
  EmailSendingAccount: 'DEVELOPER',
  SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
};

function linkPool(functions: Record<string, TriggerFunction> = {}, pool: Record<string, unknown> = {}): TriggerPool {
  const made = createTriggerPool(functions, { VerificationMessageTemplate: template, ...pool });
  made.pools.provisionUserPoolDomain('Domain', { UserPoolId: made.userPoolId, Domain: 'acme-test' });
  return made;
}

/** The address in the newest mail's link, as a mail program reads it. */
function linkIn({ outbox }: TestPool): string {
  const href = /<a href="([^"]+)">/.exec(outbox.at(-1)?.body ?? '')?.[1];
  if (href === undefined) throw new Error('The mail holds no link.');
  return href.replaceAll('&amp;', '&');
}

function open({ pools }: TestPool, link: string, method = 'GET'): Promise<HttpResponse> {
  const { pathname, search } = new URL(link, endpoint);
  return pools.handle({ method, url: pathname + search, headers: {}, body: '', remoteAddress: '127.0.0.1' });
}

async function statusOf({ cognito, userPoolId }: TestPool, Username: string) {
  const { UserStatus, UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return { UserStatus, verified: UserAttributes.find(({ Name }) => Name === 'email_verified')?.Value };
}

describe('the mail of a sign-up', () => {
  test("holds a link of Cognito's shape in the words of the pool, and the inbox the code of it", async () => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const [mail] = pool.outbox;
    expect(mail).toMatchObject({ kind: 'SignUp', subject: 'Please confirm', code: expect.stringMatching(/^\d{6}$/) });
    const href = `${endpoint}/confirmUser?client_id=${pool.clientId}&amp;user_name=ada&amp;confirmation_code=${mail?.code}`;
    expect(mail?.body).toBe(`<p>Hi ada, <a href="${href}">confirm your address</a>.</p>`);
  });

  test("is in Cognito's own words where the pool has none", async () => {
    const pool = linkPool({}, { VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_LINK' } });
    await signUp(pool, 'ada');
    expect(pool.outbox[0]?.body).toMatch(
      /^Please click the link below to verify your email address\. <a href="[^"]+">Verify Email<\/a>$/,
    );
  });

  test('no user name becomes markup in its link', async () => {
    const pool = linkPool();
    const name = '"><script>alert(1)</script>&user_name=eve';
    await signUp(pool, name, { UserAttributes: [email('ada')] });
    const link = linkIn(pool);
    expect(link).not.toMatch(/[<>"]/);
    expect(new URL(link).searchParams.getAll('user_name')).toEqual([name]);
    expect((await open(pool, link)).status).toBe(200);
  });

  test('is refused in a pool without a domain, as Cognito does, and nobody is signed up', async () => {
    const pool = createTriggerPool({}, { VerificationMessageTemplate: template });
    expect(await refusal(signUp(pool, 'ada'))).toEqual({
      name: 'InvalidParameterException',
      message:
        'Cannot perform specific action because there does not exist a valid use pool domain associated with the user pool',
    });
    expect((await refusal(statusOf(pool, 'ada'))).name).toBe('UserNotFoundException');
  });

  test('sent again ends the link before', async () => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const first = linkIn(pool);
    await pool.cognito.resendConfirmationCode({ ClientId: pool.clientId, Username: 'ada' });
    expect(pool.outbox.at(-1)).toMatchObject({ kind: 'ResendCode', subject: 'Please confirm' });
    expect((await open(pool, first)).status).toBe(400);
    expect((await open(pool, linkIn(pool))).status).toBe(200);
  });

  test('to a number is a text message with a code', async () => {
    const pool = linkPool({}, { AutoVerifiedAttributes: ['email', 'phone_number'] });
    await signUp(pool, 'ada', { UserAttributes: [{ Name: 'phone_number', Value: '+441234567890' }] });
    expect(pool.outbox[0]).toMatchObject({ channel: 'SMS', body: expect.stringMatching(/\d{6}/) });
    expect(pool.outbox[0]?.body).not.toContain('http');
  });
});

test('the mail for a forgotten password contains a code, even if the pool uses links', async () => {
  const pool = linkPool();
  await pool.confirmedUser('ada');
  await pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'ada' });
  const { code, body } = pool.outbox.at(-1) ?? {};
  expect(body).toBe(`Your password reset code is ${code}`);
});

describe('GET /confirmUser', () => {
  test('confirms the user, calls PostConfirmation, and says so on a page that is not cached', async () => {
    const pool = linkPool({ PostConfirmation: unchanged });
    await signUp(pool, 'ada');
    const { status, headers, body } = await open(pool, linkIn(pool));
    expect(status).toBe(200);
    expect(body).toContain('<h1>Your address is confirmed</h1>');
    expect(await statusOf(pool, 'ada')).toEqual({ UserStatus: 'CONFIRMED', verified: 'true' });
    expect(pool.calls).toMatchObject([
      { triggerSource: 'PostConfirmation_ConfirmSignUp', userName: 'ada', callerContext: { clientId: pool.clientId } },
    ]);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('works where the client has a secret, which no mail can know', async () => {
    const pool = linkPool();
    const clientId = pool.pools.provisionUserPoolClient('Secret', { UserPoolId: pool.userPoolId, GenerateSecret: true });
    await signUp(pool, 'ada');
    const link = linkIn(pool).replace(pool.clientId, clientId);
    expect((await open(pool, link)).status).toBe(200);
  });

  test('works once, and for a day', async () => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const used = linkIn(pool);
    await open(pool, used);
    expect(await open(pool, used)).toMatchObject({ status: 410, body: expect.stringContaining('was used already') });
    await signUp(pool, 'bob');
    pool.clock.advance({ hours: 24 });
    expect(await open(pool, linkIn(pool))).toMatchObject({ status: 410, body: expect.stringContaining('has expired') });
    expect((await statusOf(pool, 'bob')).UserStatus).toBe('UNCONFIRMED');
  });

  test.each([
    ['another code', (url: URL) => url.searchParams.set('confirmation_code', 'x')],
    ['no code', (url: URL) => url.searchParams.delete('confirmation_code')],
    ['no user', (url: URL) => url.searchParams.delete('user_name')],
    ['a user whom nobody knows', (url: URL) => url.searchParams.set('user_name', 'nobody')],
    ['no client', (url: URL) => url.searchParams.delete('client_id')],
    ['an unknown client', (url: URL) => url.searchParams.set('client_id', 'unknown')],
    ['an over-long user', (url: URL) => url.searchParams.set('user_name', 'x'.repeat(129))],
    ['an empty code', (url: URL) => url.searchParams.set('confirmation_code', '')],
    ['markup', (url: URL) => url.searchParams.set('user_name', '<script>alert(1)</script>')],
  ])('with %s confirms nobody, and repeats nothing of the address', async (_, change) => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const url = new URL(linkIn(pool));
    change(url);
    const answer = await open(pool, url.href);
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining('<h1>This link is not right</h1>') });
    for (const value of url.searchParams.values()) if (value.length > 1) expect(answer.body).not.toContain(value);
    expect((await statusOf(pool, 'ada')).UserStatus).toBe('UNCONFIRMED');
  });

  test('takes as many tries as ConfirmSignUp does, together with it', async () => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const right = linkIn(pool);
    for (let tries = 0; tries < 14; tries += 1) await open(pool, right.replace(/\d{6}$/, 'x'));
    await refusal(pool.cognito.confirmSignUp({ ClientId: pool.clientId, Username: 'ada', ConfirmationCode: 'x' }));
    expect(await open(pool, right)).toMatchObject({ status: 429, body: expect.stringContaining('Too many tries') });
  });

  test('does not give an address to a second user', async () => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    const first = linkIn(pool);
    await signUp(pool, 'eve', { UserAttributes: [email('ada')] });
    const second = linkIn(pool);
    expect((await open(pool, first)).status).toBe(200);
    expect(await open(pool, second)).toMatchObject({
      status: 409,
      body: expect.stringContaining('Somebody else has this address'),
    });
  });

  test('says that the user is confirmed though a trigger after it has failed, without its words', async () => {
    const pool = linkPool({ PostConfirmation: unchanged });
    pool.set('PostConfirmation', 'throws');
    await signUp(pool, 'ada');
    const { status, body } = await open(pool, linkIn(pool));
    expect([status, body.includes('You are confirmed'), body.includes('Members only')]).toEqual([502, true, false]);
    expect((await statusOf(pool, 'ada')).UserStatus).toBe('CONFIRMED');
  });

  test.each(['HEAD', 'POST', 'OPTIONS'])('%s confirms nobody: a mail program that looks ahead is no user', async (method) => {
    const pool = linkPool();
    await signUp(pool, 'ada');
    expect(await open(pool, linkIn(pool), method)).toMatchObject({ status: 405, headers: { allow: 'GET' } });
    expect((await statusOf(pool, 'ada')).UserStatus).toBe('UNCONFIRMED');
  });
});

describe('the CustomMessage trigger where mails confirm by a link', () => {
  test('may give words that hold the link', async () => {
    const pool = linkPool(
      { CustomMessage: answering({ emailSubject: 'Bitte', emailMessage: 'Bitte {##bestätigen##}.' }) },
      { EmailConfiguration: bySes },
    );
    await signUp(pool, 'ada');
    expect(pool.calls[0].request).toMatchObject({ linkParameter: '{##Click Here##}', codeParameter: '{####}' });
    expect(pool.outbox[0]?.body).toMatch(/^Bitte <a href="[^"]+">bestätigen<\/a>\.$/);
    expect((await open(pool, linkIn(pool))).status).toBe(200);
  });

  test('does not work without it', async () => {
    const pool = linkPool({ CustomMessage: answering({ emailMessage: 'Your code is {####}.' }) }, { EmailConfiguration: bySes });
    expect((await refusal(signUp(pool, 'ada'))).name).toBe('InvalidLambdaResponseException');
  });
});

test('a domain is one of a pool that is here, and in the form of a prefix', () => {
  const { pools, userPoolId } = createTriggerPool({});
  const provision = (properties: object) => () => pools.provisionUserPoolDomain('Domain', { ...properties });
  expect(provision({ UserPoolId: userPoolId, Domain: 'acme' })()).toBe('acme');
  expect(provision({ UserPoolId: 'eu-west-1_unknown00', Domain: 'acme' })).toThrow('does not exist');
  expect(provision({ UserPoolId: userPoolId, Domain: 'Acme!' })).toThrow("Value 'Acme!' at 'domain' failed");
});
