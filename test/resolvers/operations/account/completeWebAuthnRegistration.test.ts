import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { creationOptions, withPasskeys } from '../../../support/resolvers/passkeys.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire, success } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance({ userPool: withPasskeys });
const { call } = instance;

afterAll(() => instance.close());

async function begun() {
  const { accessToken } = await signedIn(instance, await confirmed(instance));
  const auth = { token: accessToken };
  return { auth, options: creationOptions(succeeded(await call('startWebAuthnRegistration', {}, auth))) };
}

const onThisHost = { origin: 'http://localhost:4000' };

describe('a passkey', () => {
  test('is registered, once, and the browser is told not to make another', async () => {
    const { auth, options } = await begun();
    const passkey = authenticator();
    const input = { credential: passkey.create(options, onThisHost) };
    expect(succeeded(await call('completeWebAuthnRegistration', { input }, auth))).toBe(true);
    expect(refused(await call('completeWebAuthnRegistration', { input }, auth))).toMatchObject({
      code: 'SESSION_EXPIRED',
      message: 'This registration has expired. Start again with `startWebAuthnRegistration`.',
      info: { field: 'credential', cognito: 'WebAuthnChallengeNotFoundException', retryable: false },
    });
    expect(succeeded(await call('startWebAuthnRegistration', {}, auth))).toMatchObject({
      excludeCredentials: [{ id: passkey.credentialId, type: 'public-key' }],
    });
  });

  test('that another user began is refused', async () => {
    const [mallory, alice] = [await begun(), await begun()];
    const input = { credential: authenticator().create(alice.options, onThisHost) };
    expect(refused(await call('completeWebAuthnRegistration', { input }, mallory.auth)).code).toBe('SESSION_EXPIRED');
    expect(succeeded(await call('completeWebAuthnRegistration', { input }, alice.auth))).toBe(true);
  });

  test('that comes too late is refused', async () => {
    const { auth, options } = await begun();
    instance.advance(10 * 60_000);
    const input = { credential: authenticator().create(options, onThisHost) };
    expect(refused(await call('completeWebAuthnRegistration', { input }, auth)).code).toBe('SESSION_EXPIRED');
  });

  test.each([
    ['made on another site', { origin: 'https://evil.example' }, 'WebAuthnOriginNotAllowedException'],
    ['bound to another site', { ...onThisHost, rpId: 'evil.example' }, 'WebAuthnRelyingPartyMismatchException'],
    ['that nobody was present for', { ...onThisHost, userPresent: false }, null],
  ])('%s is refused', async (_, lies, name) => {
    const { auth, options } = await begun();
    const input = { credential: authenticator().create(options, lies) };
    expect(refused(await call('completeWebAuthnRegistration', { input }, auth))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'credential', cognito: name ?? expect.any(String) },
    });
  });
});

const token = madeUpToken();
const credential = {
  id: 'a-credential',
  rawId: 'a-credential',
  type: 'public-key',
  response: { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal', null], publicKeyAlgorithm: -7 },
  clientExtensionResults: { credProps: { rk: true } },
};

test('sends the credential as it is, a document and no text', async () => {
  const { handle, sent } = stubWire(success({}));
  const { call } = createCaller({ cognito: handle });
  expect(succeeded(await call('completeWebAuthnRegistration', { input: { credential } }, { token }))).toBe(true);
  expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
    { operation: 'CompleteWebAuthnRegistration', body: { AccessToken: token, Credential: credential } },
  ]);
  expect(sent[0]?.headers['authorization']).toBeUndefined();
});

test.each([33, 1_000])('refuses a credential of %i levels', async (levels) => {
  const { handle, sent } = stubWire();
  const { call } = createCaller({ cognito: handle });
  const nested = Array.from({ length: levels - 1 }).reduce<unknown>((inner) => ({ inner }), null);
  const refusal = refused(await call('completeWebAuthnRegistration', { input: { credential: { nested } } }, { token }));
  expect(refusal).toMatchObject({
    code: 'INVALID_INPUT',
    message: '`credential` must have at most 32 levels of objects and lists.',
    info: { field: 'credential', cognito: null, retryable: false },
  });
  expect(sent).toEqual([]);
});

test('wants the access token', async () => {
  const { call } = createCaller({ cognito: stubWire().handle });
  for (const auth of [{}, { token: madeUpIdToken }]) {
    expect(refused(await call('completeWebAuthnRegistration', { input: { credential } }, auth)).code).toBe(
      'ACCESS_TOKEN_REQUIRED',
    );
  }
});

test.each([[JSON.stringify(credential)], [[credential]], [null], [7], [{ id: 'x'.repeat(131_073) }]])(
  'what is no credential is refused by name (%#)',
  async (wrong) => {
    const { call } = createCaller({ cognito: stubWire().handle });
    expect(refused(await call('completeWebAuthnRegistration', { input: { credential: wrong } }, { token }))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'credential', cognito: null },
    });
  },
);

test.each([
  ['WebAuthnNotEnabledException', 'NOT_ENABLED', null],
  ['WebAuthnChallengeNotFoundException', 'SESSION_EXPIRED', 'credential'],
  ['WebAuthnClientMismatchException', 'SESSION_EXPIRED', 'credential'],
  ['WebAuthnOriginNotAllowedException', 'INVALID_INPUT', 'credential'],
  ['WebAuthnRelyingPartyMismatchException', 'INVALID_INPUT', 'credential'],
  ['WebAuthnCredentialNotSupportedException', 'INVALID_INPUT', 'credential'],
  ['InvalidParameterException', 'INVALID_INPUT', 'credential'],
  ['LimitExceededException', 'FORBIDDEN', null],
  ['NotAuthorizedException', 'TOKEN_INVALID', null],
])('%s is %s', async (name, code, field) => {
  const { call } = createCaller({ cognito: stubWire(exception(name, 'Some text.')).handle });
  expect(refused(await call('completeWebAuthnRegistration', { input: { credential } }, { token }))).toMatchObject({
    code,
    info: { cognito: name, field, retryable: false },
  });
});
