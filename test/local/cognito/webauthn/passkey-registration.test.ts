import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authenticator, type Cbor, cose, type Lies } from '../../../support/cognito/authenticator.ts';
import { createTestPool, createTestPools, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';

const passkeyPool = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  WebAuthnRelyingPartyID: 'example.com',
};

async function tokenOf({ cognito, clientId }: TestPool, username: string, ClientId = clientId): Promise<string> {
  const { AuthenticationResult } = await cognito.initiateAuth({
    ClientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  });
  return AuthenticationResult?.AccessToken ?? '';
}

async function withUser(pool: Record<string, unknown> = {}) {
  const world = createTestPool({ ...passkeyPool, ...pool });
  const user = await world.confirmedUser('ada');
  return { ...world, ...user, AccessToken: await tokenOf(world, 'ada') };
}

async function start({ cognito }: TestPool, AccessToken: string): Promise<unknown> {
  const { CredentialCreationOptions } = await cognito.startWebAuthnRegistration({ AccessToken });
  return CredentialCreationOptions;
}

const complete = ({ cognito }: TestPool, AccessToken: string, credential: object) =>
  cognito.completeWebAuthnRegistration({ AccessToken, Credential: { ...credential } });

describe('StartWebAuthnRegistration', () => {
  test('gives the options of Cognito, and no member more', async () => {
    const world = await withUser();
    expect(await start(world, world.AccessToken)).toEqual({
      rp: { id: 'example.com', name: 'example.com' },
      user: { id: Buffer.from(world.sub).toString('base64url'), name: 'ada', displayName: 'ada' },
      challenge: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/),
      pubKeyCredParams: [
        { type: 'public-key', alg: -7 },
        { type: 'public-key', alg: -257 },
      ],
      timeout: 60_000,
      excludeCredentials: [],
      authenticatorSelection: { requireResidentKey: true, residentKey: 'required', userVerification: 'preferred' },
    });
  });

  test('names the passkeys that the user has, and asks for verification where the pool requires it', async () => {
    const world = await withUser({ WebAuthnUserVerification: 'required' });
    const key = authenticator();
    await complete(world, world.AccessToken, key.create(await start(world, world.AccessToken)));
    expect(await start(world, world.AccessToken)).toMatchObject({
      excludeCredentials: [{ type: 'public-key', id: key.credentialId }],
      authenticatorSelection: { userVerification: 'required' },
    });
  });

  test('follows SetUserPoolMfaConfig', async () => {
    const world = await withUser({ WebAuthnRelyingPartyID: undefined });
    const { cognito, userPoolId: UserPoolId, AccessToken } = world;
    const WebAuthnConfiguration = { RelyingPartyId: 'example.net', UserVerification: 'required' } as const;
    await cognito.setUserPoolMfaConfig({ UserPoolId, WebAuthnConfiguration });
    expect((await cognito.getUserPoolMfaConfig({ UserPoolId })).WebAuthnConfiguration).toMatchObject(WebAuthnConfiguration);
    const options = await start(world, AccessToken);
    expect(options).toMatchObject({ rp: { id: 'example.net' }, authenticatorSelection: { userVerification: 'required' } });
    await expect(complete(world, AccessToken, authenticator().create(options))).resolves.toBeDefined();
  });

  test('says that passkeys are off, or that there is no relying party', async () => {
    for (const [pool, name] of [
      [{ Policies: {} }, 'WebAuthnNotEnabledException'],
      [{ WebAuthnRelyingPartyID: undefined }, 'WebAuthnConfigurationMissingException'],
    ] as const) {
      const world = await withUser(pool);
      expect((await refusal(start(world, world.AccessToken))).name).toBe(name);
    }
  });
});

