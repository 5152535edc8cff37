import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, createTestPools, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { signedIn } from '../../../support/cognito/sign-in.ts';

const notTracked = { name: 'OperationNotEnabledException', message: 'Session tracking is not enabled for this user pool.' };
const missing = { name: 'ResourceNotFoundException', message: 'Session does not exist.' };
const revoked = { name: 'NotAuthorizedException', message: 'Access Token has been revoked' };

const track = ({ cognito, userPoolId }: TestPool, MaxPerUser = 20, UserSessionTracking: 'ENABLED' | 'DISABLED' = 'ENABLED') =>
  cognito.setUserPoolSessionConfiguration({ UserPoolId: userPoolId, UserSessionTracking, TokenSession: { MaxPerUser } });

async function tracked(MaxPerUser = 20, client: object = {}) {
  const world = createTestPool({}, { ...client });
  await world.confirmedUser('ada');
  await track(world, MaxPerUser);
  const list = async (AccessToken: string) => (await world.cognito.listUserSessions({ AccessToken })).Sessions ?? [];
  const ids = async (AccessToken: string) => (await list(AccessToken)).map(({ SessionId = '' }) => SessionId);
  const own = async (AccessToken: string) => {
    const session = (await list(AccessToken)).find(({ IsCurrentSession }) => IsCurrentSession);
    return session?.SessionId ?? '';
  };
  /** Signs in a second after whatever came before. */
  const later = (username = 'ada') => {
    world.clock.advance({ seconds: 1 });
    return signedIn(world, username);
  };
  const isAlive = ({ AccessToken }: { AccessToken: string }) =>
    world.cognito.getUser({ AccessToken }).then(
      () => true,
      () => false,
    );
  const refresh = (REFRESH_TOKEN: string) =>
    world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } });
  return { ...world, list, ids, own, later, isAlive, refresh };
}

describe('SetUserPoolSessionConfiguration and GetUserPoolSessionConfiguration', () => {
  test('tracking is off, with a limit of 20, until it is set, and each setting replaces the last', async () => {
    const world = createTestPool();
    const get = async () => {
      const { $metadata, ...configuration } = await world.cognito.getUserPoolSessionConfiguration({
        UserPoolId: world.userPoolId,
      });
      return configuration;
    };
    const UserPoolId = world.userPoolId;
    expect(await get()).toEqual({ UserPoolId, UserSessionTracking: 'DISABLED', TokenSession: { MaxPerUser: 20 } });
    const { $metadata, ...answer } = await track(world, 3);
    expect(answer).toEqual({ UserPoolId, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 3 } });
    expect(await get()).toEqual(answer);
    await track(world, 5, 'DISABLED');
    expect(await get()).toEqual({ UserPoolId, UserSessionTracking: 'DISABLED', TokenSession: { MaxPerUser: 5 } });
  });

  test.each([0, 101])('refuse a limit of %s', async (MaxPerUser) => {
    const { name, message } = await refusal(track(createTestPool(), MaxPerUser));
    expect([name, message]).toEqual(['InvalidParameterException', expect.stringContaining("at 'tokenSession.maxPerUser'")]);
  });

  test('the plan Lite has none', async () => {
    expect((await refusal(track(createTestPool({ UserPoolTier: 'LITE' })))).name).toBe('FeatureUnavailableInTierException');
  });

  test('a template sets it by a resource of its own, and leaves it off without one', async () => {
    const world = createTestPools();
    const provision = () => world.pools.provisionUserPool('Stack/Pool', {});
    const UserPoolId = provision();
    const configuration = { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 7 } };
    world.pools.provisionUserPoolSessions('Stack/Sessions', { UserPoolId, ...configuration });
    expect(await world.cognito.getUserPoolSessionConfiguration({ UserPoolId })).toMatchObject(configuration);
    provision();
    const { UserSessionTracking } = await world.cognito.getUserPoolSessionConfiguration({ UserPoolId });
    expect(UserSessionTracking).toBe('DISABLED');
    expect(() => world.pools.provisionUserPoolSessions('Stack/Sessions', { UserPoolId })).toThrow('must not be null');
  });
});

