import crypto, { createHmac } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import type { AuthFlowType, ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createTestPool, createTestPools, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
const wrong = 'Wrong passw0rd!';

function signIn({ cognito, clientId }: TestPool, USERNAME: string, PASSWORD: string, more: Record<string, string> = {}) {
  return cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, ...more },
  });
}

async function invited(world: TestPool, Username = 'grace', TemporaryPassword = 'Temp0rary!'): Promise<string> {
  await world.cognito.adminCreateUser({
    UserPoolId: world.userPoolId,
    Username,
    TemporaryPassword,
    MessageAction: 'SUPPRESS',
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
  });
  return TemporaryPassword;
}

async function challenged(world: TestPool, username = 'grace'): Promise<string> {
  const { ChallengeName, Session } = await signIn(world, username, await invited(world, username));
  expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  return Session ?? '';
}

function answer(
  { cognito, clientId }: TestPool,
  Session: string | undefined,
  responses: Record<string, string> = {},
  change = {},
) {
  return cognito.respondToAuthChallenge({
    ClientId: clientId,
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session,
    ChallengeResponses: { USERNAME: 'grace', NEW_PASSWORD: password, ...responses },
    ...change,
  });
}

describe('InitiateAuth with a password', () => {
  test('refuses a wrong password, an unknown user and odd input in the same words', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (const [name, typed] of [
      ['ada', wrong],
      ['nobody', password],
      ['x'.repeat(200), password],
      ['ada', 'x'.repeat(300)],
      ['a b', ' '],
    ] as const) {
      expect(await refusal(signIn(world, name, typed))).toEqual(incorrect);
    }
  });

  test('does the work of a password check for an unknown user too', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    // The powers that a check takes are its work; the modules see the spy once the names of the built-in one are synchronised.
    const powers = vi.spyOn(crypto, 'publicEncrypt');
    syncBuiltinESMExports();
    onTestFinished(() => {
      powers.mockRestore();
      syncBuiltinESMExports();
    });
    const counted = async (name: string) => {
      powers.mockClear();
      await refusal(signIn(world, name, wrong));
      return powers.mock.calls.length;
    };
    const known = await counted('ada');
    expect(known).toBeGreaterThan(0);
    expect(await counted('nobody')).toBe(known);
  });

  test('names an unknown user where the client is LEGACY', async () => {
    const world = createTestPool({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect(await refusal(signIn(world, 'nobody', password))).toEqual({
      name: 'UserNotFoundException',
      message: 'User does not exist.',
    });
  });

  test('tells an unconfirmed user so, whatever the password', async () => {
    const world = createTestPool();
    await world.cognito.signUp({ ClientId: world.clientId, Username: 'ada', Password: password });
    for (const typed of [password, wrong]) {
      expect(await refusal(signIn(world, 'ada', typed))).toEqual({
        name: 'UserNotConfirmedException',
        message: 'User is not confirmed.',
      });
    }
  });

  test('refuses an alias that is not verified, and the sub', async () => {
    const world = createTestPool();
    const { sub } = await world.confirmedUser('ada', { email: 'ada@example.com' });
    expect(await refusal(signIn(world, 'ada@example.com', password))).toEqual(incorrect);
    expect(await refusal(signIn(world, sub, password))).toEqual(incorrect);
  });

  test('refuses another pool’s user', async () => {
    const pools = createTestPools();
    const one = createTestPool({}, {}, pools);
    await one.confirmedUser('ada');
    const otherId = pools.pools.provisionUserPool('Other', {});
    const clientId = pools.pools.provisionUserPoolClient('OtherClient', {
      UserPoolId: otherId,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    });
    expect(await refusal(signIn({ ...one, clientId }, 'ada', password))).toEqual(incorrect);
  });

  test('checks flow, then parameters, before it looks anybody up', async () => {
    const world = createTestPool({}, { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] });
    const begin = (AuthFlow: AuthFlowType, AuthParameters = {}) =>
      refusal(world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow, AuthParameters }));
    expect(await begin('USER_PASSWORD_AUTH')).toEqual({
      name: 'InvalidParameterException',
      message: 'USER_PASSWORD_AUTH flow not enabled for this client',
    });
    expect((await begin('REFRESH_TOKEN_AUTH')).message).toBe('Auth flow not enabled for this client');
    for (const flow of ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'] as const) {
      expect((await begin(flow)).message).toBe('Initiate Auth method not supported.');
    }
    const { cognito, clientId } = createTestPool();
    for (const [AuthParameters, missing] of [
      [{ PASSWORD: 'x' }, 'USERNAME'],
      [{ USERNAME: '', PASSWORD: 'x' }, 'USERNAME'],
      [{ USERNAME: 'x' }, 'PASSWORD'],
    ] as const) {
      const call = cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
      expect((await refusal(call)).message).toBe(`Missing required parameter ${missing}`);
    }
  });
});

