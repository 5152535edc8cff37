import { describe, expect, test } from 'vitest';
import { authenticator } from '../../../support/cognito/authenticator.ts';
import { refusal } from '../../../support/cognito/pool.ts';
import {
  begin,
  claims,
  incorrect,
  passkeyPool,
  poolWithAda,
  prove,
  register,
  requested,
  respond,
  signIn,
  withPasskey,
} from './pool-with-passkeys.ts';

describe('WEB_AUTHN', () => {
  test('is asked with the options of Cognito, and no member more', async () => {
    const { world, key } = await withPasskey();
    const asked = await begin(world);
    expect(asked.ChallengeName).toBe('WEB_AUTHN');
    expect(Object.keys(asked.ChallengeParameters ?? {})).toEqual(['CREDENTIAL_REQUEST_OPTIONS']);
    expect(requested(asked)).toEqual({
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      timeout: 180_000,
      rpId: 'example.com',
      allowCredentials: [{ type: 'public-key', id: key.credentialId, transports: ['internal', 'hybrid'] }],
      userVerification: 'preferred',
    });
  });

  test.each([
    ['an ES256 key', {}, 'swk'],
    ['an RS256 key', { algorithm: 'RS256' }, 'swk'],
    ['a key that stays in its authenticator', { synchronised: false }, 'hwk'],
  ] as const)('signs in by %s', async (_, made, method) => {
    const { world, key } = await withPasskey(made);
    const signedIn = await signIn(world, key);
    expect(claims(signedIn)).toMatchObject({ username: 'ada', amr: [method], acr: 'urn:cognito:loa:3' });
    expect(signedIn.AuthenticationResult?.RefreshToken).toBeDefined();
  });

  test('signs in with any of the user’s passkeys', async () => {
    const { world, key } = await withPasskey();
    const second = authenticator({ algorithm: 'RS256' });
    await register(world, 'ada', second);
    for (const one of [key, second]) expect((await signIn(world, one)).AuthenticationResult).toBeDefined();
  });

  test('may be chosen', async () => {
    const { world, key } = await withPasskey();
    const choice = await begin(world, 'ada', {});
    expect(choice.ChallengeName).toBe('SELECT_CHALLENGE');
    expect(choice.AvailableChallenges).toContain('WEB_AUTHN');
    const asked = await respond(world, 'SELECT_CHALLENGE', choice.Session, { USERNAME: 'ada', ANSWER: 'WEB_AUTHN' });
    expect(asked.ChallengeName).toBe('WEB_AUTHN');
    expect((await prove(world, asked.Session, key.get(requested(asked)))).AuthenticationResult).toBeDefined();
  });

  test('may be chosen and answered at once', async () => {
    const { world, key } = await withPasskey();
    const choice = await begin(world, 'ada', {});
    const CREDENTIAL = JSON.stringify(key.get(requested(choice)));
    const answers = { USERNAME: 'ada', ANSWER: 'WEB_AUTHN', CREDENTIAL };
    const signedIn = await respond(world, 'SELECT_CHALLENGE', choice.Session, answers);
    expect(claims(signedIn)).toMatchObject({ amr: ['swk'], acr: 'urn:cognito:loa:3' });
    const again = await begin(world, 'ada', {});
    expect(await refusal(respond(world, 'SELECT_CHALLENGE', again.Session, answers))).toEqual(incorrect);
  });

  test('is not offered without a passkey, without the factor, and for another relying party', async () => {
    const none = await poolWithAda();
    const { world } = await withPasskey();
    const of = (pool: Record<string, unknown>) => {
      world.pools.provisionUserPool('Pool', {
        AliasAttributes: ['email'],
        UsernameConfiguration: { CaseSensitive: false },
        ...pool,
      });
      return world;
    };
    for (const offer of [
      () => none,
      () => of({ ...passkeyPool, WebAuthnRelyingPartyID: 'example.org' }),
      () => of({ WebAuthnRelyingPartyID: 'example.com' }),
    ]) {
      for (const more of [{}, { PREFERRED_CHALLENGE: 'WEB_AUTHN' }]) {
        const { ChallengeName, AvailableChallenges } = await begin(offer(), 'ada', more);
        expect(ChallengeName).toBe('SELECT_CHALLENGE');
        expect(AvailableChallenges).not.toContain('WEB_AUTHN');
      }
    }
  });

  test('counts where the authenticator counts', async () => {
    const { world, key } = await withPasskey({ counter: 1 });
    for (let times = 0; times < 2; times++) expect((await signIn(world, key)).AuthenticationResult).toBeDefined();
    expect(await refusal(signIn(world, key, { signCount: 2 }))).toEqual(incorrect);
    expect(await refusal(signIn(world, key, { signCount: 0 }))).toEqual(incorrect);
    expect((await signIn(world, key, { signCount: 100 })).AuthenticationResult).toBeDefined();
    expect(await refusal(signIn(world, key, { signCount: 99 }))).toEqual(incorrect);
  });

  test('lets one of two go on who show the same count at the same time', async () => {
    const { world, key } = await withPasskey({ counter: 1 });
    const outcomes = await Promise.allSettled([signIn(world, key, { signCount: 7 }), signIn(world, key, { signCount: 7 })]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a passkey where MFA is on', () => {
  const strong = {
    MfaConfiguration: 'OPTIONAL',
    EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  };

  test('stands for both factors when it has checked its user', async () => {
    const { world, key } = await withPasskey({}, strong);
    world.pools.provisionUserPool('Pool', {
      ...passkeyPool,
      ...strong,
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      MfaConfiguration: 'ON',
    });
    const asked = await begin(world);
    expect(requested(asked)).toMatchObject({ userVerification: 'required' });
    expect(await refusal(prove(world, asked.Session, key.get(requested(asked), { userVerified: false })))).toEqual(incorrect);
    expect(claims(await prove(world, asked.Session, key.get(requested(asked))))).toMatchObject({
      amr: ['swk', 'mfa'],
      acr: 'urn:cognito:loa:3',
    });
  });

  test('is not offered when it is a single factor', async () => {
    const { world } = await withPasskey({}, { ...strong, WebAuthnFactorConfiguration: 'SINGLE_FACTOR' });
    world.pools.provisionUserPool('Pool', {
      ...passkeyPool,
      AliasAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    const { ChallengeName, AvailableChallenges } = await begin(world);
    expect(ChallengeName).toBe('SELECT_CHALLENGE');
    expect(AvailableChallenges).not.toContain('WEB_AUTHN');
  });
});
