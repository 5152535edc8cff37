import { generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ConfirmSignUpDocument,
  GptDocument,
  LoginDocument,
  MeDocument,
  RespondToChallengeDocument,
  SignUpDocument,
} from '../../examples/generated/operations.ts';
import { type ApiError, refused, succeeded } from '../support/send.ts';
import {
  expectNewPasswordRequired,
  expectTokens,
  newPassword,
  newPerson,
  type Tokens,
  temporaryPasswordStory,
} from '../support/stories.ts';
import { type System, startSystem } from '../support/system.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem();
});

afterAll(() => system.close());

async function challenged(): Promise<{ username: string; temporaryPassword: string; session: string }> {
  const { username, email } = newPerson();
  const temporaryPassword = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, temporaryPassword } }));
  const { login } = succeeded(await system.send(LoginDocument, { input: { username, password: temporaryPassword } }));
  return { username, temporaryPassword, session: expectNewPasswordRequired(login).session ?? '' };
}

async function respond(username: string, session: string, rest: Record<string, unknown> = { newPassword: newPassword() }) {
  return system.send(RespondToChallengeDocument, { input: { name: 'NEW_PASSWORD_REQUIRED', username, session, ...rest } });
}

async function confirmed(): Promise<{ username: string; email: string; password: string; tokens: Tokens }> {
  const { username, email } = newPerson();
  const password = newPassword();
  succeeded(await system.send(SignUpDocument, { input: { username, email, password } }));
  const { code } = await system.message(email);
  succeeded(await system.send(ConfirmSignUpDocument, { input: { username, password, code: code ?? '' } }));
  const { login } = succeeded(await system.send(LoginDocument, { input: { username, password } }));
  return { username, email, password, tokens: expectTokens(login) };
}

describe('credentials', () => {
  test('a wrong password and an unknown user get the very same answer', async () => {
    const { username } = await confirmed();
    const wrong = refused(await system.send(LoginDocument, { input: { username, password: newPassword() } }));
    const unknown = refused(
      await system.send(LoginDocument, { input: { username: newPerson().username, password: newPassword() } }),
    );
    expect(comparable(wrong)).toEqual(comparable(unknown));
    expect(wrong).toMatchObject({ errorType: 'INVALID_CREDENTIALS', message: 'Incorrect username or password.' });
  });

  test('a guessed temporary password is refused and the true one still works', async () => {
    const { username, temporaryPassword } = await challenged();
    expect(refused(await system.send(LoginDocument, { input: { username, password: newPassword() } })).errorType).toBe(
      'INVALID_CREDENTIALS',
    );
    const { login } = succeeded(await system.send(LoginDocument, { input: { username, password: temporaryPassword } }));
    expect(login.__typename).toBe('NewPasswordRequiredChallenge');
  });

  test('an existing username is refused in every form of sign-up', async () => {
    const { username, password } = await confirmed();
    for (const form of [{ password: newPassword() }, { temporaryPassword: newPassword() }, {}]) {
      const { email } = newPerson();
      const error = refused(await system.send(SignUpDocument, { input: { username, email, ...form } }));
      expect(error.errorType).toBe('USERNAME_EXISTS');
    }
    expectTokens(succeeded(await system.send(LoginDocument, { input: { username, password } })).login);
  });
});

