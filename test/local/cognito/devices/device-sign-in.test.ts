import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { type RememberedDevice, rememberedDevice } from '../../../support/cognito/remembered-device.ts';
import { srpTimestamp } from '../../../support/srp.ts';

const tracking = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false } };
const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const notFound = { name: 'ResourceNotFoundException', message: 'Device does not exist.' };

interface Owned {
  readonly username: string;
  readonly AccessToken: string;
  readonly DeviceKey: string;
  readonly groupKey: string;
  readonly device: RememberedDevice;
}

const begin = ({ cognito, clientId }: TestPool, USERNAME: string, more: Record<string, string> = {}) =>
  cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: password, ...more },
  });

const respond = (
  { cognito, clientId }: TestPool,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) => cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName, Session, ChallengeResponses });

/** A user signs in and confirms their device. */
async function owned(world: TestPool, username: string): Promise<Owned> {
  await world.confirmedUser(username);
  return confirmed(world, username, await begin(world, username));
}

async function confirmed(world: TestPool, username: string, { AuthenticationResult }: InitiateAuthResponse): Promise<Owned> {
  const { AccessToken = '', NewDeviceMetadata: { DeviceKey = '', DeviceGroupKey: groupKey = '' } = {} } =
    AuthenticationResult ?? {};
  const device = rememberedDevice(groupKey, DeviceKey);
  await world.cognito.confirmDevice({ AccessToken, DeviceKey, DeviceSecretVerifierConfig: device.config });
  return { username, AccessToken, DeviceKey, groupKey, device };
}

async function withDevice(pool: Record<string, unknown> = {}) {
  const world = createTestPool({ ...tracking, ...pool });
  return { world, ada: await owned(world, 'ada') };
}

/** As far as the second challenge, whose honest answer it gives. */
async function verifier(world: TestPool, { username, DeviceKey, device }: Owned) {
  const { ChallengeName, Session, ChallengeParameters } = await begin(world, username, { DEVICE_KEY: DeviceKey });
  expect({ ChallengeName, ChallengeParameters }).toEqual({
    ChallengeName: 'DEVICE_SRP_AUTH',
    ChallengeParameters: { DEVICE_KEY: DeviceKey },
  });
  const { SRP_A, sign } = device.exchange();
  const asked = await respond(world, 'DEVICE_SRP_AUTH', Session, { USERNAME: username, DEVICE_KEY: DeviceKey, SRP_A });
  expect(asked.ChallengeName).toBe('DEVICE_PASSWORD_VERIFIER');
  const parameters = asked.ChallengeParameters ?? {};
  const TIMESTAMP = srpTimestamp(world.clock.now());
  return {
    Session: asked.Session,
    firstSession: Session,
    parameters,
    sign,
    answers: {
      USERNAME: username,
      DEVICE_KEY: DeviceKey,
      TIMESTAMP,
      PASSWORD_CLAIM_SECRET_BLOCK: parameters['SECRET_BLOCK'] ?? '',
      PASSWORD_CLAIM_SIGNATURE: sign(parameters, TIMESTAMP),
    },
  };
}

const prove = (world: TestPool, Session: string | undefined, answers: Record<string, string>) =>
  respond(world, 'DEVICE_PASSWORD_VERIFIER', Session, answers);

const claims = ({ AuthenticationResult }: InitiateAuthResponse) => decodeJwt(AuthenticationResult?.AccessToken ?? '');

describe('a remembered device', () => {
  test('proves its password, which the user pool has never seen', async () => {
    const { world, ada } = await withDevice();
    const { Session, parameters, answers } = await verifier(world, ada);
    expect(parameters).toEqual({
      SALT: expect.stringMatching(/^[0-9a-f]{2,32}$/),
      SRP_B: expect.stringMatching(/^[0-9a-f]+$/),
      SECRET_BLOCK: expect.any(String),
      DEVICE_KEY: ada.DeviceKey,
      USERNAME: 'ada',
    });
    const signedIn = await prove(world, Session, answers);
    expect(claims(signedIn)).toMatchObject({ device_key: ada.DeviceKey, amr: ['pwd'] });
    expect(signedIn.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
  });

  test('is asked for nothing where the pool does not want it, or the user does not', async () => {
    const lax = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false } };
    const { world, ada } = await withDevice(lax);
    expect(claims(await begin(world, 'ada', { DEVICE_KEY: ada.DeviceKey }))).toMatchObject({ device_key: ada.DeviceKey });
    const strict = await withDevice();
    const { AccessToken, DeviceKey } = strict.ada;
    await strict.world.cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' });
    expect(claims(await begin(strict.world, 'ada', { DEVICE_KEY: DeviceKey }))).toMatchObject({ device_key: DeviceKey });
  });

  test('that was confirmed without a verifier can prove nothing, and is not asked to', async () => {
    const world = createTestPool(tracking);
    await world.confirmedUser('ada');
    const { AuthenticationResult } = await begin(world, 'ada');
    const { AccessToken, NewDeviceMetadata: { DeviceKey = '' } = {} } = AuthenticationResult ?? {};
    await world.cognito.confirmDevice({ AccessToken, DeviceKey });
    expect(claims(await begin(world, 'ada', { DEVICE_KEY: DeviceKey }))).toMatchObject({ device_key: DeviceKey });
  });

  test('comes after a new password', async () => {
    const { world, ada } = await withDevice();
    const of = { UserPoolId: world.userPoolId, Username: 'ada' };
    await world.cognito.adminSetUserPassword({ ...of, Password: password, Permanent: false });
    const asked = await begin(world, 'ada', { DEVICE_KEY: ada.DeviceKey });
    expect(asked.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const next = await respond(world, 'NEW_PASSWORD_REQUIRED', asked.Session, {
      USERNAME: 'ada',
      NEW_PASSWORD: 'Another 1 password!',
    });
    expect(next.ChallengeName).toBe('DEVICE_SRP_AUTH');
  });
});

