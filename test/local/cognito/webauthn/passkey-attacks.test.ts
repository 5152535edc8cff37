import { describe, expect, test } from 'vitest';
import { authenticator, type Lies } from '../../../support/cognito/authenticator.ts';
import { refusal } from '../../../support/cognito/pool.ts';
import { begin, incorrect, prove, register, requested, respond, signIn, withPasskey } from './pool-with-passkeys.ts';

const used = 'Invalid session for the user, session can only be used once.';

describe('an attacker', () => {
  const lies: readonly (readonly [what: string, lies: Lies])[] = [
    ['a page of another site', { origin: 'https://example.org' }],
    ['a page over plain http', { origin: 'http://example.com' }],
    ['a page inside another page', { crossOrigin: true }],
    ['another relying party', { rpId: 'example.org' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['client data of a registration', { type: 'webauthn.create' }],
    ['nobody being there', { userPresent: false }],
    ['the handle of another user', { userHandle: Buffer.from('somebody else').toString('base64url') }],
    ['other authenticator data than was signed', { authenticatorDataSigned: Buffer.alloc(37, 1) }],
  ];
  test.each(lies)('does not sign in with %s', async (_, lie) => {
    const { world, key } = await withPasskey();
    expect(await refusal(signIn(world, key, lie))).toEqual(incorrect);
    expect((await signIn(world, key)).AuthenticationResult).toBeDefined();
  });

  test('does not sign in with a changed signature, authenticator data or client data', async () => {
    const { world, key } = await withPasskey();
    const asked = await begin(world);
    const right = key.get(requested(asked));
    for (const member of ['signature', 'authenticatorData', 'clientDataJSON'] as const) {
      const bytes = Buffer.from(right.response[member], 'base64url');
      for (const at of [0, Math.floor(bytes.length / 2), bytes.length - 1]) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
        const response = { ...right.response, [member]: changed.toString('base64url') };
        const { name } = await refusal(prove(world, asked.Session, { ...right, response }));
        expect(['NotAuthorizedException', 'InvalidParameterException']).toContain(name);
      }
    }
    expect((await prove(world, asked.Session, right)).AuthenticationResult).toBeDefined();
  });

  test('does not sign in without verification where the pool requires it', async () => {
    const { world, key } = await withPasskey({}, { WebAuthnUserVerification: 'required' });
    expect(await refusal(signIn(world, key, { userVerified: false }))).toEqual(incorrect);
    expect((await signIn(world, key)).AuthenticationResult).toBeDefined();
  });

  test('replays nothing: neither the session nor the assertion', async () => {
    const { world, key } = await withPasskey();
    const asked = await begin(world);
    const assertion = key.get(requested(asked));
    await prove(world, asked.Session, assertion);
    expect((await refusal(prove(world, asked.Session, assertion))).message).toBe(used);
    expect(await refusal(prove(world, (await begin(world)).Session, assertion))).toEqual(incorrect);
  });

  test('does not sign in with their own passkey as somebody else, nor in somebody else’s session', async () => {
    const { world } = await withPasskey();
    const adasSub =
      (await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'ada' })).UserAttributes?.find(
        ({ Name }) => Name === 'sub',
      )?.Value ?? '';
    await world.confirmedUser('eve');
    const eves = authenticator();
    await register(world, 'eve', eves);
    const [ada, eve] = [await begin(world), await begin(world, 'eve')];
    for (const userHandle of [undefined, null, Buffer.from(adasSub).toString('base64url')]) {
      const lies = userHandle === undefined ? {} : { userHandle };
      expect(await refusal(prove(world, ada.Session, eves.get(requested(ada), lies)))).toEqual(incorrect);
    }
    expect((await refusal(prove(world, eve.Session, eves.get(requested(eve))))).message).toBe('Invalid session for the user.');
    expect((await refusal(prove(world, ada.Session, eves.get(requested(ada)), 'eve'))).message).toBe(
      'Invalid session for the user.',
    );
    expect((await prove(world, eve.Session, eves.get(requested(eve)), 'eve')).AuthenticationResult).toBeDefined();
  });

  test('does not sign in with a passkey that nobody registered, or that was deleted', async () => {
    const { world, key } = await withPasskey();
    expect(await refusal(signIn(world, authenticator()))).toEqual(incorrect);
    const asked = await begin(world);
    const { AuthenticationResult } = await signIn(world, key);
    await world.cognito.deleteWebAuthnCredential({
      AccessToken: AuthenticationResult?.AccessToken,
      CredentialId: key.credentialId,
    });
    expect(await refusal(prove(world, asked.Session, key.get(requested(asked))))).toEqual(incorrect);
  });

  test('comes too late, and not under another challenge’s name', async () => {
    const { world, key } = await withPasskey();
    const asked = await begin(world);
    const CREDENTIAL = JSON.stringify(key.get(requested(asked)));
    const elsewhere = respond(world, 'SELECT_CHALLENGE', asked.Session, { USERNAME: 'ada', ANSWER: 'WEB_AUTHN', CREDENTIAL });
    expect((await refusal(elsewhere)).message).toBe('Invalid session for the user.');
    world.clock.advance({ minutes: 3 });
    expect((await refusal(prove(world, asked.Session, key.get(requested(asked))))).message).toBe(
      'Invalid session for the user, session is expired.',
    );
  });

  test('hears what is no credential at all', async () => {
    const { world } = await withPasskey();
    const { Session } = await begin(world);
    for (const CREDENTIAL of ['{', '[]', '{}', '"x"']) {
      expect(await refusal(respond(world, 'WEB_AUTHN', Session, { USERNAME: 'ada', CREDENTIAL }))).toEqual({
        name: 'InvalidParameterException',
        message: 'Credential data is not valid',
      });
    }
    expect((await refusal(respond(world, 'WEB_AUTHN', Session, { USERNAME: 'ada' }))).message).toBe(
      'Missing required parameter CREDENTIAL',
    );
  });
});