describe('sessions', () => {
  test('one that is made up', async () => {
    const { username } = await challenged();
    expect(refused(await respond(username, 'A'.repeat(1_500))).errorType).toBe('SESSION_EXPIRED');
  });

  test('one that was used', async () => {
    const { username, session } = await challenged();
    succeeded(await respond(username, session));
    expect(refused(await respond(username, session)).errorType).toBe('SESSION_EXPIRED');
  });

  test('one that expired', async () => {
    const { username, session } = await challenged();
    system.advance(16 * 60_000);
    expect(refused(await respond(username, session)).errorType).toBe('SESSION_EXPIRED');
  });

  test("another user's, whose password stays as it was", async () => {
    const [mallory, alice] = [await challenged(), await challenged()];
    const password = newPassword();
    expect(refused(await respond(alice.username, mallory.session, { newPassword: password })).errorType).toBe('SESSION_EXPIRED');
    expect(refused(await system.send(LoginDocument, { input: { username: alice.username, password } })).errorType).toBe(
      'INVALID_CREDENTIALS',
    );
  });

  test('one that is answered under another challenge name', async () => {
    const { username, session } = await challenged();
    const input = { name: 'SMS_MFA', username, session, code: '123456' } as const;
    expect(refused(await system.send(RespondToChallengeDocument, { input })).errorType).toBe('SESSION_EXPIRED');
    succeeded(await respond(username, session));
  });
});

describe('inputs', () => {
  test.each([
    ['a missing answer', {}, 'newPassword'],
    ['a superfluous answer', { newPassword: 'Aa1!aaaaaaaa', code: '123456' }, 'code'],
    ['an over-long answer', { newPassword: `Aa1!${'a'.repeat(300)}` }, 'newPassword'],
  ])('%s is named', async (_, rest, field) => {
    const { username, session } = await challenged();
    const error = refused(await respond(username, session, rest));
    expect(error).toMatchObject({ errorType: 'INVALID_INPUT', errorInfo: { field, cognito: null, retryable: false } });
    expect(error.message).toContain(field);
    succeeded(await respond(username, session));
  });

  test('attributes that nobody may set for themselves', async () => {
    for (const form of [{ password: newPassword() }, { temporaryPassword: newPassword() }, {}]) {
      for (const name of ['email_verified', 'phone_number_verified', 'sub', 'custom:role', 'cognito:groups']) {
        const { username, email } = newPerson();
        const error = refused(
          await system.send(SignUpDocument, { input: { username, email, ...form, attributes: [{ name, value: 'true' }] } }),
        );
        expect(error.errorType).toBe('INVALID_INPUT');
        expect(error.errorInfo?.field).toBe('attributes');
      }
    }
  });
});

describe('tokens', () => {
  test.each<[string, (tokens: Tokens) => string]>([
    ['forged by another key', (tokens) => resign(tokens.accessToken, { alg: 'RS256' })],
    ['with alg none', (tokens) => `${encode({ alg: 'none' })}.${tokens.accessToken.split('.')[1]}.`],
    ['changed by one byte', (tokens) => flip(tokens.accessToken)],
    ['of another pool', (tokens) => reissue(tokens.accessToken)],
    ['that is no token', () => 'nonsense'],
  ])('one %s is 401 in AppSync’s shape', async (_, make) => {
    const { tokens } = await confirmed();
    const { status, body, errorType } = await post({ authorization: make(tokens) }, { query: '{ me { username } }' });
    expect(status).toBe(401);
    expect(errorType).toBe('UnauthorizedException');
    expect(JSON.parse(body).errors).toEqual([{ errorType: 'UnauthorizedException', message: expect.any(String) }]);
  });

  test('an expired one is 401', async () => {
    const { tokens } = await confirmed();
    system.advance(86_401_000);
    const { status, body } = await post({ authorization: tokens.accessToken }, { query: '{ me { username } }' });
    expect(status).toBe(401);
    expect(JSON.parse(body).errors[0].message).toBe('Token has expired.');
  });

  test('the ID token where the access token is needed', async () => {
    const { tokens } = await confirmed();
    expect(refused(await system.send(MeDocument, {}, tokens.idToken)).errorType).toBe('ACCESS_TOKEN_REQUIRED');
  });

  test('with and without Bearer, the access token reads me', async () => {
    const { username, tokens } = await confirmed();
    for (const token of [tokens.accessToken, `Bearer ${tokens.accessToken}`]) {
      expect(succeeded(await system.send(MeDocument, {}, token)).me.username).toBe(username);
    }
  });

  test('an API key alone reads neither me nor gpt', async () => {
    for (const answer of [await system.send(MeDocument, {}), await system.send(GptDocument, { message: 'Hello' })]) {
      expect(refused(answer).errorType).toBe('Unauthorized');
    }
  });

  test.each([
    ['none', {}],
    ['a wrong one', { 'x-api-key': `da2-${'a'.repeat(26)}` }],
  ])('API key: %s is 401', async (_, headers) => {
    expect((await post(headers, { query: '{ authConfig { gptEnabled } }' })).status).toBe(401);
  });
});

