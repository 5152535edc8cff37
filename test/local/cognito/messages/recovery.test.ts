import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal, refusals, type TestPool } from '../../../support/cognito/pool.ts';

const another = 'An0ther one!';
const mismatch = { name: 'CodeMismatchException', message: 'Invalid verification code provided, please try again.' };
const expired = { name: 'ExpiredCodeException', message: 'Invalid code provided, please request a code again.' };
const limit = { name: 'LimitExceededException', message: 'Attempt limit exceeded, please try after some time.' };
const noContact = {
  name: 'InvalidParameterException',
  message: 'Cannot reset password for the user as there is no registered/verified email or phone_number',
};
const legacy = { PreventUserExistenceErrors: 'LEGACY' };

const forgot = ({ cognito, clientId }: TestPool, Username = 'ada') => cognito.forgotPassword({ ClientId: clientId, Username });
const confirm = ({ cognito, clientId }: TestPool, ConfirmationCode: string, Username = 'ada', Password = another) =>
  cognito.confirmForgotPassword({ ClientId: clientId, Username, ConfirmationCode, Password });
const signIn = ({ cognito, clientId }: TestPool, PASSWORD: string, USERNAME = 'ada') =>
  cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME, PASSWORD } });
const reset = ({ cognito, userPoolId }: TestPool, Username = 'ada') =>
  cognito.adminResetUserPassword({ UserPoolId: userPoolId, Username });
const status = async ({ cognito, userPoolId }: TestPool) =>
  (await cognito.adminGetUser({ UserPoolId: userPoolId, Username: 'ada' })).UserStatus;
const notThis = (code: string) => (code === '000000' ? '000001' : '000000');

async function withUser(pool = {}, client = {}, attributes?: Record<string, string>) {
  const world = createTestPool(pool, client);
  await world.confirmedUser('ada', attributes);
  return world;
}

