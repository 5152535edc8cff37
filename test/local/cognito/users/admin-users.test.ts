import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';

const unknown = { name: 'UserNotFoundException', message: 'User does not exist.' };
const email = [
  { Name: 'email', Value: 'grace@example.com' },
  { Name: 'email_verified', Value: 'true' },
];

const create = ({ cognito, userPoolId }: TestPool, change: object = {}) =>
  cognito.adminCreateUser({ UserPoolId: userPoolId, Username: 'grace', UserAttributes: email, ...change });
const signIn = ({ cognito, clientId }: TestPool, PASSWORD: string, USERNAME = 'grace') =>
  cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });

describe('AdminCreateUser', () => {
  test('makes a user who must change the password that was sent', async () => {
    const world = createTestPool({
      AdminCreateUserConfig: {
        AllowAdminCreateUserOnly: true,
        InviteMessageTemplate: { EmailSubject: 'Come in', EmailMessage: '<b>{username}</b> {####} {####}' },
      },
    });
    const { User } = await create(world, { DesiredDeliveryMediums: ['EMAIL'] });
    expect(User).toMatchObject({
      Username: 'grace',
      Attributes: [{ Name: 'sub' }, ...email],
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
      UserCreateDate: new Date('2026-03-01T12:00:00.500Z'),
    });
    const temporary = world.codeFor('grace@example.com');
    expect(world.outbox).toMatchObject([
      { kind: 'AdminCreateUser', channel: 'EMAIL', subject: 'Come in', body: `<b>grace</b> ${temporary} ${temporary}` },
    ]);
    expect((await signIn(world, temporary)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  test('generates temporary passwords that meet the policy, each a different one', async () => {
    const world = createTestPool({ Policies: { PasswordPolicy: { MinimumLength: 20 } } });
    for (let user = 0; user < 20; user++) {
      const address = `user${user}@example.com`;
      await create(world, {
        Username: `user${user}`,
        UserAttributes: [{ Name: 'email', Value: address }],
        DesiredDeliveryMediums: ['EMAIL'],
      });
      expect(world.codeFor(address)).toMatch(/^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])(?=.*[!@#$%*?]).{20}$/);
    }
    expect(new Set(world.outbox.map(({ code }) => code)).size).toBe(20);
  });

  test.each([
    [{}, []],
    [{ DesiredDeliveryMediums: ['EMAIL', 'SMS'], MessageAction: 'SUPPRESS' }, []],
    [{ DesiredDeliveryMediums: ['EMAIL'] }, ['grace@example.com']],
  ])('with %j sends to %j', async (change, to) => {
    const world = createTestPool();
    await create(world, change);
    expect(world.outbox.map((message) => message.to)).toEqual(to);
  });

  test('sends by SMS and mail where both are asked for, a password with odd characters as it is', async () => {
    const world = createTestPool();
    const UserAttributes = [...email, { Name: 'phone_number', Value: '+441234567890' }];
    const TemporaryPassword = `A1!a$&{username}`;
    await create(world, { UserAttributes, TemporaryPassword, DesiredDeliveryMediums: ['EMAIL', 'SMS'] });
    const body = `Your username is grace and temporary password is ${TemporaryPassword}.`;
    expect(world.outbox).toMatchObject([
      { to: 'grace@example.com', body, subject: 'Your temporary password' },
      { to: '+441234567890', body, subject: null },
    ]);
  });

  test('leaves an address without a flag until something sets one', async () => {
    const world = createTestPool();
    const { User } = await create(world, {
      UserAttributes: [email[0], { Name: 'phone_number', Value: '+441234567890' }],
      TemporaryPassword: 'Temp0rary!',
    });
    expect(User?.Attributes?.map(({ Name }) => Name)).toEqual(['sub', 'email', 'phone_number']);
    const { ChallengeName, ChallengeParameters, Session } = await signIn(world, 'Temp0rary!');
    expect(JSON.parse(ChallengeParameters?.['userAttributes'] ?? '')).toEqual({
      email: 'grace@example.com',
      phone_number: '+441234567890',
    });
    const ChallengeResponses = { USERNAME: 'grace', NEW_PASSWORD: password };
    const { AuthenticationResult } = await world.cognito.respondToAuthChallenge({
      ClientId: world.clientId,
      ChallengeName,
      Session,
      ChallengeResponses,
    });
    const claims = decodeJwt(AuthenticationResult?.IdToken ?? '');
    expect(Object.keys(claims).filter((name) => name.endsWith('_verified'))).toEqual([]);
  });

  test('sends an invitation again by mail only where there is an address', async () => {
    const world = createTestPool();
    await create(world, { UserAttributes: [] });
    const again = create(world, { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] });
    expect((await refusal(again)).message).toBe('No email provided but desired delivery medium was Email');
  });

  test('makes a confirmed user without a password where users may sign in by code', async () => {
    const world = createTestPool({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } });
    const { User } = await create(world, { DesiredDeliveryMediums: ['EMAIL'] });
    expect([User?.UserStatus, world.outbox]).toEqual(['CONFIRMED', []]);
    expect((await refusal(signIn(world, password))).message).toBe('Incorrect username or password.');
    await create(world, { Username: 'other', UserAttributes: [], TemporaryPassword: 'Temp0rary!' });
    expect((await signIn(world, 'Temp0rary!', 'other')).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  });

  test.each([
    [
      { TemporaryPassword: 'temporary' },
      'InvalidPasswordException',
      'Password does not conform to policy: Password must have uppercase characters',
    ],
    [
      { Username: 'g@example.com' },
      'InvalidParameterException',
      'Username cannot be of email format, since user pool is configured for email alias.',
    ],
    [
      { UserAttributes: [{ Name: 'sub', Value: 'x' }] },
      'InvalidParameterException',
      'Cannot modify the non-mutable attribute sub',
    ],
    [
      { UserAttributes: [{ Name: 'email_verified', Value: 'maybe' }] },
      'InvalidParameterException',
      'Attributes did not conform to the schema: email_verified: Attribute value must be true or false.',
    ],
    ...['true', 'false'].flatMap((Value): [object, string, string][] => [
      [
        { UserAttributes: [{ Name: 'email_verified', Value }] },
        'InvalidParameterException',
        'Email is required to verify/un-verify an email',
      ],
      [
        { UserAttributes: [...email, { Name: 'phone_number_verified', Value }] },
        'InvalidParameterException',
        'Phone Number is required to verify/un-verify a phone number',
      ],
    ]),
    ...[{}, { MessageAction: 'SUPPRESS' }].map((more): [object, string, string] => [
      { UserAttributes: [], DesiredDeliveryMediums: ['EMAIL'], ...more },
      'InvalidParameterException',
      'No email provided but desired delivery medium was Email',
    ]),
    [{ UserPoolId: 'eu-west-1_unknown00' }, 'ResourceNotFoundException', 'User pool eu-west-1_unknown00 does not exist.'],
    [{ Username: 'Taken' }, 'UsernameExistsException', 'User account already exists'],
    [
      {
        Username: 'fresh',
        UserAttributes: [
          { Name: 'email', Value: 'Taken@example.com' },
          { Name: 'email_verified', Value: 'true' },
        ],
      },
      'AliasExistsException',
      'An account with the given email already exists.',
    ],
  ])('refuses %j and leaves no trace', async (change, name, message) => {
    const world = createTestPool();
    await world.confirmedUser('taken');
    expect(await refusal(create(world, change))).toEqual({ name, message });
    const { UserPool } = await world.cognito.describeUserPool({ UserPoolId: world.userPoolId });
    expect(UserPool?.EstimatedNumberOfUsers).toBe(1);
  });

  test('moves an alias where it is forced to', async () => {
    const world = createTestPool();
    await world.confirmedUser('taken');
    const UserAttributes = [
      { Name: 'email', Value: 'taken@example.com' },
      { Name: 'email_verified', Value: 'true' },
    ];
    await create(world, { UserAttributes, ForceAliasCreation: true });
    expect((await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'taken@example.com' })).Username).toBe(
      'grace',
    );
  });

  test('takes the address as the name in a pool of UsernameAttributes, once', async () => {
    const world = createTestPool({ AliasAttributes: [], UsernameAttributes: ['email'] });
    const { User } = await create(world, { Username: 'g@example.com', UserAttributes: [] });
    expect(User?.Username).toBe(User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value);
    expect(await refusal(create(world, { Username: 'G@example.com', UserAttributes: [] }))).toEqual({
      name: 'UsernameExistsException',
      message: 'An account with the given email already exists.',
    });
  });

  test('RESEND gives a new password and a new expiry, to a user who has not signed in', async () => {
    const world = createTestPool();
    await create(world, { DesiredDeliveryMediums: ['EMAIL'] });
    const first = world.codeFor('grace@example.com');
    world.clock.advance({ days: 8 });
    expect((await refusal(signIn(world, first))).message).toBe(
      'Temporary password has expired and must be reset by an administrator.',
    );
    await create(world, { MessageAction: 'RESEND', DesiredDeliveryMediums: ['EMAIL'] });
    const second = world.codeFor('grace@example.com');
    expect((await refusal(signIn(world, first))).message).toBe('Incorrect username or password.');
    expect((await signIn(world, second)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    expect(await refusal(create(world, { Username: 'nobody', MessageAction: 'RESEND' }))).toEqual(unknown);
    await world.confirmedUser('ada');
    expect(await refusal(create(world, { Username: 'ada', MessageAction: 'RESEND' }))).toEqual({
      name: 'UnsupportedUserStateException',
      message: 'Resend not possible. ada status is not FORCE_CHANGE_PASSWORD',
    });
  });
});

describe('AdminGetUser', () => {
  test('finds by username, verified alias and sub', async () => {
    const { cognito, userPoolId, confirmedUser } = createTestPool();
    const { sub } = await confirmedUser('ada');
    for (const Username of ['ada', 'ADA', 'Ada@example.com', sub]) {
      expect(await cognito.adminGetUser({ UserPoolId: userPoolId, Username })).toMatchObject({
        Username: 'ada',
        UserStatus: 'CONFIRMED',
      });
    }
    expect(await refusal(cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'nobody' }))).toEqual(unknown);
  });
});

describe('AdminConfirmSignUp', () => {
  test('confirms without proof of the address, and makes the code void', async () => {
    const { cognito, clientId, userPoolId, codeFor } = createTestPool();
    await cognito.signUp({
      ClientId: clientId,
      Username: 'grace',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: 'g@example.com' }],
    });
    await cognito.adminConfirmSignUp({ UserPoolId: userPoolId, Username: 'grace' });
    const user = await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'grace' });
    expect(user.UserStatus).toBe('CONFIRMED');
    expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'false' });
    const confirmed = { name: 'NotAuthorizedException', message: 'User cannot be confirmed. Current status is CONFIRMED' };
    expect(await refusal(cognito.adminConfirmSignUp({ UserPoolId: userPoolId, Username: 'grace' }))).toEqual(confirmed);
    const ConfirmationCode = codeFor('g@example.com');
    expect(await refusal(cognito.confirmSignUp({ ClientId: clientId, Username: 'grace', ConfirmationCode }))).toEqual(confirmed);
    expect(await refusal(cognito.adminConfirmSignUp({ UserPoolId: userPoolId, Username: 'nobody' }))).toEqual(unknown);
  });
});