describe('requests', () => {
  test('of two hundred aliased logins in one request only the first counts, and no tokens come of it', async () => {
    const { username, password } = await confirmed();
    const login = (n: number): string =>
      `a${n}: login(input: {username: "${username}", password: "Guess-${n}-aA1!"}) { __typename }`;
    const right = `right: login(input: {username: "${username}", password: "${password}"}) { __typename }`;
    const query = `mutation { ${Array.from({ length: 199 }, (_, n) => login(n)).join('\n')} ${right} }`;
    const { body } = await post({ 'x-api-key': system.runtime.outputs.ApiKey }, { query });
    expect(JSON.parse(body)).toMatchObject({ data: null, errors: [{ errorType: 'INVALID_CREDENTIALS', path: ['a0'] }] });
  });

  test('of two hundred aliased calls in one request five run', async () => {
    const { username, email } = await confirmed();
    const before = (await system.messages(email)).length;
    const aliases = Array.from({ length: 200 }, (_, n) => `a${n}: forgotPassword(input: {username: "${username}"}) { medium }`);
    const { body } = await post({ 'x-api-key': system.runtime.outputs.ApiKey }, { query: `mutation { ${aliases.join('\n')} }` });
    const { data, errors } = JSON.parse(body);
    expect(Object.values(data).filter((delivery) => delivery !== null)).toHaveLength(5);
    expect(new Set(errors.map(({ errorType }: ApiError) => errorType))).toEqual(new Set(['ResolverExecutionLimitReached']));
    expect(await system.messages(email)).toHaveLength(before + 5);
  });

  test.each([
    ['not JSON', 'meow', 400, 'MalformedHttpRequestException'],
    ['empty', '', 400, 'MalformedHttpRequestException'],
    ['an array', '[{"query":"{ authConfig { gptEnabled } }"}]', 400, 'MalformedHttpRequestException'],
    ['five megabytes', JSON.stringify({ query: 'x'.repeat(5_000_000) }), 413, 'RequestEntityTooLargeException'],
  ])('a body that is %s', async (_, body, status, errorType) => {
    const response = await fetch(system.runtime.outputs.GraphQLUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': system.runtime.outputs.ApiKey },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ errorType }] });
  });
});

test('after all attacks a user still walks their story', async () => {
  await temporaryPasswordStory(system);
});

async function post(
  headers: Record<string, string>,
  body: unknown,
): Promise<{ status: number; body: string; errorType: string | null }> {
  const response = await fetch(system.runtime.outputs.GraphQLUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.text(), errorType: response.headers.get('x-amzn-errortype') };
}

function comparable({ errorInfo, ...error }: ApiError): unknown {
  return { ...error, errorInfo: { ...errorInfo, requestId: 'any' } };
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part: string | undefined): Record<string, unknown> => JSON.parse(Buffer.from(part ?? '', 'base64url').toString());

function resign(token: string, header: Record<string, unknown>, claims: Record<string, unknown> = {}): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const [head, payload] = token.split('.');
  const input = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(payload), ...claims })}`;
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}

function reissue(token: string): string {
  return resign(token, {}, { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Elsewhere' });
}

function flip(token: string): string {
  const [head, payload = '', signature] = token.split('.');
  const at = Math.floor(payload.length / 2);
  const other = payload[at] === 'A' ? 'B' : 'A';
  return `${head}.${payload.slice(0, at)}${other}${payload.slice(at + 1)}.${signature}`;
}
