import { describe, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const session = 's'.repeat(40);
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const token = madeUpToken();

test('amid a sign-in takes its session and gives the next one', async () => {
  const { handle, sent } = stubWire(success({ SecretCode: secret, Session: 'the-next-session' }));
  const { call } = createCaller({ cognito: handle });
  expect(succeeded(await call('associateSoftwareToken', { input: { session } }))).toEqual({
    secretCode: secret,
    otpauthUri: `otpauth://totp/Test?secret=${secret}&issuer=Test`,
    session: 'the-next-session',
  });
  expect(sent).toMatchObject([{ operation: 'AssociateSoftwareToken', body: { Session: session } }]);
  expect(sent[0]?.body).not.toHaveProperty('AccessToken');
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test('for a signed-in user takes the access token, and any way of leaving the input out', async () => {
  for (const args of [{}, { input: null }, { input: {} }, { input: { session: null, accountName: null } }]) {
    const { handle, sent } = stubWire(success({ SecretCode: secret }));
    const { call } = createCaller({ cognito: handle });
    expect(succeeded(await call('associateSoftwareToken', args, { token }))).toEqual({
      secretCode: secret,
      otpauthUri: `otpauth://totp/Test:ann?secret=${secret}&issuer=Test`,
      session: null,
    });
    expect(sent.map(({ body }) => body)).toEqual([{ AccessToken: token }]);
  }
});

describe('the URI', () => {
  const uriOf = async (totpIssuer: string, accountName: string, auth = { token }) => {
    const { call } = createCaller({ cognito: stubWire(success({ SecretCode: secret })).handle, totpIssuer });
    return succeeded(await call('associateSoftwareToken', { input: { accountName } }, auth)).otpauthUri;
  };

  test('spells a space as %20, which every app reads', async () => {
    expect(await uriOf('Example & Co.', 'ann+test@example.com')).toBe(
      `otpauth://totp/Example%20%26%20Co.:ann%2Btest%40example.com?secret=${secret}&issuer=Example%20%26%20Co.`,
    );
  });

  test('keeps every character of a name inside the label', async () => {
    const name = 'a/b?secret=x&issuer=evil#:é😀';
    const uri = new URL(await uriOf('Ä', name));
    expect([uri.host, uri.searchParams.getAll('secret'), uri.searchParams.getAll('issuer')]).toEqual(['totp', [secret], ['Ä']]);
    expect(uri.hash).toBe('');
    expect(decodeURIComponent(uri.pathname.slice(1))).toBe(`Ä:${name}`);
  });

  test('has the account that is given also amid a sign-in', async () => {
    const { call } = createCaller({ cognito: stubWire(success({ SecretCode: secret, Session: session })).handle });
    const { otpauthUri } = succeeded(await call('associateSoftwareToken', { input: { session, accountName: 'ann' } }));
    expect(otpauthUri).toBe(`otpauth://totp/Test:ann?secret=${secret}&issuer=Test`);
  });
});

test('wants either, by name', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  const info = { field: 'session', cognito: null, retryable: false };
  for (const args of [{}, { input: {} }]) {
    expect(refused(await call('associateSoftwareToken', args))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Give `session`, or sign in.',
      info,
    });
  }
  for (const auth of [{ token }, { token: madeUpIdToken }]) {
    expect(refused(await call('associateSoftwareToken', { input: { session } }, auth))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'Leave out `session` if the user is signed in.',
      info,
    });
  }
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('associateSoftwareToken', {}, { token: madeUpIdToken }))).toMatchObject({
    code: 'ACCESS_TOKEN_REQUIRED',
    info: { field: null, cognito: null, retryable: false },
  });
});

test.each([
  ['session', { session: '' }],
  ['session', { session: 's'.repeat(2049) }],
  ['accountName', { session, accountName: '' }],
  ['accountName', { session, accountName: 'x'.repeat(129) }],
  ['accountName', { session, accountName: 'ann\nsmith' }],
])('%s is refused by name (%#)', async (field, input) => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('associateSoftwareToken', { input }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});

test('an answer without a secret is INTERNAL', async () => {
  const { call } = createCaller({ cognito: stubWire(success({})).handle });
  expect(refused(await call('associateSoftwareToken', {}, { token })).code).toBe('INTERNAL');
});

test.each([
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', 'SESSION_EXPIRED', 'session'],
  ['NotAuthorizedException', 'Invalid session for the user.', 'SESSION_EXPIRED', 'session'],
  ['NotAuthorizedException', 'Access Token has been revoked', 'TOKEN_REVOKED', null],
  ['SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool', 'NOT_ENABLED', null],
  ['ConcurrentModificationException', 'Some text.', 'TOO_MANY_REQUESTS', null],
])('%s (%s) is %s', async (name, text, code, field) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, text)).handle });
  expect(refused(await call('associateSoftwareToken', { input: { session } }))).toMatchObject({
    code,
    info: { cognito: name, field },
  });
});