describe('ListUserSessions and AdminListUserSessions', () => {
  test('show each sign-in of a user, the last active one first, and which one asks', async () => {
    const ada = await tracked();
    await ada.confirmedUser('eve');
    const phone = await ada.later();
    const laptop = await ada.later();
    await ada.later('eve');
    const sessions = await ada.list(laptop.AccessToken);
    expect(sessions).toEqual([
      {
        SessionId: expect.stringMatching(/^tkn[a-z0-9]{25}$/),
        SessionType: 'TOKEN',
        ClientId: ada.clientId,
        CreateDate: new Date('2026-03-01T12:00:02.500Z'),
        LastActiveDate: new Date('2026-03-01T12:00:02.500Z'),
        DeviceType: 'unknown',
        IsCurrentSession: true,
      },
      expect.objectContaining({ CreateDate: new Date('2026-03-01T12:00:01.500Z'), IsCurrentSession: false }),
    ]);
    const { Sessions = [] } = await ada.cognito.adminListUserSessions({ UserPoolId: ada.userPoolId, Username: 'ada' });
    expect(Sessions).toEqual(sessions.map((session) => ({ ...session, IsCurrentSession: false })));
    expect(await ada.own(phone.AccessToken)).toBe(sessions[1]?.SessionId);
  });

  test('a refresh touches a session, and makes no other one', async () => {
    const ada = await tracked();
    const first = await ada.later();
    const second = await ada.later();
    ada.clock.advance({ minutes: 5 });
    await ada.refresh(first.RefreshToken);
    expect(await ada.list(second.AccessToken)).toMatchObject([
      { LastActiveDate: new Date('2026-03-01T12:05:02.500Z'), CreateDate: new Date('2026-03-01T12:00:01.500Z') },
      { IsCurrentSession: true },
    ]);
  });

  test('what has ended in another way is no session any more', async () => {
    const ada = await tracked();
    const { RefreshToken } = await ada.later();
    const other = await ada.later();
    await ada.cognito.revokeToken({ ClientId: ada.clientId, Token: RefreshToken });
    expect(await ada.ids(other.AccessToken)).toHaveLength(1);
    await ada.cognito.adminUserGlobalSignOut({ UserPoolId: ada.userPoolId, Username: 'ada' });
    const last = await ada.later();
    expect(await ada.ids(last.AccessToken)).toHaveLength(1);
    ada.clock.advance({ days: 31 });
    expect(await ada.ids((await ada.later()).AccessToken)).toHaveLength(1);
    expect(ada.database.sql.prepare('SELECT count(*) AS rows FROM token_session').get()).toEqual({ rows: 1 });
  });

  test('are refused where sessions are not tracked; a sign-in from before is none', async () => {
    const ada = await tracked();
    await track(ada, 20, 'DISABLED');
    const before = await ada.later();
    const named = { UserPoolId: ada.userPoolId, Username: 'ada' };
    expect(await refusal(ada.cognito.listUserSessions({ AccessToken: before.AccessToken }))).toEqual(notTracked);
    expect(await refusal(ada.cognito.adminListUserSessions(named))).toEqual(notTracked);
    await track(ada);
    expect(await ada.ids(before.AccessToken)).toEqual([]);
    await ada.refresh(before.RefreshToken);
    expect(await ada.ids(before.AccessToken)).toEqual([]);
  });

  test('hold one page, and no claim of a token tells of them', async () => {
    const ada = await tracked();
    const { AccessToken, IdToken } = await ada.later();
    const next = ada.cognito.listUserSessions({ AccessToken, NextToken: 'next' });
    expect(await refusal(next)).toEqual({ name: 'InvalidParameterException', message: 'Invalid NextToken' });
    const id = await ada.own(AccessToken);
    for (const token of [AccessToken, IdToken]) expect(JSON.stringify(decodeJwt(token))).not.toContain(id);
  });
});

