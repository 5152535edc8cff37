import { describe, expect, test } from 'vitest';
import { createMfaPool, enrolApp, respond, signIn } from './mfa-pool.ts';
import { createTestPool, refusal, type TestPool } from './pool.ts';

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
    for (const call of [signIn(world, 'ada'), answer(), world.cognito.getUser({ AccessToken })]) {
      expect(await refusal(call)).toEqual({ name: 'NotAuthorizedException', message: 'User is disabled.' });
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

  test.each([
    [{ 'custom:none': 'x' }, 'InvalidParameterException', 'Type for attribute {custom:none} could not be determined'],
    [{ sub: 'x' }, 'InvalidParameterException', 'user.sub: Attribute cannot be updated.'],
    [{ email: '' }, 'InvalidParameterException', 'Invalid user attributes: email: Required attribute cannot be deleted.'],
    [{ email: 'nothing' }, 'InvalidParameterException', 'Invalid email address format.'],
    [
      { email: 'new@example.com' },
      'NotImplementedException',
      'A new email that a code would have to verify is not implemented by the embedded user pool.',
    ],
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
    expect((await listed({ AttributesToGet: ['email'], Limit: 1 })).Users[0]?.Attributes).toEqual([
      { Name: 'email', Value: 'ada@example.com' },
    ]);
    expect((await refusal(listed({ Filter: 'custom:foo = "x"' }))).message).toBe('Invalid search attribute: custom:foo');
    expect((await refusal(listed({ Filter: 'rubbish' }))).message).toBe('Error while parsing filter.');
  });
});