describe('ForgotPassword', () => {
  test('sends a code and changes nothing; ConfirmForgotPassword sets the password, once', async () => {
    const world = await withUser();
    const { CodeDeliveryDetails } = await forgot(world);
    expect(CodeDeliveryDetails).toEqual({ AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'a***@e***' });
    expect(world.outbox).toMatchObject([
      {
        kind: 'ForgotPassword',
        subject: 'Your verification code',
        body: expect.stringMatching(/^Your password reset code is \d{6}$/),
      },
    ]);
    expect(await status(world)).toBe('CONFIRMED');
    await signIn(world, password);
    const code = world.codeFor('ada@example.com');
    await confirm(world, code);
    expect((await refusal(signIn(world, password))).message).toBe('Incorrect username or password.');
    expect((await signIn(world, another)).AuthenticationResult).toBeDefined();
    expect(await refusal(confirm(world, code))).toEqual(expired);
  });

  test('refuses a wrong code, a code never asked for, and after an hour the right one', async () => {
    const world = await withUser();
    expect(await refusal(confirm(world, '123456'))).toEqual(expired);
    await forgot(world);
    const code = world.codeFor('ada@example.com');
    expect(await refusal(confirm(world, notThis(code)))).toEqual(mismatch);
    world.clock.advance({ hours: 1 });
    expect(await refusal(confirm(world, code))).toEqual(expired);
  });

  test('keeps the code after a password that breaks the policy', async () => {
    const world = await withUser();
    await forgot(world);
    const code = world.codeFor('ada@example.com');
    expect(await refusal(confirm(world, code, 'ada', 'password'))).toEqual({
      name: 'InvalidPasswordException',
      message: 'Password does not conform to policy: Password must have uppercase characters',
    });
    await confirm(world, code);
  });

  test('allows twenty requests an hour, right or wrong', async () => {
    const world = await withUser();
    await forgot(world);
    const code = world.codeFor('ada@example.com');
    for (let tries = 0; tries < 19; tries++) expect(await refusal(confirm(world, notThis(code)))).toEqual(mismatch);
    expect(await refusal(confirm(world, code))).toEqual(limit);
    expect(await refusal(forgot(world))).toEqual(limit);
  });

  test('frees a user whom somebody else locked out', async () => {
    const world = await withUser();
    for (let failures = 0; failures < 6; failures++) await refusal(signIn(world, 'Wrong passw0rd!'));
    await forgot(world);
    await confirm(world, world.codeFor('ada@example.com'));
    await signIn(world, another);
  });

  test('does not reveal whether a user exists', async () => {
    const world = await withUser();
    await world.cognito.signUp({ ClientId: world.clientId, Username: 'new', Password: password });
    await world.confirmedUser('unreachable', { email: 'u@example.com' });
    await world.confirmedUser('disabled', { email: 'd@example.com', email_verified: 'true' });
    world.database.sql.exec(`UPDATE user SET enabled = 0 WHERE username = 'disabled'`);
    const sent = world.outbox.length;
    for (const name of ['nobody', 'new', 'unreachable', 'disabled']) {
      expect(await refusal(confirm(world, '123456', name))).toEqual(expired);
      const { CodeDeliveryDetails } = await forgot(world, name);
      expect(CodeDeliveryDetails).toMatchObject({ AttributeName: 'email', DeliveryMedium: 'EMAIL' });
      // One in a million is right, and leads nowhere all the same.
      expect(await refusal(confirm(world, '123456', name))).toEqual(mismatch);
      for (let tries = 0; tries < 17; tries++) await refusal(confirm(world, '123456', name));
      expect(await refusal(forgot(world, name))).toEqual(limit);
      world.clock.advance({ hours: 1 });
      expect(await refusal(confirm(world, '123456', name))).toEqual(expired);
    }
    expect(world.outbox).toHaveLength(sent);
  });

  const byPhone = [{ Name: 'verified_phone_number', Priority: 1 }];
  const phoneFirst = [...byPhone, { Name: 'verified_email', Priority: 2 }];
  const mailFirst = [
    { Name: 'verified_phone_number', Priority: 2 },
    { Name: 'verified_email', Priority: 1 },
  ];
  const provesMail = { AutoVerifiedAttributes: ['email'] };
  const provesBoth = { AutoVerifiedAttributes: ['email', 'phone_number'] };
  const wantsPhone = { ...provesBoth, Schema: [{ Name: 'phone_number', Required: true, Mutable: true }] };

  test.each([
    ['the phone alone', byPhone, provesMail, 'true'],
    ['the phone alone', byPhone, provesBoth, 'true'],
    ['the phone first, which everybody has', phoneFirst, wantsPhone, 'true'],
    ['the phone first, which nobody can prove', phoneFirst, provesMail, 'false'],
    ['the mail first', mailFirst, provesBoth, 'true'],
    ['the mail alone', [{ Name: 'verified_email', Priority: 1 }], provesBoth, 'true'],
    ['nothing, in a pool of mail addresses', undefined, provesMail, 'false'],
  ])('answers an unknown name as a known one where recovery is by %s', async (_, RecoveryMechanisms, pool, isPhoneVerified) => {
    const world = createTestPool({ ...pool, AccountRecoverySetting: RecoveryMechanisms && { RecoveryMechanisms } });
    await world.confirmedUser('ada', {
      email: 'ada@example.com',
      email_verified: 'true',
      phone_number: '+15551234567',
      phone_number_verified: isPhoneVerified,
    });
    const shape = async (name: string) => {
      const { CodeDeliveryDetails } = await forgot(world, name);
      return { ...CodeDeliveryDetails, Destination: CodeDeliveryDetails?.Destination?.replaceAll(/[a-z0-9]/g, 'x') };
    };
    expect(await shape('nobody')).toEqual(await shape('ada'));
    expect(await shape('eve@example.com')).toEqual(await shape('ada@example.com'));
    expect((await forgot(world, 'eve@example.com')).CodeDeliveryDetails).toEqual(
      (await forgot(world, 'EVE@example.com')).CodeDeliveryDetails,
    );
  });

  test('says what is wrong where the client is LEGACY', async () => {
    const world = await withUser({}, legacy, { email: 'ada@example.com' });
    const unknown = { name: 'UserNotFoundException', message: 'Username/client id combination not found.' };
    expect(await refusal(forgot(world, 'nobody'))).toEqual(unknown);
    expect(await refusal(confirm(world, '123456', 'nobody'))).toEqual(unknown);
    expect(await refusal(forgot(world))).toEqual(noContact);
    world.database.sql.exec('UPDATE user SET enabled = 0');
    for (const told of await refusals([forgot(world), confirm(world, '123456')])) {
      expect(told).toEqual({ name: 'NotAuthorizedException', message: 'User is disabled.' });
    }
  });

  test('refuses a user who has not changed the temporary password', async () => {
    const world = await withUser();
    await world.cognito.adminSetUserPassword({ UserPoolId: world.userPoolId, Username: 'ada', Password: another });
    const cannot = { name: 'NotAuthorizedException', message: 'User password cannot be reset in the current state.' };
    expect(await refusal(forgot(world))).toEqual(cannot);
    expect(await refusal(reset(world))).toEqual(cannot);
  });

  test('leaves it to administrators if the pool says so', async () => {
    const world = await withUser({ AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } });
    for (const name of ['ada', 'nobody']) {
      expect(await refusal(forgot(world, name))).toEqual({
        name: 'NotAuthorizedException',
        message: 'Contact administrator to reset password.',
      });
    }
  });

  const both = { email: 'ada@example.com', email_verified: 'true', phone_number: '+441234567890', phone_number_verified: 'true' };
  const mechanism = (Name: string, Priority: number) => ({ Name, Priority });
  test.each([
    [undefined, both, '+441234567890'],
    [[mechanism('verified_email', 1), mechanism('verified_phone_number', 2)], both, 'ada@example.com'],
    [[mechanism('verified_email', 2), mechanism('verified_phone_number', 1)], both, '+441234567890'],
    [
      [mechanism('verified_phone_number', 1), mechanism('verified_email', 2)],
      { ...both, phone_number_verified: 'false' },
      'ada@example.com',
    ],
  ])('with recovery %j goes to the first verified address', async (RecoveryMechanisms, attributes, to) => {
    const setting = RecoveryMechanisms ? { RecoveryMechanisms } : undefined;
    const world = await withUser({ AccountRecoverySetting: setting }, {}, attributes);
    await forgot(world);
    expect(world.outbox.at(-1)?.to).toBe(to);
  });
});

describe('AdminResetUserPassword', () => {
  test('ends the password and sends the code for a new one', async () => {
    const world = await withUser();
    await reset(world);
    expect(await status(world)).toBe('RESET_REQUIRED');
    expect(await refusal(signIn(world, password))).toEqual({
      name: 'PasswordResetRequiredException',
      message: 'Password reset required for the user',
    });
    await confirm(world, world.codeFor('ada@example.com'));
    expect(await status(world)).toBe('CONFIRMED');
    expect((await signIn(world, another)).AuthenticationResult).toBeDefined();
  });

  test('refuses users without an address for the code, disabled users and unknown users', async () => {
    const world = await withUser({}, {}, { email: 'ada@example.com' });
    expect(await refusal(reset(world))).toEqual(noContact);
    world.database.sql.exec('UPDATE user SET enabled = 0');
    expect((await refusal(reset(world))).message).toBe('User is disabled.');
    expect(await refusal(reset(world, 'nobody'))).toEqual({ name: 'UserNotFoundException', message: 'User does not exist.' });
  });
});