describe('a device where MFA is required', () => {
  const mfa = {
    MfaConfiguration: 'ON',
    EnabledMfas: ['SMS_MFA'],
    SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::123456789012:role/sns' },
  };
  const lax = { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false, DeviceOnlyRememberedOnUserPrompt: false } };
  const phone = '+15555550100';

  async function withCode(pool: Record<string, unknown> = {}) {
    const world = createTestPool({ ...tracking, ...mfa, ...pool });
    await world.confirmedUser('ada', { phone_number: phone, phone_number_verified: 'true' });
    const asked = await begin(world, 'ada');
    const code = { USERNAME: 'ada', SMS_MFA_CODE: world.codeFor(phone) };
    return { world, ada: await confirmed(world, 'ada', await respond(world, 'SMS_MFA', asked.Session, code)) };
  }

  test('takes the place of the code once it is remembered and has proven itself', async () => {
    const { world, ada } = await withCode();
    const sent = world.outbox.length;
    const { Session, answers } = await verifier(world, ada);
    expect(claims(await prove(world, Session, answers))).toMatchObject({ device_key: ada.DeviceKey });
    expect(world.outbox).toHaveLength(sent);
  });

  test('does not when it is only named', async () => {
    const { world, ada } = await withCode();
    expect((await begin(world, 'ada')).ChallengeName).toBe('SMS_MFA');
    const { AccessToken, DeviceKey } = ada;
    await world.cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: 'not_remembered' });
    expect((await begin(world, 'ada', { DEVICE_KEY: DeviceKey })).ChallengeName).toBe('SMS_MFA');
    const other = await withCode(lax);
    const asked = await begin(other.world, 'ada', { DEVICE_KEY: other.ada.DeviceKey });
    expect(asked.ChallengeName).toBe('SMS_MFA');
    const code = { USERNAME: 'ada', SMS_MFA_CODE: other.world.codeFor(phone) };
    const signedIn = await respond(other.world, 'SMS_MFA', asked.Session, code);
    expect(claims(signedIn)).toMatchObject({ device_key: other.ada.DeviceKey });
  });

  test('is not asked after the code, which has named it', async () => {
    const { world, ada } = await withCode();
    const asked = await begin(world, 'ada');
    const code = { USERNAME: 'ada', SMS_MFA_CODE: world.codeFor(phone), DEVICE_KEY: ada.DeviceKey };
    expect(claims(await respond(world, 'SMS_MFA', asked.Session, code))).toMatchObject({ device_key: ada.DeviceKey });
  });
});

