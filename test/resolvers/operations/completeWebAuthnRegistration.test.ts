import { expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../caller.ts';
import { madeUpIdToken, madeUpToken } from '../made-up-token.ts';
import { exception, stubWire, success } from '../stub-wire.ts';

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