describe('CompleteWebAuthnRegistration', () => {
  test.each(['ES256', 'RS256'] as const)(
    'registers a passkey with an %s key, which is listed and can be deleted',
    async (algorithm) => {
      const world = await withUser();
      const key = authenticator({ algorithm });
      await complete(world, world.AccessToken, key.create(await start(world, world.AccessToken)));
      const { AccessToken, cognito, clock } = world;
      const { Credentials } = await cognito.listWebAuthnCredentials({ AccessToken });
      expect(Credentials).toEqual([
        {
          CredentialId: key.credentialId,
          FriendlyCredentialName: 'Passkey 1',
          RelyingPartyId: 'example.com',
          AuthenticatorAttachment: 'platform',
          AuthenticatorTransports: ['internal', 'hybrid'],
          CreatedAt: new Date(clock.now()),
        },
      ]);
      await cognito.deleteWebAuthnCredential({ AccessToken, CredentialId: key.credentialId });
      expect((await cognito.listWebAuthnCredentials({ AccessToken })).Credentials).toEqual([]);
      expect((await refusal(cognito.deleteWebAuthnCredential({ AccessToken, CredentialId: key.credentialId }))).name).toBe(
        'ResourceNotFoundException',
      );
    },
  );

  test('does not ask who made the authenticator', async () => {
    for (const attestation of [
      {
        fmt: 'packed',
        attStmt: new Map<Cbor, Cbor>([
          ['alg', -7],
          ['sig', Buffer.alloc(70)],
        ]),
      },
      { fmt: 'of-the-future', attStmt: new Map<Cbor, Cbor>([['x', 1]]) },
    ]) {
      const world = await withUser();
      const credential = authenticator().create(await start(world, world.AccessToken), { attestation });
      await expect(complete(world, world.AccessToken, credential)).resolves.toBeDefined();
    }
  });

  test.each(['https://example.com', 'https://login.example.com:8443'])('accepts a page of %s', async (origin) => {
    const world = await withUser();
    const credential = authenticator().create(await start(world, world.AccessToken), { origin });
    await expect(complete(world, world.AccessToken, credential)).resolves.toBeDefined();
  });

  test('accepts plain http on localhost', async () => {
    const world = await withUser({ WebAuthnRelyingPartyID: 'localhost' });
    const credential = authenticator().create(await start(world, world.AccessToken), { origin: 'http://localhost:4000' });
    await expect(complete(world, world.AccessToken, credential)).resolves.toBeDefined();
  });

  const es384 = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey;
  const shortRsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey;
  const lies: readonly (readonly [what: string, lies: Lies, name: string])[] = [
    ['a page of another site', { origin: 'https://example.org' }, 'WebAuthnOriginNotAllowedException'],
    ['a page whose host only ends alike', { origin: 'https://notexample.com' }, 'WebAuthnOriginNotAllowedException'],
    ['a page over plain http', { origin: 'http://example.com' }, 'WebAuthnOriginNotAllowedException'],
    ['a page with more than an origin', { origin: 'https://example.com/path' }, 'WebAuthnOriginNotAllowedException'],
    ['a page inside another page', { crossOrigin: true }, 'WebAuthnOriginNotAllowedException'],
    ['a credential for another relying party', { rpId: 'example.org' }, 'WebAuthnRelyingPartyMismatchException'],
    ['a key of another kind', { publicKey: cose(es384).set(3, -35).set(-1, 2) }, 'WebAuthnCredentialNotSupportedException'],
    ['a key that is not on its curve', { publicKey: cose(es384) }, 'WebAuthnCredentialNotSupportedException'],
    ['an RSA key that is too short', { publicKey: cose(shortRsa) }, 'WebAuthnCredentialNotSupportedException'],
    ['an assertion’s client data', { type: 'webauthn.get' }, 'InvalidParameterException'],
    ['nobody being there', { userPresent: false }, 'InvalidParameterException'],
    ['a challenge that nobody gave', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'WebAuthnChallengeNotFoundException'],
  ];
  test.each(lies)('refuses %s', async (_, lie, name) => {
    const world = await withUser();
    const credential = authenticator().create(await start(world, world.AccessToken), lie);
    expect((await refusal(complete(world, world.AccessToken, credential))).name).toBe(name);
    expect((await world.cognito.listWebAuthnCredentials({ AccessToken: world.AccessToken })).Credentials).toEqual([]);
  });

  test('refuses an authenticator that did not verify its user, where the pool requires it', async () => {
    const world = await withUser({ WebAuthnUserVerification: 'required' });
    const credential = authenticator({ userVerified: false }).create(await start(world, world.AccessToken));
    expect((await refusal(complete(world, world.AccessToken, credential))).name).toBe('WebAuthnCredentialNotSupportedException');
  });

  test('takes a challenge once, right or wrong, for five minutes, from its user and through its client', async () => {
    const world = await withUser();
    const notFound = 'WebAuthnChallengeNotFoundException';
    const options = await start(world, world.AccessToken);
    await refusal(complete(world, world.AccessToken, authenticator().create(options, { rpId: 'example.org' })));
    expect((await refusal(complete(world, world.AccessToken, authenticator().create(options)))).name).toBe(notFound);

    const used = await start(world, world.AccessToken);
    await complete(world, world.AccessToken, authenticator().create(used));
    expect((await refusal(complete(world, world.AccessToken, authenticator().create(used)))).name).toBe(notFound);

    await world.confirmedUser('eve');
    const eve = await tokenOf(world, 'eve');
    const adas = await start(world, world.AccessToken);
    expect((await refusal(complete(world, eve, authenticator().create(adas)))).name).toBe(notFound);

    const otherClient = world.pools.provisionUserPoolClient('Other', {
      UserPoolId: world.userPoolId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    });
    const elsewhere = await tokenOf(world, 'ada', otherClient);
    expect((await refusal(complete(world, elsewhere, authenticator().create(adas)))).name).toBe(
      'WebAuthnClientMismatchException',
    );
    world.clock.advance({ minutes: 5 });
    expect((await refusal(complete(world, world.AccessToken, authenticator().create(adas)))).name).toBe(notFound);
  });

  test('refuses a passkey that is registered already, by the same user or by another', async () => {
    const world = await withUser();
    await world.confirmedUser('eve');
    const key = authenticator();
    await complete(world, world.AccessToken, key.create(await start(world, world.AccessToken)));
    for (const username of ['ada', 'eve']) {
      const token = await tokenOf(world, username);
      expect(await refusal(complete(world, token, key.create(await start(world, token))))).toEqual({
        name: 'InvalidParameterException',
        message: 'The passkey is registered already.',
      });
    }
  });

  test('refuses what is no credential, in Cognito’s words', async () => {
    const world = await withUser();
    type Right = ReturnType<ReturnType<typeof authenticator>['create']>;
    const spoilt: readonly ((right: Right) => object)[] = [
      () => ({}),
      (right) => ({ ...right, type: 'password' }),
      (right) => ({ ...right, rawId: 'AAAA' }),
      (right) => ({ ...right, id: 'AAAA', rawId: 'AAAA' }),
      (right) => ({ ...right, response: { ...right.response, clientDataJSON: 'bm90IGpzb24' } }),
      (right) => ({ ...right, response: { ...right.response, attestationObject: 'AAAA' } }),
    ];
    for (const spoil of spoilt) {
      const right = authenticator().create(await start(world, world.AccessToken));
      expect(await refusal(complete(world, world.AccessToken, spoil(right)))).toEqual({
        name: 'InvalidParameterException',
        message: 'Credential data is not valid',
      });
    }
  });

  test('allows twenty passkeys, listed a page at a time', async () => {
    const world = await withUser();
    const { AccessToken, cognito } = world;
    const late = await start(world, AccessToken);
    for (let made = 0; made < 20; made++) {
      await complete(world, AccessToken, authenticator().create(await start(world, AccessToken)));
      world.clock.advance({ seconds: 1 });
    }
    expect((await refusal(start(world, AccessToken))).name).toBe('LimitExceededException');
    expect((await refusal(complete(world, AccessToken, authenticator().create(late)))).name).toBe('LimitExceededException');
    const first = await cognito.listWebAuthnCredentials({ AccessToken, MaxResults: 15 });
    const rest = await cognito.listWebAuthnCredentials({ AccessToken, NextToken: first.NextToken });
    expect([...(first.Credentials ?? []), ...(rest.Credentials ?? [])].map(({ FriendlyCredentialName: name }) => name)).toEqual(
      Array.from({ length: 20 }, (_, index) => `Passkey ${index + 1}`),
    );
    expect(rest.NextToken).toBeUndefined();
  });

  test('keeps the pools apart', async () => {
    const pools = createTestPools();
    const one = createTestPool(passkeyPool, {}, pools);
    await one.confirmedUser('ada');
    const otherId = pools.pools.provisionUserPool('Other', passkeyPool);
    const clientId = pools.pools.provisionUserPoolClient('OtherClient', {
      UserPoolId: otherId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    });
    const other = { ...one, userPoolId: otherId, clientId };
    await pools.cognito.adminCreateUser({ UserPoolId: otherId, Username: 'ada', MessageAction: 'SUPPRESS' });
    await pools.cognito.adminSetUserPassword({ UserPoolId: otherId, Username: 'ada', Password: password, Permanent: true });
    const [here, there] = [await tokenOf(one, 'ada'), await tokenOf(other, 'ada')];
    const credential = authenticator().create(await start(one, here));
    expect((await refusal(complete(other, there, credential))).name).toBe('WebAuthnChallengeNotFoundException');
    await complete(one, here, credential);
    expect((await pools.cognito.listWebAuthnCredentials({ AccessToken: there })).Credentials).toEqual([]);
  });
});
