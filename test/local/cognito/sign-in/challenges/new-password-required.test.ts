import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { invited } from '../../../../support/cognito/people.ts';
import { createTestPool, password, refusal, type TestPool } from '../../../../support/cognito/pool.ts';
import { signIn } from '../../../../support/cognito/sign-in.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

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

  test('asks only for the required attributes that are missing', async () => {
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