describe('AdminSetUserPassword', () => {
  test.each([
    [true, 'CONFIRMED'],
    [false, 'FORCE_CHANGE_PASSWORD'],
    [undefined, 'FORCE_CHANGE_PASSWORD'],
  ])('with Permanent %j sets the user to %s, from every state', async (Permanent, UserStatus) => {
    const world = createTestPool();
    const { cognito, userPoolId, clientId } = world;
    await cognito.signUp({ ClientId: clientId, Username: 'grace', Password: password });
    await cognito.adminSetUserPassword({ UserPoolId: userPoolId, Username: 'grace', Password: 'An0ther one!', Permanent });
    expect((await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'grace' })).UserStatus).toBe(UserStatus);
    const answer = await signIn(world, 'An0ther one!');
    expect(answer.ChallengeName).toBe(Permanent ? undefined : 'NEW_PASSWORD_REQUIRED');
    expect((await refusal(signIn(world, password))).message).toBe('Incorrect username or password.');
  });

  test('makes a code that was sent for the old password void', async () => {
    const { cognito, userPoolId, clientId, confirmedUser, codeFor } = createTestPool();
    await confirmedUser('ada');
    await cognito.forgotPassword({ ClientId: clientId, Username: 'ada' });
    await cognito.adminSetUserPassword({ UserPoolId: userPoolId, Username: 'ada', Password: 'An0ther one!', Permanent: true });
    const ConfirmationCode = codeFor('ada@example.com');
    const stale = cognito.confirmForgotPassword({ ClientId: clientId, Username: 'ada', ConfirmationCode, Password: password });
    expect((await refusal(stale)).name).toBe('ExpiredCodeException');
  });

  test('refuses a password that breaks the policy, and an unknown user', async () => {
    const { cognito, userPoolId, confirmedUser } = createTestPool();
    await confirmedUser('ada');
    const set = (Username: string, Password: string) =>
      cognito.adminSetUserPassword({ UserPoolId: userPoolId, Username, Password });
    expect((await refusal(set('ada', 'password'))).message).toBe(
      'Password does not conform to policy: Password must have uppercase characters',
    );
    expect(await refusal(set('nobody', password))).toEqual(unknown);
  });
});
