import { describe, expect, test } from 'vitest';
import { enrolApp } from '../../support/cognito/mfa-pool.ts';
import { password, refusal } from '../../support/cognito/pool.ts';
import { signIn } from '../../support/cognito/sign-in.ts';
import { dev, json } from './dev.ts';

describe('/dev/users', () => {
  test('tells all about a user', async () => {
    const { pool, get } = dev();
    const { sub } = await pool.confirmedUser('ada', { email: 'ada@example.com', email_verified: 'true', given_name: 'Ada' });
    await pool.cognito.createGroup({ UserPoolId: pool.userPoolId, GroupName: 'staff' });
    await pool.cognito.adminAddUserToGroup({ UserPoolId: pool.userPoolId, Username: 'ada', GroupName: 'staff' });
    await signIn(pool, 'ada');
    const user = {
      username: 'ada',
      sub,
      status: 'CONFIRMED',
      enabled: true,
      attributes: { email: 'ada@example.com', email_verified: 'true', given_name: 'Ada' },
      groups: ['staff'],
      mfa: { enabled: [], preferred: null },
      totp: null,
      passkeys: [],
      devices: [],
      signIns: 1,
      nextSignIn: { refusal: null, challenges: [], firstFactors: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP'] },
      createdAt: '2026-03-01T12:00:10.000Z',
      modifiedAt: '2026-03-01T12:00:10.000Z',
    };
    expect(json(await get('/dev/users'))).toEqual([user]);
    for (const name of ['ada', sub, 'ada%40example.com']) expect(json(await get(`/dev/users/${name}`))).toEqual(user);
  });

  test('lists the newest first, those who are looked for, and as many as are wanted', async () => {
    const { pool, get } = dev();
    for (const name of ['ada', 'bob', 'bobby']) await pool.confirmedUser(name);
    const names = async (query: string) =>
      json(await get(`/dev/users${query}`)).map(({ username }: { username: string }) => username);
    expect(await names('')).toEqual(['bobby', 'bob', 'ada']);
    expect(await names('?limit=1')).toEqual(['bobby']);
    expect(await names('?user=BOB')).toEqual(['bobby', 'bob']);
    expect(await names('?user=ada@example')).toEqual(['ada']);
    expect(await names('?user=email')).toEqual([]);
    expect((await get('/dev/users?limit=0')).status).toBe(400);
    expect(json(await get('/dev/users/nobody'))).toEqual({ error: 'UserNotFoundException', message: 'User does not exist.' });
    expect(json(await get('/dev/users/%E0%A4%A')).message).toBe('The name in the path is not percent-encoded UTF-8.');
    expect((await get('/dev/users/nobody')).status).toBe(404);
  });

  test('reaches names that a path could take for something else', async () => {
    const { pool, get } = dev();
    for (const name of ['..', 'a/b', 'ä?#']) {
      await pool.confirmedUser(name, {});
      expect(json(await get(`/dev/users/${encodeURIComponent(name)}`))).toMatchObject({ username: name });
    }
  });

  test('shows the code of an authenticator app, once', async () => {
    const { pool, get, clock } = dev();
    await pool.confirmedUser('ada');
    await enrolApp({ ...pool, clock: { ...pool.clock, now: clock.world.now } }, 'ada');
    expect(json(await get('/dev/users/ada')).totp).toEqual({
      code: expect.stringMatching(/^\d{6}$/),
      secondsLeft: 20,
      isUsed: true,
    });
    clock.advance(21);
    expect(json(await get('/dev/users/ada')).totp).toEqual({
      code: expect.stringMatching(/^\d{6}$/),
      secondsLeft: 29,
      isUsed: false,
    });
  });
});

describe('what the next sign-in meets', () => {
  const named = { Username: 'ada' };

  test.each<[string, (world: ReturnType<typeof dev>['pool']) => Promise<unknown>, object]>([
    [
      'a temporary password',
      ({ cognito, userPoolId: UserPoolId }) =>
        cognito.adminSetUserPassword({ UserPoolId, ...named, Password: 'Other-passw0rd!', Permanent: false }),
      { refusal: null, challenges: ['NEW_PASSWORD_REQUIRED'] },
    ],
    [
      'an administrator’s reset',
      ({ cognito, userPoolId: UserPoolId }) => cognito.adminResetUserPassword({ UserPoolId, ...named }),
      { refusal: 'PasswordResetRequiredException', challenges: [] },
    ],
    [
      'being disabled',
      ({ cognito, userPoolId: UserPoolId }) => cognito.adminDisableUser({ UserPoolId, ...named }),
      { refusal: 'NotAuthorizedException', challenges: [] },
    ],
    [
      'two factors to choose from',
      ({ cognito, userPoolId: UserPoolId }) =>
        cognito.adminSetUserMFAPreference({
          UserPoolId,
          ...named,
          EmailMfaSettings: { Enabled: true },
          SMSMfaSettings: { Enabled: true },
        }),
      { refusal: null, challenges: ['SELECT_MFA_TYPE'], firstFactors: ['PASSWORD_SRP', 'PASSWORD'] },
    ],
    [
      'one factor after a new password',
      async ({ cognito, userPoolId: UserPoolId }) => {
        await cognito.adminSetUserMFAPreference({ UserPoolId, ...named, EmailMfaSettings: { Enabled: true } });
        await cognito.adminSetUserPassword({ UserPoolId, ...named, Password: 'Other-passw0rd!', Permanent: false });
      },
      { refusal: null, challenges: ['NEW_PASSWORD_REQUIRED', 'EMAIL_OTP'] },
    ],
  ])('is told: %s', async (_, change, next) => {
    const { pool, get } = dev();
    await pool.confirmedUser('ada', { email: 'ada@example.com', email_verified: 'true', phone_number: '+15550100' });
    await change(pool);
    const { nextSignIn } = json(await get('/dev/users/ada'));
    expect(nextSignIn).toMatchObject(next);
    expect(await met(pool)).toBe(nextSignIn.refusal ?? nextSignIn.challenges[0]);
  });

  /** What a sign-in with the first or the second password gives. */
  async function met({ cognito, clientId: ClientId }: ReturnType<typeof dev>['pool']): Promise<string | undefined> {
    const outcomes = [password, 'Other-passw0rd!'].map(async (PASSWORD) => {
      const AuthParameters = { USERNAME: 'ada', PASSWORD };
      const call = cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
      return (await call.catch((error: Error) => ({ ChallengeName: error.name }))).ChallengeName;
    });
    const [first, second] = await Promise.all(outcomes);
    return first === 'NotAuthorizedException' ? second : first;
  }

  test('is told: a pool that requires MFA of somebody without', async () => {
    const { pool, get } = dev({ pool: { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] } });
    await pool.confirmedUser('ada', {});
    expect(json(await get('/dev/users/ada')).nextSignIn).toMatchObject({ refusal: null, challenges: ['MFA_SETUP'] });
    expect(await met(pool)).toBe('MFA_SETUP');
  });

  test('is told: a temporary password that has expired', async () => {
    const { pool, get, clock } = dev();
    await pool.cognito.adminCreateUser({ UserPoolId: pool.userPoolId, ...named, TemporaryPassword: password });
    clock.advance(7 * 86_400);
    expect(json(await get('/dev/users/ada')).nextSignIn.refusal).toBe('NotAuthorizedException');
    expect((await refusal(signIn(pool, 'ada'))).name).toBe('NotAuthorizedException');
  });
});

