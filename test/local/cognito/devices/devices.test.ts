import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, password, refusal, refusals, type TestPool } from '../../../support/cognito/pool.ts';

const always = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false } };
const onRequest = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true } };
const notFound = { name: 'ResourceNotFoundException', message: 'Device does not exist.' };
const invalidRefresh = { name: 'NotAuthorizedException', message: 'Invalid Refresh Token' };

/** Any number between 1 and the group's prime is a verifier; what it proves is the sign-in's affair. */
const DeviceSecretVerifierConfig = {
  PasswordVerifier: Buffer.alloc(384, 7).toString('base64'),
  Salt: Buffer.alloc(16, 9).toString('base64'),
};

interface SignedIn {
  readonly tokens: AuthenticationResultType;
  readonly AccessToken: string;
  readonly DeviceKey: string;
}

async function signIn({ cognito, clientId }: TestPool, USERNAME: string, more: Record<string, string> = {}): Promise<SignedIn> {
  const { AuthenticationResult: tokens = {} } = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: password, ...more },
  });
  const { AccessToken = '', NewDeviceMetadata } = tokens;
  return { tokens, AccessToken, DeviceKey: NewDeviceMetadata?.DeviceKey ?? '' };
}

async function withDevice(pool: Record<string, unknown> = always, client: Record<string, unknown> = {}) {
  const world = createTestPool(pool, client);
  await world.confirmedUser('ada');
  const first = await signIn(world, 'ada');
  await world.cognito.confirmDevice({ ...first, DeviceSecretVerifierConfig, DeviceName: 'Firefox' });
  return { ...world, ...first };
}

const refresh = ({ cognito, clientId }: TestPool, { RefreshToken = '' }: AuthenticationResultType, more = {}) =>
  cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: RefreshToken, ...more },
  });

const claimed = (accessToken: string | undefined) => decodeJwt(accessToken ?? '')['device_key'];

describe('a sign-in where devices are tracked', () => {
  test('gives a new device a key, and the tokens the claim', async () => {
    const world = createTestPool(always);
    await world.confirmedUser('ada');
    const { tokens, AccessToken, DeviceKey } = await signIn(world, 'ada');
    expect(tokens.NewDeviceMetadata).toEqual({
      DeviceKey: expect.stringMatching(/^eu-west-1_[0-9a-f-]{36}$/),
      DeviceGroupKey: expect.stringMatching(/^-[A-Za-z0-9]{8}$/),
    });
    expect(claimed(AccessToken)).toBe(DeviceKey);
    expect(decodeJwt(tokens.IdToken ?? '')).not.toHaveProperty('device_key');
  });

  test('gives none where they are not', async () => {
    for (const pool of [{}, { DeviceConfiguration: {} }]) {
      const world = createTestPool(pool);
      await world.confirmedUser('ada');
      const { tokens, AccessToken } = await signIn(world, 'ada', { DEVICE_KEY: 'eu-west-1_0' });
      expect(tokens).not.toHaveProperty('NewDeviceMetadata');
      expect(decodeJwt(AccessToken)).not.toHaveProperty('device_key');
    }
  });

  test('knows a confirmed device again', async () => {
    const world = await withDevice();
    world.clock.advance({ hours: 1 });
    const { tokens, AccessToken } = await signIn(world, 'ada', { DEVICE_KEY: world.DeviceKey });
    expect(tokens).not.toHaveProperty('NewDeviceMetadata');
    expect(claimed(AccessToken)).toBe(world.DeviceKey);
    const { Device } = await world.cognito.getDevice({ AccessToken, DeviceKey: world.DeviceKey });
    expect(Device?.DeviceLastAuthenticatedDate).toEqual(new Date(world.clock.now()));
  });

  test('refuses a device that nobody confirmed, one that does not exist and another user’s, only once the password is right', async () => {
    const world = await withDevice();
    await world.confirmedUser('eve');
    const eve = await signIn(world, 'eve');
    const unconfirmed = await signIn(world, 'ada');
    for (const key of [unconfirmed.DeviceKey, eve.DeviceKey, 'eu-west-1_00000000-0000-4000-8000-000000000000']) {
      expect(await refusal(signIn(world, 'ada', { DEVICE_KEY: key }))).toEqual(notFound);
    }
    expect(await refusal(signIn(world, 'eve', { DEVICE_KEY: world.DeviceKey }))).toEqual(notFound);
    expect((await refusal(signIn(world, 'eve', { DEVICE_KEY: world.DeviceKey, PASSWORD: 'Wrong passw0rd!' }))).message).toBe(
      'Incorrect username or password.',
    );
  });
});

