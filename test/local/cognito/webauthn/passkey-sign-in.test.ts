import type { ChallengeNameType, RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  type Authenticator,
  authenticator,
  type Lies,
  type Made,
  type RequestOptions,
} from '../../../support/cognito/authenticator.ts';
import { createTestPool, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const used = 'Invalid session for the user, session can only be used once.';

const passkeyPool = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  WebAuthnRelyingPartyID: 'example.com',
};
const client = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };

/** A pool and, in it, ada. */
async function poolWithAda(pool: Record<string, unknown> = {}): Promise<TestPool> {
  const world = createTestPool({ ...passkeyPool, ...pool }, client);
  await world.confirmedUser('ada');
  return world;
}

async function register({ cognito, clientId }: TestPool, username: string, key: Authenticator): Promise<void> {
  const { AuthenticationResult } = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  });
  const AccessToken = AuthenticationResult?.AccessToken;
  const { CredentialCreationOptions } = await cognito.startWebAuthnRegistration({ AccessToken });
  await cognito.completeWebAuthnRegistration({ AccessToken, Credential: key.create(CredentialCreationOptions) });
}

async function withPasskey(made: Made = {}, pool: Record<string, unknown> = {}) {
  const world = await poolWithAda(pool);
  const key = authenticator(made);
  await register(world, 'ada', key);
  return { world, key };
}

const begin = (
  { cognito, clientId }: TestPool,
  USERNAME = 'ada',
  more: Record<string, string> = { PREFERRED_CHALLENGE: 'WEB_AUTHN' },
) => cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...more } });

const respond = (
  { cognito, clientId }: TestPool,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) => cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName, Session, ChallengeResponses });

function requested({ ChallengeParameters }: RespondToAuthChallengeResponse): RequestOptions {
  return JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '');
}

const prove = (world: TestPool, Session: string | undefined, credential: object, USERNAME = 'ada') =>
  respond(world, 'WEB_AUTHN', Session, { USERNAME, CREDENTIAL: JSON.stringify(credential) });

async function signIn(world: TestPool, key: Authenticator, lies: Lies = {}) {
  const asked = await begin(world);
  return prove(world, asked.Session, key.get(requested(asked), lies));
}

const claims = ({ AuthenticationResult }: RespondToAuthChallengeResponse) => decodeJwt(AuthenticationResult?.AccessToken ?? '');

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

  test('does not sign in with his own passkey as somebody else, nor in somebody else’s session', async () => {
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
