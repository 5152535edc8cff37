import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPost } from '../../../resolvers/aws/post.ts';
import { createCaptcha } from '../../../resolvers/captcha/captcha.ts';
import { createCaller, refused, succeeded } from '../../support/caller.ts';
import { startAccountTable } from '../../support/resolvers/account-table.ts';
import { silent, unclear } from '../../support/resolvers/bad-service.ts';
import { createInstance } from '../../support/resolvers/instance.ts';
import { confirmed, newPerson } from '../../support/resolvers/people.ts';
import { stubWire } from '../../support/resolvers/stub-wire.ts';

type Answer = (response: ServerResponse) => void;

const verdict =
  (success: boolean, ...codes: readonly string[]): Answer =>
  (response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ success, 'error-codes': codes }));

interface Asked {
  readonly type: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

/** A verifier on loopback that gives one answer. */
async function verifier(answer: Answer): Promise<{ readonly url: URL; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    asked.push({
      type: request.headers['content-type'],
      form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    });
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return { url: new URL(`http://127.0.0.1:${port}/siteverify`), asked };
}

/** The check, whose time is up at once where nothing is answered. */
async function captchaOf(answer: Answer, secret: string | null = 'captcha-secret', { isImpatient = false } = {}) {
  const { url, asked } = await verifier(answer);
  const state = { forgotten: 0 };
  const after = (ms: number, then: () => void): (() => void) => {
    const timer = setTimeout(then, isImpatient ? 50 : ms);
    return () => clearTimeout(timer);
  };
  const check = createCaptcha({
    secretKey: { read: async () => secret, forget: () => void state.forgotten++ },
    post: createPost(url, { after }),
    host: url.host,
  });
  return { check, asked, state };
}

const from = { sourceIp: '192.0.2.1' };

describe('a solved captcha', () => {
  test('is verified by a form of the secret, the token and the caller', async () => {
    const { check, asked } = await captchaOf(verdict(true));
    await check('a token/with+signs', from);
    expect(asked).toEqual([
      {
        type: 'application/x-www-form-urlencoded',
        form: { secret: 'captcha-secret', response: 'a token/with+signs', remoteip: '192.0.2.1' },
      },
    ]);
    await check('another', { sourceIp: null });
    expect(asked[1]?.form).toEqual({ secret: 'captcha-secret', response: 'another' });
  });

  test.each([['invalid-input-response'], ['timeout-or-duplicate'], []])(
    'that the verifier rejects is refused: %j',
    async (...codes) => {
      const { check } = await captchaOf(verdict(false, ...codes));
      await expect(check('t', from)).rejects.toMatchObject({
        code: 'CAPTCHA_REQUIRED',
        message: 'Solve the captcha, then try again.',
        field: 'captchaToken',
        retryable: false,
      });
    },
  );

  test.each([undefined, null, ''])('is required: %j is refused without asking the verifier', async (token) => {
    const { check, asked } = await captchaOf(verdict(true));
    await expect(check(token, from)).rejects.toMatchObject({ code: 'CAPTCHA_REQUIRED' });
    expect(asked).toEqual([]);
  });

  test('has a longest length', async () => {
    const { check, asked } = await captchaOf(verdict(true));
    await expect(check('t'.repeat(4_097), from)).rejects.toMatchObject({ code: 'INVALID_INPUT', field: 'captchaToken' });
    expect(asked).toEqual([]);
  });
});

describe('a verifier that gives no verdict lets nobody pass', () => {
  test.each(Object.entries(unclear))('%s', async (_, fault) => {
    const { check } = await captchaOf(fault);
    await expect(check('t', from)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: 'The captcha could not be verified in time. Try again.',
      retryable: true,
    });
  });

  test.each(Object.entries(silent))('%s: until its time is up', async (_, fault) => {
    const { check } = await captchaOf(fault, 'captcha-secret', { isImpatient: true });
    await expect(check('t', from)).rejects.toMatchObject({ code: 'UNAVAILABLE', retryable: true });
  });
});

describe("a fault of the deployment's own is nobody's captcha", () => {
  test.each(['invalid-input-secret', 'missing-input-secret'])('%s, after which the secret is read anew', async (code) => {
    const { check, state } = await captchaOf(verdict(false, code));
    await expect(check('t', from)).rejects.toMatchObject({ code: 'INTERNAL', message: 'Something went wrong.' });
    expect(state.forgotten).toBe(1);
  });

  test('no secret yet, as after a first deployment', async () => {
    const { check, asked } = await captchaOf(verdict(true), null);
    await expect(check('t', from)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(asked).toEqual([]);
  });
});

describe('a captcha stands before', () => {
  const captchaToken = 'solved';
  const unsolved = { code: 'CAPTCHA_REQUIRED', info: { field: 'captchaToken' } };
  const captcha = async (token: unknown): Promise<void> => {
    await (await captchaOf(token === captchaToken ? verdict(true) : verdict(false))).check(String(token ?? ''), from);
  };

  test('what has a message sent, and nothing else', async () => {
    const table = startAccountTable();
    const instance = createInstance({
      userPool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH'] },
      captcha,
      accountTable: table,
      messageLimits: { perAddressPerHour: 5, perAddressPerDay: 5, perCallerPerHour: null, perCallerPerDay: null, perDay: 9 },
    });
    onTestFinished(() => instance.close());
    const person = newPerson();
    const { username } = person;
    expect(refused(await instance.call('signUp', { input: person }))).toMatchObject(unsolved);
    expect(instance.inbox).toEqual([]);
    // A caller who solves no captcha does not use up the messages of their victim.
    expect(table.content()).not.toContain('messages:');
    succeeded(await instance.call('signUp', { input: { ...person, captchaToken } }));
    expect(refused(await instance.call('resendConfirmationCode', { input: { username } }))).toMatchObject(unsolved);
    succeeded(await instance.call('resendConfirmationCode', { input: { username, captchaToken } }));
    succeeded(
      await instance.call('confirmSignUp', {
        input: { username, password: person.password, code: instance.message(person.email).code ?? '' },
      }),
    );
    expect(refused(await instance.call('forgotPassword', { input: { username } }))).toMatchObject(unsolved);
    succeeded(await instance.call('forgotPassword', { input: { username, captchaToken } }));

    const byCode = { username, flow: 'USER_AUTH', preferredChallenge: 'EMAIL_OTP' } as const;
    expect(refused(await instance.call('login', { input: byCode }))).toMatchObject(unsolved);
    succeeded(await instance.call('login', { input: { ...byCode, captchaToken } }));
    expect(refused(await instance.call('login', { input: { username, flow: 'CUSTOM_AUTH' } }))).toMatchObject(unsolved);
    const choice = succeeded(await instance.call('login', { input: { username, flow: 'USER_AUTH' } }));
    if (choice.__typename !== 'SelectChallenge') throw new Error('There is no choice.');
    const answer = { name: choice.name, username: choice.username, session: choice.session, answer: 'EMAIL_OTP' };
    expect(refused(await instance.call('respondToChallenge', { input: answer }))).toMatchObject(unsolved);
    succeeded(await instance.call('respondToChallenge', { input: { ...answer, captchaToken } }));

    succeeded(await instance.call('login', { input: { username, password: person.password } }));
  });

  test('nothing where the stage has none: a token is ignored', async () => {
    const instance = createInstance();
    onTestFinished(() => instance.close());
    await confirmed(instance);
    succeeded(await instance.call('signUp', { input: { ...newPerson(), captchaToken } }));
    const { call } = createCaller({ cognito: stubWire().handle });
    expect(succeeded(await call('authConfig', {})).captcha).toBeNull();
  });
});
