import { afterAll, describe, expect, test } from 'vitest';
import { createCaller, refused, succeeded } from '../../../support/caller.ts';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { createInstance } from '../../../support/resolvers/instance.ts';
import { madeUpIdToken, madeUpToken } from '../../../support/resolvers/made-up-token.ts';
import { creationOptions, withPasskeys } from '../../../support/resolvers/passkeys.ts';
import { confirmed, signedIn } from '../../../support/resolvers/people.ts';
import { exception, stubWire } from '../../../support/resolvers/stub-wire.ts';

const instance = createInstance({ userPool: withPasskeys });
const { call } = instance;
afterAll(() => instance.close());

async function register(auth: { readonly token: string }): Promise<string> {
  const options = creationOptions(succeeded(await call('startWebAuthnRegistration', {}, auth)));
  const passkey = authenticator();
  const input = { credential: passkey.create(options, { origin: 'http://localhost:4000' }) };
  succeeded(await call('completeWebAuthnRegistration', { input }, auth));
  return passkey.credentialId;
}

describe('passkeys', () => {
  test('are listed page by page, and removed', async () => {
    const auth = { token: (await signedIn(instance, await confirmed(instance))).accessToken };
    expect(succeeded(await call('passkeys', {}, auth))).toEqual({ items: [], nextToken: null });
    const ids = [await register(auth), await register(auth)];
    const first = succeeded(await call('passkeys', { limit: 1 }, auth));
    const second = succeeded(await call('passkeys', { limit: 1, nextToken: first.nextToken }, auth));
    expect(second.nextToken).toBeNull();
    const items = [...first.items, ...second.items];
    expect(items.map(({ credentialId }) => credentialId).toSorted()).toEqual(ids.toSorted());
    expect(items[0]).toMatchObject({
      friendlyName: expect.any(String),
      relyingPartyId: 'localhost',
      createdAt: expect.stringMatching(/^2026-01-01T.*Z$/),
    });
    expect(succeeded(await call('authFactors', {}, auth))).toEqual({
      firstFactors: expect.arrayContaining(['PASSWORD', 'WEB_AUTHN']),
      mfa: { preferred: null, enabled: [] },
    });
    const [credentialId = ''] = ids;
    expect(succeeded(await call('deleteWebAuthnCredential', { input: { credentialId } }, auth))).toBe(true);
    expect(succeeded(await call('passkeys', {}, auth)).items).toHaveLength(1);
    expect(refused(await call('deleteWebAuthnCredential', { input: { credentialId } }, auth))).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no such passkey.',
      info: { field: 'credentialId', cognito: 'ResourceNotFoundException' },
    });
  });

  test('of others are not found', async () => {
    const [ann, bob] = [await signedIn(instance, await confirmed(instance)), await signedIn(instance, await confirmed(instance))];
    const credentialId = await register({ token: ann.accessToken });
    const answer = await call('deleteWebAuthnCredential', { input: { credentialId } }, { token: bob.accessToken });
    expect(refused(answer).code).toBe('NOT_FOUND');
  });

  test.each([{ limit: 0 }, { limit: 21 }])('are not listed by %j', async (args) => {
    const { call: stubbed } = createCaller({ cognito: stubWire().handle });
    expect(refused(await stubbed('passkeys', args, { token: madeUpToken() }))).toMatchObject({
      code: 'INVALID_INPUT',
      info: { field: 'limit' },
    });
  });

  test('are asked for too often', async () => {
    const { handle } = stubWire(exception('LimitExceededException', 'Attempt limit exceeded, please try after some time.'));
    const { call: stubbed } = createCaller({ cognito: handle });
    expect(refused(await stubbed('passkeys', {}, { token: madeUpToken() })).code).toBe('TOO_MANY_ATTEMPTS');
  });

  test('want the access token', async () => {
    const { call: stubbed } = createCaller({ cognito: stubWire().handle });
    for (const auth of [{}, { token: madeUpIdToken }]) {
      const answers = [
        await stubbed('passkeys', {}, auth),
        await stubbed('deleteWebAuthnCredential', { input: { credentialId: 'AAAA' } }, auth),
      ];
      expect(answers.map((answer) => refused(answer).code)).toEqual(answers.map(() => 'ACCESS_TOKEN_REQUIRED'));
    }
  });
});
