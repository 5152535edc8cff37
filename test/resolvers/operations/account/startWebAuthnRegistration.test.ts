import { afterAll, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { creationOptions, withPasskeys } from '../../../support/resolvers/passkeys.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance({ userPool: withPasskeys });

afterAll(() => instance.close());

test('gives a browser what it needs to make a passkey, with another challenge each time', async () => {
  const person = await confirmed(instance);
  const { accessToken } = await signedIn(instance, person);
  const one = succeeded(await instance.call('startWebAuthnRegistration', {}, { token: accessToken }));
  const two = succeeded(await instance.call('startWebAuthnRegistration', {}, { token: accessToken }));
  expect(one).toMatchObject({
    rp: { id: 'localhost' },
    user: { name: person.username },
    challenge: expect.stringMatching(/^[\w-]{22,}$/),
    excludeCredentials: [],
  });
  expect(two).not.toMatchObject({ challenge: creationOptions(one).challenge });
});

test('is NOT_ENABLED in a pool without passkeys', async () => {
  const other = createInstance();
  const { accessToken } = await signedIn(other, await confirmed(other));
  expect(refused(await other.call('startWebAuthnRegistration', {}, { token: accessToken }))).toMatchObject({
    code: 'NOT_ENABLED',
    info: { cognito: 'WebAuthnNotEnabledException' },
  });
  other.close();
});

const token = madeUpToken();
const options = {
  challenge: 'Y2hhbGxlbmdl',
  rp: { id: 'localhost', name: 'localhost' },
  user: { id: 'aWQ', name: 'ann', displayName: 'ann' },
  pubKeyCredParams: [
    { type: 'public-key', alg: -7 },
    { type: 'public-key', alg: -257 },
  ],
  timeout: 60_000,
  excludeCredentials: [],
  authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification: 'preferred' },
};

test("gives Cognito's options as they are", async () => {
  const { handle, sent } = stubWire(success({ CredentialCreationOptions: options }));
  const { call } = createCaller({ cognito: handle });
  expect(succeeded(await call('startWebAuthnRegistration', {}, { token }))).toEqual(options);
  expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
    { operation: 'StartWebAuthnRegistration', body: { AccessToken: token } },
  ]);
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  for (const auth of [{}, { token: madeUpIdToken }]) {
    expect(refused(await call('startWebAuthnRegistration', {}, auth)).code).toBe('ACCESS_TOKEN_REQUIRED');
  }
});

test('an answer without options is INTERNAL', async () => {
  const { call } = createCaller({ cognito: stubWire(success({})).handle });
  expect(refused(await call('startWebAuthnRegistration', {}, { token })).code).toBe('INTERNAL');
});

test.each([
  ['WebAuthnNotEnabledException', 'NOT_ENABLED'],
  ['WebAuthnConfigurationMissingException', 'NOT_ENABLED'],
  ['LimitExceededException', 'FORBIDDEN'],
  ['NotAuthorizedException', 'TOKEN_INVALID'],
])('%s is %s', async (name, code) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, 'Some text.')).handle });
  expect(refused(await call('startWebAuthnRegistration', {}, { token }))).toMatchObject({
    code,
    info: { cognito: name, field: null, retryable: false },
  });
});