describe('an attacker who has the password', () => {
  test('gets no further with another device’s password, another signature, block, time or key', async () => {
    const { world, ada } = await withDevice();
    const other = rememberedDevice(ada.groupKey, ada.DeviceKey);
    const { Session, parameters, sign, answers } = await verifier(world, ada);
    const at = (seconds: number) => srpTimestamp(world.clock.now() + seconds * 1000);
    const stale = at(-600);
    const padded = answers.TIMESTAMP.replace(/ (\d) /, ' 0$1 ');
    const lies: Record<string, string>[] = [
      { PASSWORD_CLAIM_SIGNATURE: other.exchange().sign(parameters, answers.TIMESTAMP) },
      { PASSWORD_CLAIM_SIGNATURE: sign(parameters, answers.TIMESTAMP, { groupKey: '-AAAAAAAA' }) },
      { PASSWORD_CLAIM_SIGNATURE: sign(parameters, answers.TIMESTAMP, { deviceKey: 'eu-west-1_0' }) },
      { PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64') },
      { PASSWORD_CLAIM_SIGNATURE: '?' },
      { PASSWORD_CLAIM_SECRET_BLOCK: Buffer.alloc(256).toString('base64') },
      { TIMESTAMP: at(1) },
      { TIMESTAMP: stale, PASSWORD_CLAIM_SIGNATURE: sign(parameters, stale) },
      { TIMESTAMP: padded, PASSWORD_CLAIM_SIGNATURE: sign(parameters, padded) },
    ];
    for (const lie of lies) {
      expect(await refusal(prove(world, Session, { ...answers, ...lie }))).toEqual(incorrect);
      world.clock.advance({ seconds: 0 });
      // What the counting of failures does is shown below.
      world.database.sql.exec('DELETE FROM counter');
    }
    expect(await refusal(prove(world, Session, { ...answers, DEVICE_KEY: 'eu-west-1_0' }))).toEqual(notFound);
    expect((await prove(world, Session, answers)).AuthenticationResult).toBeDefined();
  });

  test('is locked out after many tries', async () => {
    const { world, ada } = await withDevice();
    const { Session, answers } = await verifier(world, ada);
    const wrong = { ...answers, PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64') };
    for (let failures = 0; failures < 5; failures++) expect(await refusal(prove(world, Session, wrong))).toEqual(incorrect);
    expect((await refusal(prove(world, Session, answers))).message).toBe('Password attempts exceeded');
  });

  test('cannot use the device of another user, nor another user’s session', async () => {
    const { world, ada } = await withDevice();
    const eve = await owned(world, 'eve');
    expect(await refusal(begin(world, 'eve', { DEVICE_KEY: ada.DeviceKey }))).toEqual(notFound);
    const eves = await verifier(world, eve);
    const adas = await verifier(world, ada);
    expect((await refusal(prove(world, adas.Session, eves.answers))).message).toBe('Invalid session for the user.');
    expect(await refusal(prove(world, adas.Session, { ...eves.answers, USERNAME: 'ada' }))).toEqual(notFound);
    const swapped = { ...eves.answers, USERNAME: 'ada', DEVICE_KEY: ada.DeviceKey };
    expect(await refusal(prove(world, adas.Session, swapped))).toEqual(incorrect);
  });

  test('cannot answer twice, late, or out of order', async () => {
    const { world, ada } = await withDevice();
    const once = await verifier(world, ada);
    const SRP_A = ada.device.exchange().SRP_A;
    const first = { USERNAME: 'ada', DEVICE_KEY: ada.DeviceKey, SRP_A };
    const used = 'Invalid session for the user, session can only be used once.';
    expect((await refusal(respond(world, 'DEVICE_SRP_AUTH', once.firstSession, first))).message).toBe(used);
    expect((await refusal(respond(world, 'DEVICE_SRP_AUTH', once.Session, first))).message).toBe('Invalid session for the user.');
    await prove(world, once.Session, once.answers);
    expect((await refusal(prove(world, once.Session, once.answers))).message).toBe(used);
    const begun = await begin(world, 'ada', { DEVICE_KEY: ada.DeviceKey });
    expect((await refusal(prove(world, begun.Session, once.answers))).message).toBe('Invalid session for the user.');
    const late = await verifier(world, ada);
    world.clock.advance({ minutes: 3 });
    expect((await refusal(prove(world, late.Session, late.answers))).message).toBe(
      'Invalid session for the user, session is expired.',
    );
  });

  test('cannot send an SRP_A that makes every password right', async () => {
    const { world, ada } = await withDevice();
    const { Session } = await begin(world, 'ada', { DEVICE_KEY: ada.DeviceKey });
    const { PasswordVerifier } = ada.device.config;
    const prime = 'f'.repeat(768);
    for (const SRP_A of ['0', '00', prime, 'f'.repeat(769), 'x', Buffer.from(PasswordVerifier, 'base64').toString('base64')]) {
      const call = respond(world, 'DEVICE_SRP_AUTH', Session, { USERNAME: 'ada', DEVICE_KEY: ada.DeviceKey, SRP_A });
      expect((await refusal(call)).name).toBe('InvalidParameterException');
    }
  });

  test('loses the device that is forgotten, or no longer remembered, in the middle', async () => {
    for (const end of ['forget', 'not_remembered'] as const) {
      const { world, ada } = await withDevice();
      const { Session, answers } = await verifier(world, ada);
      const { AccessToken, DeviceKey } = ada;
      if (end === 'forget') await world.cognito.forgetDevice({ AccessToken, DeviceKey });
      else await world.cognito.updateDeviceStatus({ AccessToken, DeviceKey, DeviceRememberedStatus: end });
      expect(await refusal(prove(world, Session, answers))).toEqual(notFound);
    }
  });
});