describe('the users on the page', () => {
  test('stand there with their state, and what they typed is text', async () => {
    const { pool, get } = dev();
    const hostile = '"><img/src=x/onerror=alert(1)>';
    const { sub } = await pool.confirmedUser('ada', { email: 'ada@example.com', email_verified: 'true', given_name: hostile });
    await pool.cognito.signUp({ ClientId: pool.clientId, Username: hostile, Password: password });
    const { body } = await get('/dev');
    expect(body).not.toContain('<img');
    expect(body).toContain('<span class="chip notice">Unconfirmed</span>');
    const state = json(await get('/dev/state'));
    expect(state.people.map(({ id }: { id: string }) => id)).toContain(`user-${sub}`);
    expect(JSON.stringify(state)).not.toContain('<img');
    expect(json(await get('/dev/state?user=ada')).people).toHaveLength(1);
  });

  test('lead to the administration, where the stage has it; here nothing is done to them', async () => {
    const { pool, get, post } = dev({ administration: true });
    for (const name of ['ada', '../ä#"<']) await pool.confirmedUser(name, {});
    const { body } = await get('/dev');
    for (const name of ['ada', '..%2F%C3%A4%23%22%3C']) expect(body).toContain(`href="/app/#/admin/users/${name}"`);
    expect(body).not.toContain('data-post="/dev/users');
    expect((await post('/dev/users/ada/delete')).status).toBe(405);
    expect((await get('/dev/users/ada')).status).toBe(200);

    const other = dev();
    await other.pool.confirmedUser('ada');
    expect((await other.get('/dev')).body).not.toContain('/app/#/admin');
  });
});