describe('a refresh where devices are tracked', () => {
  test('wants the key of the sign-in’s own device, confirmed', async () => {
    const world = createTestPool(always);
    await world.confirmedUser('ada');
    const { tokens, AccessToken, DeviceKey } = await signIn(world, 'ada');
    expect(await refusal(refresh(world, tokens))).toEqual(invalidRefresh);
    expect(await refusal(refresh(world, tokens, { DEVICE_KEY: DeviceKey }))).toEqual(invalidRefresh);
    await world.cognito.confirmDevice({ AccessToken, DeviceKey, DeviceSecretVerifierConfig });
    expect(await refusal(refresh(world, tokens))).toEqual(invalidRefresh);
    const { AuthenticationResult } = await refresh(world, tokens, { DEVICE_KEY: DeviceKey });
    expect(claimed(AuthenticationResult?.AccessToken)).toBe(DeviceKey);
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');

    const other = await signIn(world, 'ada');
    await world.cognito.confirmDevice({ ...other, DeviceSecretVerifierConfig });
    expect(await refusal(refresh(world, tokens, { DEVICE_KEY: other.DeviceKey }))).toEqual(invalidRefresh);
  });

  test('is over once the device is forgotten', async () => {
    const world = await withDevice();
    await world.cognito.forgetDevice({ AccessToken: world.AccessToken, DeviceKey: world.DeviceKey });
    expect(await refusal(refresh(world, world.tokens, { DEVICE_KEY: world.DeviceKey }))).toEqual(invalidRefresh);
  });

  test('is the same for GetTokensFromRefreshToken', async () => {
    const rotating = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'], RefreshTokenRotation: { Feature: 'ENABLED' } };
    const world = await withDevice(always, rotating);
    const { cognito, clientId: ClientId, DeviceKey } = world;
    const RefreshToken = world.tokens.RefreshToken ?? '';
    expect(await refusal(cognito.getTokensFromRefreshToken({ ClientId, RefreshToken }))).toEqual(invalidRefresh);
    const { AuthenticationResult } = await cognito.getTokensFromRefreshToken({ ClientId, RefreshToken, DeviceKey });
    expect(AuthenticationResult?.RefreshToken).toBeDefined();
  });
});

describe('ConfirmDevice', () => {
  test('remembers at once, or waits for the user’s word, as the pool has it', async () => {
    for (const [pool, onPrompt] of [
      [always, false],
      [onRequest, true],
    ] as const) {
      const world = createTestPool(pool);
      await world.confirmedUser('ada');
      const { AccessToken, DeviceKey } = await signIn(world, 'ada');
      const confirm = { AccessToken, DeviceKey, DeviceSecretVerifierConfig, DeviceName: 'Firefox' };
      expect((await world.cognito.confirmDevice(confirm)).UserConfirmationNecessary).toBe(onPrompt);
      const status = async () => {
        const { Device } = await world.cognito.getDevice({ AccessToken, DeviceKey });
        return Object.fromEntries((Device?.DeviceAttributes ?? []).map(({ Name, Value }) => [Name, Value]));
      };
      const shown = { device_status: 'valid', device_name: 'Firefox' };
      expect(await status()).toEqual({ ...shown, 'dev:device_remembered_status': onPrompt ? 'not_remembered' : 'remembered' });
      for (const DeviceRememberedStatus of ['remembered', 'not_remembered'] as const) {
        await world.cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus });
        expect(await status()).toEqual({ ...shown, 'dev:device_remembered_status': DeviceRememberedStatus });
      }
    }
  });

  test('confirms a device once, and only its user’s', async () => {
    const world = await withDevice();
    expect((await refusal(world.cognito.confirmDevice({ ...world, DeviceSecretVerifierConfig }))).name).toBe(
      'DeviceKeyExistsException',
    );
    await world.confirmedUser('eve');
    const { DeviceKey } = await signIn(world, 'ada');
    const eve = await signIn(world, 'eve');
    const confirm = { AccessToken: eve.AccessToken, DeviceKey, DeviceSecretVerifierConfig };
    expect(await refusal(world.cognito.confirmDevice(confirm))).toEqual(notFound);
  });

  test('refuses numbers under which no password is needed, or that are none', async () => {
    const world = createTestPool(always);
    await world.confirmedUser('ada');
    const { AccessToken, DeviceKey } = await signIn(world, 'ada');
    const Salt = DeviceSecretVerifierConfig.Salt;
    for (const config of [
      { Salt, PasswordVerifier: Buffer.alloc(384).toString('base64') },
      { Salt, PasswordVerifier: Buffer.of(1).toString('base64') },
      { Salt, PasswordVerifier: Buffer.alloc(384, 0xff).toString('base64') },
      { Salt, PasswordVerifier: Buffer.alloc(400, 7).toString('base64') },
      { Salt, PasswordVerifier: '!' },
      { Salt },
      { Salt: '', PasswordVerifier: DeviceSecretVerifierConfig.PasswordVerifier },
    ]) {
      const call = world.cognito.confirmDevice({ AccessToken, DeviceKey, DeviceSecretVerifierConfig: config });
      expect((await refusal(call)).name).toBe('InvalidParameterException');
    }
  });

  test('keeps no device that was never confirmed longer than its tokens', async () => {
    const world = createTestPool(always);
    await world.confirmedUser('ada');
    await signIn(world, 'ada');
    const kept = await withDevice();
    for (const { clock, database, pools } of [world, kept]) {
      clock.advance({ days: 38 });
      pools.purge();
      expect(database.sql.prepare('SELECT count(*) AS n FROM sign_in_device').get()).toEqual({ n: 0 });
    }
    const devices = 'SELECT count(*) AS n FROM device';
    expect(world.database.sql.prepare(devices).get()).toEqual({ n: 0 });
    expect(kept.database.sql.prepare(devices).get()).toEqual({ n: 1 });
  });
});

