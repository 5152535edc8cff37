import { describe, expect, test } from 'vitest';
import { createMfaPool, enrolApp } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, refusal, refusals, type TestPool } from '../../../support/cognito/pool.ts';
import { respond, signIn } from '../../../support/cognito/sign-in.ts';

async function withAda(): Promise<TestPool> {
  const world = createMfaPool();
  await world.confirmedUser('ada', { phone_number: '+441234567890' });
  return world;
}

describe('AdminDisableUser, AdminEnableUser and AdminUserGlobalSignOut', () => {
  test('disabling ends tokens and sessions, and enabling brings none of them back', async () => {
    const world = await withAda();
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    const AccessToken = (await signIn(world, 'ada')).AuthenticationResult?.AccessToken;
    await world.cognito.adminSetUserMFAPreference({ ...named, SMSMfaSettings: { Enabled: true } });
    const { Session } = await signIn(world, 'ada');
    const answer = () => respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: world.codeFor('+441234567890') });
    await world.cognito.adminDisableUser(named);
    for (const told of await refusals([signIn(world, 'ada'), answer(), world.cognito.getUser({ AccessToken })])) {
      expect(told).toEqual({ name: 'NotAuthorizedException', message: 'User is disabled.' });
    }
    await world.cognito.adminEnableUser(named);
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Access Token has been revoked');
    expect((await answer()).AuthenticationResult).toBeDefined();
  });

  test('a global sign-out ends the tokens', async () => {
    const world = await withAda();
    const AccessToken = (await signIn(world, 'ada')).AuthenticationResult?.AccessToken;
    await world.cognito.adminUserGlobalSignOut({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Access Token has been revoked');
  });
});

describe('AdminDeleteUser', () => {
  test('leaves nothing: not the name, the tokens, the session, the app', async () => {
    const world = await withAda();
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    await enrolApp(world, 'ada');
    const { AccessToken, RefreshToken } = (await signIn(world, 'ada')).AuthenticationResult ?? {};
    await world.cognito.adminSetUserMFAPreference({ ...named, SoftwareTokenMfaSettings: { Enabled: true } });
    const { Session } = await signIn(world, 'ada');
    await world.cognito.adminDeleteUser(named);
    expect((await refusal(world.cognito.adminGetUser(named))).name).toBe('UserNotFoundException');
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Invalid Access Token');
    await world.confirmedUser('ada', {});
    expect((await signIn(world, 'ada')).AuthenticationResult).toBeDefined();
    expect((await refusal(world.cognito.getUser({ AccessToken }))).message).toBe('Invalid Access Token');
    const answer = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: '000000' });
    expect((await refusal(answer)).message).toBe('Invalid session for the user.');
    const AuthParameters = { REFRESH_TOKEN: RefreshToken ?? '' };
    const refresh = world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
    expect((await refusal(refresh)).message).toBe('Invalid Refresh Token');
  });
});