describe('the lockout', () => {
  test.each(['ada', 'nobody'])(
    'locks after five failures, twice as long each time, for whoever calls himself %s',
    async (name) => {
      const world = createTestPool();
      await world.confirmedUser('ada');
      for (let failures = 0; failures < 5; failures++) expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
      for (const seconds of [1, 2, 4, 8]) {
        expect(await refusal(signIn(world, name, password))).toEqual(locked);
        world.clock.advance({ seconds: seconds - 0.001 });
        expect(await refusal(signIn(world, name, wrong))).toEqual(locked);
        world.clock.advance({ seconds: 0.001 });
        expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
      }
    },
  );

  test('never locks for more than fifteen minutes, and forgets after as long a silence', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (let failures = 1; failures <= 15; failures++) {
      expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
      if (failures >= 5 && failures < 15) world.clock.advance({ seconds: 2 ** (failures - 5) });
    }
    // 2^10 seconds would be more than 15 minutes.
    world.clock.advance({ minutes: 15, seconds: -0.001 });
    expect(await refusal(signIn(world, 'ada', password))).toEqual(locked);
    world.clock.advance({ seconds: 0.001 });
    for (let failures = 0; failures < 4; failures++) expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
    expect((await signIn(world, 'ada', password)).AuthenticationResult).toBeDefined();
  });

  test('forgets the failures after a success', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    for (let round = 0; round < 3; round++) {
      for (let failures = 0; failures < 4; failures++) expect(await refusal(signIn(world, 'ada', wrong))).toEqual(incorrect);
      await signIn(world, 'ada', password);
    }
  });

  test('counts guesses of a temporary password, by whatever name the user is called', async () => {
    const world = createTestPool();
    const temporary = await invited(world);
    for (const name of ['grace', 'GRACE', 'grace', 'Grace', 'grace'])
      expect(await refusal(signIn(world, name, wrong))).toEqual(incorrect);
    expect(await refusal(signIn(world, 'grace', temporary))).toEqual(locked);
  });

  test('holds against guesses that come all at once', async () => {
    const world = createTestPool();
    await world.confirmedUser('ada');
    const answers = await Promise.all(Array.from({ length: 50 }, () => refusal(signIn(world, 'ada', wrong))));
    expect(answers.filter(({ message }) => message === incorrect.message)).toHaveLength(5);
    expect(answers.filter(({ message }) => message === locked.message)).toHaveLength(45);
  });
});