describe('the devices of a user', () => {
  test('are listed a page at a time, without those that nobody confirmed', async () => {
    const world = await withDevice();
    const { cognito, AccessToken } = world;
    for (let more = 0; more < 2; more++)
      await cognito.confirmDevice({ ...(await signIn(world, 'ada')), DeviceSecretVerifierConfig });
    await signIn(world, 'ada');
    const first = await cognito.listDevices({ AccessToken, Limit: 2 });
    const rest = await cognito.listDevices({ AccessToken, Limit: 2, PaginationToken: first.PaginationToken });
    const keys = [...(first.Devices ?? []), ...(rest.Devices ?? [])].map(({ DeviceKey }) => DeviceKey);
    expect(new Set(keys)).toHaveProperty('size', 3);
    expect(keys).toContain(world.DeviceKey);
    expect(rest.PaginationToken).toBeUndefined();
  });

  test('are nobody else’s', async () => {
    const world = await withDevice();
    const { cognito, DeviceKey } = world;
    await world.confirmedUser('eve');
    const { AccessToken } = await signIn(world, 'eve');
    expect((await cognito.listDevices({ AccessToken })).Devices).toEqual([]);
    for (const told of await refusals([
      cognito.getDevice({ AccessToken, DeviceKey }),
      cognito.forgetDevice({ AccessToken, DeviceKey }),
      cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: 'remembered' }),
    ])) {
      expect(told).toEqual(notFound);
    }
    expect((await cognito.listDevices({ AccessToken: world.AccessToken })).Devices).toHaveLength(1);
  });

  test('an administrator lists, shows, marks and forgets', async () => {
    const world = await withDevice();
    const { cognito, DeviceKey } = world;
    const of = { UserPoolId: world.userPoolId, Username: 'ada' };
    expect((await cognito.adminListDevices(of)).Devices).toHaveLength(1);
    await cognito.adminUpdateDeviceStatus({ ...of, DeviceKey, DeviceRememberedStatus: 'not_remembered' });
    const { Device } = await cognito.adminGetDevice({ ...of, DeviceKey });
    expect(Device?.DeviceAttributes).toContainEqual({ Name: 'dev:device_remembered_status', Value: 'not_remembered' });
    await cognito.adminForgetDevice({ ...of, DeviceKey });
    expect(await refusal(cognito.adminGetDevice({ ...of, DeviceKey }))).toEqual(notFound);
  });

  test('stay in their pool', async () => {
    const pools = createTestPools();
    const one = createTestPool(always, {}, pools);
    await one.confirmedUser('ada');
    const here = await signIn(one, 'ada');
    await pools.cognito.confirmDevice({ ...here, DeviceSecretVerifierConfig });
    const userPoolId = pools.pools.provisionUserPool('Other', always);
    const clientId = pools.pools.provisionUserPoolClient('OtherClient', {
      UserPoolId: userPoolId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    });
    const of = { UserPoolId: userPoolId, Username: 'ada' };
    await pools.cognito.adminCreateUser({ ...of, MessageAction: 'SUPPRESS' });
    await pools.cognito.adminSetUserPassword({ ...of, Password: password, Permanent: true });
    const other = { ...one, userPoolId, clientId };
    expect(await refusal(signIn(other, 'ada', { DEVICE_KEY: here.DeviceKey }))).toEqual(notFound);
    expect(await refusal(pools.cognito.adminGetDevice({ ...of, DeviceKey: here.DeviceKey }))).toEqual(notFound);
  });
});