describe('beyond MaxPerUser', () => {
  test('a sign-in ends the session that was used least recently, and its tokens', async () => {
    const ada = await tracked(2);
    const first = await ada.later();
    const second = await ada.later();
    ada.clock.advance({ seconds: 1 });
    await ada.refresh(first.RefreshToken);
    const third = await ada.later();
    expect([await ada.isAlive(first), await ada.isAlive(second), await ada.isAlive(third)]).toEqual([true, false, true]);
    expect((await refusal(ada.refresh(second.RefreshToken))).message).toBe('Refresh Token has been revoked');
    expect(await ada.ids(third.AccessToken)).toHaveLength(2);
  });

  test('a lower limit ends nothing by itself, and counts at the next sign-in', async () => {
    const ada = await tracked(4);
    const old = [await ada.later(), await ada.later(), await ada.later(), await ada.later()];
    await track(ada, 2);
    expect(await Promise.all(old.map(ada.isAlive))).toEqual([true, true, true, true]);
    const next = await ada.later();
    expect(await Promise.all(old.map(ada.isAlive))).toEqual([false, false, false, true]);
    expect(await ada.ids(next.AccessToken)).toHaveLength(2);
  });

  test('each user has sessions of their own', async () => {
    const ada = await tracked(1);
    await ada.confirmedUser('eve');
    const eve = await ada.later('eve');
    const first = await ada.later();
    await ada.later();
    expect([await ada.isAlive(eve), await ada.isAlive(first)]).toEqual([true, false]);
  });
});

describe('RevokeUserSession and AdminRevokeUserSession', () => {
  test.each(['NONE', 'LINKED', undefined] as const)('end a session with its tokens (%s)', async (RevokeAssociatedSessions) => {
    const ada = await tracked();
    const stolen = await ada.later();
    const { AccessToken } = await ada.later();
    const SessionId = await ada.own(stolen.AccessToken);
    await ada.cognito.revokeUserSession({ AccessToken, SessionId, RevokeAssociatedSessions });
    expect(await refusal(ada.cognito.getUser({ AccessToken: stolen.AccessToken }))).toEqual(revoked);
    expect((await refusal(ada.refresh(stolen.RefreshToken))).message).toBe('Refresh Token has been revoked');
    expect(await ada.isAlive({ AccessToken })).toBe(true);
    expect(await refusal(ada.cognito.revokeUserSession({ AccessToken, SessionId }))).toEqual(missing);
  });

  test('a rotated refresh token dies with its session', async () => {
    const ada = await tracked(20, {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 30 },
    });
    const stolen = await ada.later();
    const rotate = (RefreshToken = '') => ada.cognito.getTokensFromRefreshToken({ ClientId: ada.clientId, RefreshToken });
    const { AuthenticationResult } = await rotate(stolen.RefreshToken);
    const { AccessToken } = await ada.later();
    await ada.cognito.revokeUserSession({ AccessToken, SessionId: await ada.own(stolen.AccessToken) });
    for (const token of [stolen.RefreshToken, AuthenticationResult?.RefreshToken]) {
      expect((await refusal(rotate(token))).message).toBe('Refresh Token has been revoked');
    }
  });

  test('the caller’s own session is for RevokeToken; an administrator may end any', async () => {
    const ada = await tracked();
    const { AccessToken } = await ada.later();
    const SessionId = await ada.own(AccessToken);
    expect((await refusal(ada.cognito.revokeUserSession({ AccessToken, SessionId }))).name).toBe('InvalidParameterException');
    await ada.cognito.adminRevokeUserSession({ UserPoolId: ada.userPoolId, Username: 'ada', SessionId });
    expect(await refusal(ada.cognito.getUser({ AccessToken }))).toEqual(revoked);
  });

  test('another user’s session is none', async () => {
    const ada = await tracked();
    await ada.confirmedUser('eve');
    const { AccessToken } = await ada.later('eve');
    const SessionId = await ada.own((await ada.later()).AccessToken);
    expect(await refusal(ada.cognito.revokeUserSession({ AccessToken, SessionId }))).toEqual(missing);
    const byAdmin = { UserPoolId: ada.userPoolId, Username: 'eve', SessionId };
    expect(await refusal(ada.cognito.adminRevokeUserSession(byAdmin))).toEqual(missing);
    expect((await refusal(ada.cognito.revokeUserSession({ AccessToken, SessionId: 'tkn' }))).name).toBe(
      'InvalidParameterException',
    );
  });
});