describe('a client with a secret', () => {
  const hash = (secret: string, text: string) => createHmac('sha256', secret).update(text).digest('base64');

  test('must prove it in every operation', async () => {
    const world = createTestPool({}, { GenerateSecret: true });
    const { cognito, clientId, userPoolId, codeFor } = world;
    const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId: userPoolId, ClientId: clientId });
    const secret = UserPoolClient?.ClientSecret ?? '';
    expect(secret).toMatch(/^[a-z0-9]{51}$/);
    const SecretHash = hash(secret, `ada${clientId}`);
    const request = {
      ClientId: clientId,
      Username: 'ada',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
    };
    const absent = {
      name: 'NotAuthorizedException',
      message: `Client ${clientId} is configured with secret but SECRET_HASH was not received`,
    };
    const bad = { name: 'NotAuthorizedException', message: `Unable to verify secret hash for client ${clientId}` };
    expect(await refusal(cognito.signUp(request))).toEqual(absent);
    expect(await refusal(cognito.signUp({ ...request, SecretHash: hash(secret, `eve${clientId}`) }))).toEqual(bad);
    await cognito.signUp({ ...request, SecretHash });
    const named = { ClientId: clientId, Username: 'ada' };
    expect(await refusal(cognito.resendConfirmationCode(named))).toEqual(absent);
    expect(await refusal(cognito.confirmSignUp({ ...named, ConfirmationCode: '1' }))).toEqual(absent);
    expect(await refusal(cognito.forgotPassword(named))).toEqual(absent);
    expect(await refusal(cognito.confirmForgotPassword({ ...named, ConfirmationCode: '1', Password: password }))).toEqual(absent);
    await cognito.confirmSignUp({ ...named, SecretHash, ConfirmationCode: codeFor('ada@example.com') });
    expect(await refusal(signIn(world, 'ada', password))).toEqual(absent);
    expect(await refusal(signIn(world, 'ada', password, { SECRET_HASH: 'x' }))).toEqual(bad);
    // The hash is made of the name as typed.
    expect(await refusal(signIn(world, 'ADA', password, { SECRET_HASH: SecretHash }))).toEqual(bad);
    const { AuthenticationResult } = await signIn(world, 'ada', password, { SECRET_HASH: SecretHash });
    const RefreshToken = AuthenticationResult?.RefreshToken ?? '';
    const refresh = (AuthParameters: Record<string, string>) =>
      cognito.initiateAuth({
        ClientId: clientId,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken, ...AuthParameters },
      });
    expect(await refusal(refresh({}))).toEqual(absent);
    expect((await refresh({ SECRET_HASH: SecretHash })).AuthenticationResult?.AccessToken).toBeDefined();
    const renew = (change: object) => cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken, ...change });
    expect((await refusal(renew({}))).message).toBe(`Client ${clientId} is configured for secret but secret was not received`);
    expect(await refusal(renew({ ClientSecret: 'x'.repeat(51) }))).toEqual(bad);
    expect((await renew({ ClientSecret: secret })).AuthenticationResult?.AccessToken).toBeDefined();
    const revoke = (change: object) => cognito.revokeToken({ ClientId: clientId, Token: RefreshToken, ...change });
    expect((await refusal(revoke({}))).name).toBe('UnauthorizedException');
    await revoke({ ClientSecret: secret });
  });
});

