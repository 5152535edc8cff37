import { expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const session = 's'.repeat(40);
const token = madeUpToken();
const code = '123456';

test('amid a sign-in takes its session and gives the one for the challenge', async () => {
  const { handle, sent } = stubWire(success({ Status: 'SUCCESS', Session: 'the-next-session' }));
  const { call } = createCaller({ cognito: handle });
  const input = { session, code, friendlyDeviceName: 'My phone' };
  expect(succeeded(await call('verifySoftwareToken', { input }))).toEqual({ status: 'SUCCESS', session: 'the-next-session' });
  expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
    { operation: 'VerifySoftwareToken', body: { Session: session, UserCode: code, FriendlyDeviceName: 'My phone' } },
  ]);
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test('for a signed-in user takes the access token', async () => {
  const { handle, sent } = stubWire(success({ Status: 'SUCCESS' }));
  const { call } = createCaller({ cognito: handle });
  expect(succeeded(await call('verifySoftwareToken', { input: { code } }, { token }))).toEqual({
    status: 'SUCCESS',
    session: null,
  });
  expect(sent.map(({ body }) => body)).toEqual([{ AccessToken: token, UserCode: code }]);
});

test('wants either, by name', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  const unsaid = { code: 'INVALID_INPUT', info: { field: 'session', cognito: null, retryable: false } };
  expect(refused(await call('verifySoftwareToken', { input: { code } }))).toMatchObject(unsaid);
  for (const auth of [{ token }, { token: madeUpIdToken }]) {
    expect(refused(await call('verifySoftwareToken', { input: { code, session } }, auth))).toMatchObject(unsaid);
  }
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('verifySoftwareToken', { input: { code } }, { token: madeUpIdToken })).code).toBe(
    'ACCESS_TOKEN_REQUIRED',
  );
});

test.each([
  ['code', { session, code: '' }],
  ['code', { session, code: '12345' }],
  ['code', { session, code: '1234567' }],
  ['code', { session, code: '12345a' }],
  ['code', { session, code: '١٢٣٤٥٦' }],
  ['session', { session: 's'.repeat(2049), code }],
  ['friendlyDeviceName', { session, code, friendlyDeviceName: '' }],
  ['friendlyDeviceName', { session, code, friendlyDeviceName: 'x'.repeat(131_073) }],
])('%s is refused by name (%#)', async (field, input) => {
  const { call } = createCaller({ cognito: stubWire().handle });
  expect(refused(await call('verifySoftwareToken', { input }))).toMatchObject({
    code: 'INVALID_INPUT',
    info: { field, cognito: null },
  });
});

test('a status that is not success is a wrong code, for which Cognito mostly throws', async () => {
  const { call } = createCaller({ cognito: stubWire(success({ Status: 'ERROR', Session: session })).handle });
  expect(refused(await call('verifySoftwareToken', { input: { session, code } }))).toMatchObject({
    code: 'CODE_MISMATCH',
    message: 'This code is wrong.',
    info: { field: 'code', cognito: null },
  });
});

test.each([
  ['EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA', 'CODE_MISMATCH', 'code'],
  ['CodeMismatchException', 'Invalid code received for user', 'CODE_MISMATCH', 'code'],
  ['ExpiredCodeException', 'Your software token has already been used once.', 'CODE_EXPIRED', 'code'],
  ['SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.', 'MFA_NOT_SET_UP', null],
  ['SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool', 'NOT_ENABLED', null],
  ['NotAuthorizedException', 'Invalid session for the user.', 'SESSION_EXPIRED', 'session'],
])('%s (%s) is %s', async (name, text, failure, field) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, text)).handle });
  expect(refused(await call('verifySoftwareToken', { input: { session, code } }))).toMatchObject({
    code: failure,
    info: { cognito: name, field },
  });
});
