import { describe, expect, test } from 'vitest';
import { password, refusal, type TestPool } from '../../support/cognito/pool.ts';
import { respond, signIn } from '../../support/cognito/sign-in.ts';
import { dev, json } from './dev.ts';

const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const users = [
  { username: 'carl', password, email: 'carl@example.com', attributes: { given_name: 'Carl' }, shows: 'Signs in.' },
  { username: 'una', password, email: 'una@example.com', status: 'UNCONFIRMED' },
  { username: 'fred', password, email: 'fred@example.com', status: 'FORCE_CHANGE_PASSWORD' },
  { username: 'rita', password, email: 'rita@example.com', status: 'RESET_REQUIRED' },
  { username: 'tom', password, email: 'tom@example.com', totpSecret },
  { username: 'dora', password, email: 'dora@example.com', enabled: false },
  { username: 'anna', password, email: 'anna@example.com', phoneNumber: '+15550100', groups: ['admin'] },
];

/** What comes of a password alone: a challenge, a refusal, or tokens. */
async function outcome(pool: TestPool, username: string): Promise<string> {
  try {
    return (await signIn(pool, username)).ChallengeName ?? 'tokens';
  } catch (error) {
    return error instanceof Error ? error.name : 'no error';
  }
}

describe('POST /dev/seed', () => {
  test('brings everybody into their state, and back into it', async () => {
    const { pool, post, get, inbox } = dev({ seed: { users } });
    const load = async () => {
      const answer = await post('/dev/seed');
      expect(json(answer)).toEqual({
        message: 'Every seed user is as the seed file says.',
        users: users.map(({ username }) => ({ username, error: null })),
      });
      expect(answer.status).toBe(200);
    };
    const expected = {
      carl: 'tokens',
      una: 'UserNotConfirmedException',
      fred: 'NEW_PASSWORD_REQUIRED',
      rita: 'PasswordResetRequiredException',
      tom: 'SOFTWARE_TOKEN_MFA',
      dora: 'NotAuthorizedException',
      anna: 'tokens',
    };
    const outcomes = async () =>
      Object.fromEntries(
        await Promise.all(users.map(async ({ username }) => [username, await outcome(pool, username)] as const)),
      );
    await load();
    expect(await outcomes()).toEqual(expected);
    expect(inbox.messages({ to: 'una@example.com' })).toMatchObject([{ kind: 'SignUp', code: expect.stringMatching(/^\d{6}$/) }]);
    expect(inbox.messages({ to: 'rita@example.com' })).toMatchObject([{ kind: 'ForgotPassword' }]);
    expect(json(await get('/dev/users/anna'))).toMatchObject({
      groups: ['admin'],
      attributes: { email_verified: 'true', phone_number: '+15550100', phone_number_verified: 'true' },
    });
    expect(json(await get('/dev/users/carl'))).toMatchObject({ attributes: { given_name: 'Carl' } });

    // Everybody leaves their state.
    const { cognito, userPoolId: UserPoolId } = pool;
    for (const { username: Username } of users) {
      await cognito.adminEnableUser({ UserPoolId, Username });
      await cognito.adminSetUserPassword({ UserPoolId, Username, Password: 'Other-passw0rd!', Permanent: true });
    }
    await cognito.adminDeleteSoftwareToken({ UserPoolId, Username: 'tom' });
    await cognito.adminRemoveUserFromGroup({ UserPoolId, Username: 'anna', GroupName: 'admin' });
    await cognito.adminDeleteUser({ UserPoolId, Username: 'carl' });
    await load();
    expect(await outcomes()).toEqual(expected);
    expect(json(await get('/dev/users/anna')).groups).toEqual(['admin']);
  });

  test('the known secret makes the codes that the page shows', async () => {
    const { pool, post, get } = dev({ seed: { users } });
    await post('/dev/seed');
    const { Session } = await signIn(pool, 'tom');
    const { totp } = json(await get('/dev/users/tom'));
    const { body } = await get('/dev');
    expect(body).toContain(`<code>${totp.code}</code>`);
    const answer = { USERNAME: 'tom', SOFTWARE_TOKEN_MFA_CODE: totp.code };
    expect((await respond(pool, 'SOFTWARE_TOKEN_MFA', Session, answer)).AuthenticationResult).toBeDefined();
    expect((await get('/dev')).body).toContain(`<code class="used">${totp.code}</code>`);
  });

  test('brings one user back, and leaves the others alone', async () => {
    const { pool, post, get } = dev({ seed: { users } });
    await post('/dev/seed');
    for (const Username of ['carl', 'fred']) await pool.cognito.adminDisableUser({ UserPoolId: pool.userPoolId, Username });
    expect(json(await post('/dev/seed', { username: 'carl' })).message).toBe('carl is as the seed file says.');
    expect(json(await get('/dev/users/carl')).enabled).toBe(true);
    expect(json(await get('/dev/users/fred')).enabled).toBe(false);
    expect((await post('/dev/seed', { username: 'nobody' })).status).toBe(404);
  });

  test('two loads at a time come one after the other', async () => {
    const { post } = dev({ seed: { users } });
    const answers = await Promise.all([post('/dev/seed'), post('/dev/seed')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('a stage that does not allow a state names that user, and has the others', async () => {
    const { post, get, pool } = dev({
      seed: { users },
      pool: { MfaConfiguration: 'OFF', AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
    });
    const answer = await post('/dev/seed');
    expect(answer.status).toBe(409);
    const { message, users: results } = json(answer);
    expect(message).toContain('tom: SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool');
    expect(message).toContain('una: NotAuthorizedException: SignUp is not permitted for this user pool');
    expect(results.filter(({ error }: { error: string | null }) => error === null)).toHaveLength(5);
    expect(await outcome(pool, 'carl')).toBe('tokens');
    expect((await get('/dev/users/una')).status).toBe(404);
  });

  test('a password that the stage’s policy refuses is named by its user, and not repeated', async () => {
    const { post } = dev({
      seed: { users: [{ username: 'carl', password: 'short-1A' }] },
      pool: { Policies: { PasswordPolicy: { MinimumLength: 12 } } },
    });
    const { message } = json(await post('/dev/seed'));
    expect(message).toContain('carl: InvalidPasswordException: Password does not conform to policy: Password not long enough');
    expect(message).not.toContain('short-1A');
  });

  test('somebody else who has the name for an alias stays', async () => {
    const { post, pool } = dev({ seed: { users: [{ username: 'carl', password, email: 'carl@example.com' }] } });
    await pool.confirmedUser('other', { email: 'carl@example.com', email_verified: 'true' });
    const answer = await post('/dev/seed');
    expect(answer.status).toBe(409);
    expect(json(answer).message).toContain('carl: AliasExistsException');
    expect(await outcome(pool, 'other')).toBe('tokens');
  });

  test('signs up through a client with a secret too', async () => {
    const { post } = dev({
      seed: { users: [{ username: 'una', password, status: 'UNCONFIRMED' }] },
      client: { GenerateSecret: true },
    });
    expect((await post('/dev/seed')).status).toBe(200);
  });
});

describe('the seed file', () => {
  test('is shown as it is read', async () => {
    const { get } = dev({ seed: { users: [{ username: 'carl', password }] } });
    expect(json(await get('/dev/seed'))).toEqual({
      users: [{ username: 'carl', password, status: 'CONFIRMED', enabled: true, attributes: {}, groups: [], shows: '' }],
    });
  });

  test.each<[unknown, string]>([
    [[], 'It must be an object.'],
    [{}, 'users must be a list; it is missing.'],
    [{ users: [{ password }] }, 'users[0].username must be a text; it is missing.'],
    [{ users: [{ username: 'carl' }] }, 'users[0] ("carl").password must be a text; it is missing.'],
    [
      { users: [{ username: 'carl', password, status: 'HAPPY' }] },
      'users[0] ("carl").status must be one of UNCONFIRMED, CONFIRMED, FORCE_CHANGE_PASSWORD, RESET_REQUIRED.',
    ],
    [{ users: [{ username: 'carl', password, enabled: 'no' }] }, 'users[0] ("carl").enabled must be true or false.'],
    [
      { users: [{ username: 'carl', password, totpSecret: 'SHORT' }] },
      'users[0] ("carl").totpSecret must be Base32 of at least 26 letters (A to Z, 2 to 7).',
    ],
    [{ users: [{ username: 'carl', password, attributes: { a: 1 } }] }, 'users[0] ("carl").attributes.a must be a text.'],
    [{ users: [{ username: 'carl', password, groups: [''] }] }, 'users[0] ("carl").groups.0 must not be empty.'],
    [{ users: [{ username: 'carl', password, phone: '+1' }] }, 'users[0] ("carl") must not have phone.'],
    [
      {
        users: [
          { username: 'carl', password },
          { username: 'Carl', password },
        ],
      },
      '"Carl" is there twice.',
    ],
  ])('%j is refused by the name of the entry', async (seed, problem) => {
    const { get, post } = dev({ seed });
    for (const answer of [await get('/dev/seed'), await post('/dev/seed')]) {
      expect(answer.status).toBe(400);
      const { error, message } = json(answer);
      expect(error).toBe('SeedError');
      expect(message).toMatch(/seed\.json does not describe seed users: /);
      expect(message.endsWith(problem)).toBe(true);
      expect(message).not.toContain(password);
    }
    // The page shows everybody else all the same, and what is wrong.
    expect((await get('/dev')).status).toBe(200);
    expect((await get('/dev')).body).toContain('does not describe seed users');
  });

  test('may be left out', async () => {
    const { get, post } = dev();
    expect((await post('/dev/seed')).status).toBe(404);
    expect(json(await get('/dev/seed')).message).toBe('There is no file of seed users; SEED_FILE names one.');
    expect((await get('/dev')).body).not.toContain('Load seed users');
  });
});

test('an unknown seed state of a user is refused before anybody is touched', async () => {
  const { pool, post } = dev({ seed: { users: [{ username: 'ada', password: 'x', status: 'GONE' }] } });
  await pool.confirmedUser('ada');
  expect((await post('/dev/seed')).status).toBe(400);
  expect(await outcome(pool, 'ada')).toBe('tokens');
  expect((await refusal(pool.cognito.adminGetUser({ UserPoolId: pool.userPoolId, Username: 'x' }))).name).toBe(
    'UserNotFoundException',
  );
});