describe('AdminUpdateUserAttributes', () => {
  const update = ({ cognito, userPoolId }: TestPool, attributes: Record<string, string>) =>
    cognito.adminUpdateUserAttributes({
      UserPoolId: userPoolId,
      Username: 'ada',
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    });

  test('sets and removes, and keeps names in step', async () => {
    const world = createTestPool({}, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
    await world.confirmedUser('ada');
    await update(world, { email: 'new@example.com', email_verified: 'true', name: 'Ada' });
    expect((await signIn(world, 'new@example.com')).AuthenticationResult).toBeDefined();
    expect((await refusal(signIn(world, 'ada@example.com'))).message).toBe('Incorrect username or password.');
    await update(world, { name: '', phone_number: '+441234567890' });
    const { UserAttributes } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect(UserAttributes?.map(({ Name, Value }) => `${Name}=${Value}`).slice(1)).toEqual([
      'email=new@example.com',
      'email_verified=true',
      'phone_number=+441234567890',
      'phone_number_verified=false',
    ]);
  });

  test('the flag of an address goes with it, and a changed address loses its proof', async () => {
    const world = createTestPool({ AutoVerifiedAttributes: [] });
    await world.confirmedUser('ada', { email: 'ada@example.com', phone_number: '+441234567890' });
    const attributes = async () => {
      const { UserAttributes = [] } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'ada' });
      return UserAttributes.map(({ Name, Value }) => `${Name}=${Value}`).slice(1);
    };
    await update(world, { name: 'Ada', email: 'ada@example.com' });
    expect(await attributes()).toEqual(['email=ada@example.com', 'phone_number=+441234567890', 'name=Ada']);
    await update(world, { email_verified: 'True' });
    expect(await attributes()).toContain('email_verified=true');
    await update(world, { email: 'new@example.com', phone_number: '+449876543210' });
    expect(await attributes()).toEqual(expect.arrayContaining(['email_verified=false', 'phone_number_verified=false']));
    await update(world, { email: '', phone_number: '' });
    expect(await attributes()).toEqual(['name=Ada']);
  });

  test.each([
    [{ email_verified: 'true' }, 'Email is required to verify/un-verify an email'],
    [{ phone_number: '', phone_number_verified: 'false' }, 'Phone Number is required to verify/un-verify a phone number'],
  ])('a flag is judged by the user that results: %j', async (attributes, message) => {
    const world = createTestPool({ AutoVerifiedAttributes: [] });
    await world.confirmedUser('ada', { phone_number: '+441234567890' });
    expect(await refusal(update(world, attributes))).toEqual({ name: 'InvalidParameterException', message });
    await update(world, { phone_number_verified: 'true' });
  });

  test.each([
    ['email', { UsernameAttributes: ['email'] }, { email: 'eve@example.com', email_verified: 'true' }],
    ['phone_number', { UsernameAttributes: ['email', 'phone_number'] }, { phone_number: '+441234567890' }],
    ['email', { AliasAttributes: ['email'] }, { email: 'eve@example.com', email_verified: 'true' }],
    ['phone_number', { AliasAttributes: ['phone_number'] }, { phone_number: '+441234567890', phone_number_verified: 'true' }],
    ['preferred_username', { AliasAttributes: ['preferred_username'] }, { preferred_username: 'eve' }],
  ])('refuses the %s of another user, %j', async (attribute, names, taken) => {
    const world = createTestPool({ AliasAttributes: [], ...names });
    const [Username, other] = 'UsernameAttributes' in names ? ['ada@example.com', 'eve@example.com'] : ['ada', 'eve'];
    await world.confirmedUser(Username, {});
    await world.confirmedUser(other, taken);
    const UserAttributes = Object.entries(taken).map(([Name, Value]) => ({ Name, Value }));
    const call = world.cognito.adminUpdateUserAttributes({
      UserPoolId: world.userPoolId,
      Username,
      UserAttributes,
    });
    expect(await refusal(call)).toEqual({
      name: 'AliasExistsException',
      message: `An account with the given ${attribute} already exists.`,
    });
  });

  test.each([
    [{ 'custom:none': 'x' }, 'InvalidParameterException', 'Type for attribute {custom:none} could not be determined'],
    [{ sub: 'x' }, 'InvalidParameterException', 'user.sub: Attribute cannot be updated.'],
    [{ email: '' }, 'InvalidParameterException', 'Invalid user attributes: email: Required attribute cannot be deleted.'],
    [{ email: 'nothing' }, 'InvalidParameterException', 'Invalid email address format.'],
  ])('refuses %j', async (attributes, name, message) => {
    const world = createTestPool({ Schema: [{ Name: 'email', Required: true, Mutable: true }] });
    await world.confirmedUser('ada');
    expect(await refusal(update(world, attributes))).toEqual({ name, message });
  });
});

describe('ListUsers', () => {
  test('gives pages in the order in which they came, and what a filter lets through', async () => {
    const world = createTestPool();
    for (const name of ['ada', 'adam', 'eve', 'grace']) await world.confirmedUser(name);
    const listed = async (more: object = {}) => {
      const { Users = [], PaginationToken } = await world.cognito.listUsers({ UserPoolId: world.userPoolId, ...more });
      return { names: Users.map(({ Username }) => Username), PaginationToken, Users };
    };
    const first = await listed({ Limit: 3 });
    expect(first.names).toEqual(['ada', 'adam', 'eve']);
    const second = await listed({ Limit: 3, PaginationToken: first.PaginationToken });
    expect([second.names, second.PaginationToken]).toEqual([['grace'], undefined]);
    expect((await listed({ Filter: 'username ^= "ada"' })).names).toEqual(['ada', 'adam']);
    expect((await listed({ Filter: 'email = "eve@example.com"' })).names).toEqual(['eve']);
    expect((await listed({ Filter: 'cognito:user_status = "CONFIRMED"', Limit: 1 })).names).toEqual(['ada']);
    await world.cognito.adminDisableUser({ UserPoolId: world.userPoolId, Username: 'eve' });
    expect((await listed({ Filter: 'status = "Disabled"' })).names).toEqual(['eve']);
    expect((await listed({ Filter: 'status = "disabled"' })).names).toEqual([]);
    expect((await listed({ Filter: 'cognito:user_status = "confirmed"', Limit: 1 })).names).toEqual(['ada']);
    expect((await listed({ Filter: 'cognito:user_status ^= "Conf"', Limit: 1 })).names).toEqual(['ada']);
    expect((await listed({ Filter: 'username = "ADA"' })).names).toEqual([]);
    expect((await listed({ AttributesToGet: ['email'], Limit: 1 })).Users[0]?.Attributes).toEqual([
      { Name: 'email', Value: 'ada@example.com' },
    ]);
    for (const AttributesToGet of [['email', 'phone_number'], ['custom:none']]) {
      expect(await refusal(listed({ AttributesToGet }))).toEqual({
        name: 'InvalidParameterException',
        message: 'One or more requested attributes do not exist.',
      });
    }
    expect((await refusal(listed({ Filter: 'custom:foo = "x"' }))).message).toBe('Invalid search attribute: custom:foo');
    expect((await refusal(listed({ Filter: 'rubbish' }))).message).toBe('Error while parsing filter.');
  });
});