describe('NEW_PASSWORD_REQUIRED', () => {
  const invalid = { name: 'NotAuthorizedException', message: 'Invalid session for the user.' };

  test('takes a password that the policy allows, the temporary one included, and ends in tokens', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    const { AuthenticationResult, ChallengeParameters, ChallengeName } = await answer(world, session, {
      NEW_PASSWORD: 'Temp0rary!',
    });
    expect([AuthenticationResult?.TokenType, ChallengeParameters, ChallengeName]).toEqual(['Bearer', {}, undefined]);
    const { UserStatus } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'grace' });
    expect(UserStatus).toBe('CONFIRMED');
    expect((await signIn(world, 'grace', 'Temp0rary!')).AuthenticationResult).toBeDefined();
  });

  test('keeps the session open after a password that breaks the policy', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    expect(await refusal(answer(world, session, { NEW_PASSWORD: 'password' }))).toEqual({
      name: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password must have uppercase characters',
    });
    expect((await refusal(answer(world, session, { NEW_PASSWORD: '' }))).message).toBe('Missing required parameter NEW_PASSWORD');
    expect((await answer(world, session)).AuthenticationResult).toBeDefined();
  });

  test('is over with the temporary password’s validity', async () => {
    const world = createTestPool({ Policies: { PasswordPolicy: { TemporaryPasswordValidityDays: 2 } } });
    const temporary = await invited(world);
    world.clock.advance({ days: 2 });
    expect(await refusal(signIn(world, 'grace', temporary))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Temporary password has expired and must be reset by an administrator.',
    });
  });

  test('a session works once', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    const answers = await Promise.allSettled([answer(world, session), answer(world, session), answer(world, session)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(answer(world, session))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session can only be used once.',
    });
  });

  test.each([
    [{}, 3],
    [{ AuthSessionValidity: 15 }, 15],
  ])('a session of a client with %j lives %i minutes', async (client, minutes) => {
    const world = createTestPool({}, client);
    const session = await challenged(world);
    world.clock.advance({ minutes });
    expect(await refusal(answer(world, session))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
    world.clock.advance({ days: 1 });
    expect(await refusal(answer(world, session))).toMatchObject({ name: 'NotAuthorizedException' });
  });

  test('a made-up session is refused', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    expect(await refusal(answer(world, 'x'.repeat(1540)))).toEqual(invalid);
    expect(await refusal(answer(world, `${session.slice(0, -1)}${session.endsWith('A') ? 'B' : 'A'}`))).toEqual(invalid);
    expect((await refusal(answer(world, undefined))).message).toBe('Missing required parameter Session');
  });

  test('another user’s session is refused, and stays the other’s', async () => {
    const world = createTestPool();
    const session = await challenged(world, 'grace');
    await challenged(world, 'eve');
    for (const USERNAME of ['eve', 'nobody']) expect(await refusal(answer(world, session, { USERNAME }))).toEqual(invalid);
    expect((await refusal(answer(world, session, { USERNAME: '' }))).message).toBe('Missing required parameter USERNAME');
    expect((await answer(world, session)).AuthenticationResult).toBeDefined();
  });

  test('another client’s session is refused', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    expect(await refusal(answer({ ...world, clientId }, session))).toEqual(invalid);
  });

  test('every other challenge’s name is refused, and the session stays its own', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    const names = [
      'SMS_MFA',
      'EMAIL_OTP',
      'SOFTWARE_TOKEN_MFA',
      'SELECT_MFA_TYPE',
      'MFA_SETUP',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
    ] as const;
    const more = [
      'SELECT_CHALLENGE',
      'DEVICE_SRP_AUTH',
      'DEVICE_PASSWORD_VERIFIER',
      'ADMIN_NO_SRP_AUTH',
      'SMS_OTP',
      'PASSWORD',
    ] as const;
    const rest: readonly ChallengeNameType[] = [...names, ...more, 'WEB_AUTHN', 'PASSWORD_SRP'];
    for (const ChallengeName of rest) {
      const { name } = await refusal(answer(world, session, {}, { ChallengeName }));
      expect(['NotAuthorizedException', 'InvalidParameterException', 'NotImplementedException']).toContain(name);
    }
    expect((await answer(world, session)).AuthenticationResult).toBeDefined();
  });

  test('a new temporary password voids the sessions of the old one', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    await world.cognito.adminSetUserPassword({ UserPoolId: world.userPoolId, Username: 'grace', Password: 'An0ther one!' });
    expect(await refusal(answer(world, session))).toEqual(invalid);
  });

  test('of two sessions the first to finish ends the other', async () => {
    const world = createTestPool();
    const first = await challenged(world);
    const { Session: second } = await signIn(world, 'grace', 'Temp0rary!');
    await answer(world, first);
    expect(await refusal(answer(world, second, { NEW_PASSWORD: 'Stolen passw0rd!' }))).toEqual(invalid);
    expect(await refusal(signIn(world, 'grace', 'Stolen passw0rd!'))).toEqual(incorrect);
  });

  test('a user disabled meanwhile is refused', async () => {
    const world = createTestPool();
    const session = await challenged(world);
    world.database.sql.exec('UPDATE user SET enabled = 0');
    expect((await refusal(answer(world, session))).message).toBe('User is disabled.');
  });

  test('asks for the required attributes that are missing, and takes no others twice', async () => {
    const world = createTestPool({ Schema: [{ Name: 'name', Required: true, Mutable: true }] });
    const UserAttributes = [
      { Name: 'name', Value: 'Grace' },
      { Name: 'email', Value: 'grace@example.com' },
    ];
    await world.cognito.adminCreateUser({
      UserPoolId: world.userPoolId,
      Username: 'grace',
      TemporaryPassword: 'Temp0rary!',
      UserAttributes,
    });
    // A user whom the pool knew before the attribute became required.
    world.database.sql.exec(`UPDATE user SET attributes = json_remove(attributes, '$.name')`);
    const { Session, ChallengeParameters } = await signIn(world, 'grace', 'Temp0rary!');
    expect(ChallengeParameters).toEqual({
      USER_ID_FOR_SRP: 'grace',
      requiredAttributes: '["userAttributes.name"]',
      userAttributes: '{"email":"grace@example.com"}',
    });
    const refused = (responses: Record<string, string>) => refusal(answer(world, Session, responses));
    expect(await refused({})).toEqual({
      name: 'InvalidParameterException',
      message: 'Invalid attributes given, name is missing',
    });
    expect(await refused({ 'userAttributes.name': 'G', 'userAttributes.email': 'eve@example.com' })).toEqual({
      name: 'NotAuthorizedException',
      message: 'Cannot modify an already provided email',
    });
    expect((await refused({ 'userAttributes.name': 'G', 'userAttributes.phone_number_verified': 'true' })).message).toBe(
      'A client attempted to write unauthorized attribute',
    );
    await answer(world, Session, { 'userAttributes.name': 'Grace H', 'userAttributes.phone_number': '+441234567890' });
    const { UserAttributes: stored } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'grace' });
    expect(stored).toContainEqual({ Name: 'name', Value: 'Grace H' });
    expect(stored).toContainEqual({ Name: 'phone_number_verified', Value: 'false' });
  });
});
