import { describe, expect, test } from 'vitest';
import { enrolApp } from '../../support/cognito/mfa-pool.ts';
import { refusal } from '../../support/cognito/pool.ts';
import { respond, signIn } from '../../support/cognito/sign-in.ts';
import { dev, json } from './dev.ts';

const real = '2026-03-01T12:00:10.000Z';

describe('/dev/clock', () => {
  test('says the time, moves it and puts it back', async () => {
    const { get, post } = dev();
    expect(json(await get('/dev/clock'))).toEqual({ now: real, offsetSeconds: 0 });
    expect(json(await post('/dev/clock', { advanceSeconds: 180 }))).toEqual({
      now: '2026-03-01T12:03:10.000Z',
      offsetSeconds: 180,
    });
    expect(json(await post('/dev/clock', { advanceSeconds: 86_400 }))).toMatchObject({ offsetSeconds: 86_580 });
    expect(json(await get('/dev/clock'))).toEqual({ now: '2026-03-02T12:03:10.000Z', offsetSeconds: 86_580 });
    expect(json(await post('/dev/clock', { reset: true }))).toEqual({ now: real, offsetSeconds: 0 });
  });

  test.each([0, -1, 1.5, '60', null, 315_360_001, 1e300])('cannot be moved by %j', async (advanceSeconds) => {
    const { get, post } = dev();
    const answer = await post('/dev/clock', { advanceSeconds });
    expect(answer.status).toBe(400);
    expect(json(answer).message).toContain('advanceSeconds must be a whole number from 1 on');
    expect(json(await get('/dev/clock'))).toMatchObject({ offsetSeconds: 0 });
  });

  test('stays within ten years', async () => {
    const { post } = dev();
    expect((await post('/dev/clock', { advanceSeconds: 315_360_000 })).status).toBe(200);
    expect((await post('/dev/clock', { advanceSeconds: 1 })).status).toBe(400);
  });

  test('expires the session of a challenge, and codes, and dates the mails', async () => {
    const { pool, post, inbox } = dev();
    const email = 'ada@example.com';
    await pool.confirmedUser('ada', { email, email_verified: 'true' });
    await pool.cognito.adminSetUserMFAPreference({
      UserPoolId: pool.userPoolId,
      Username: 'ada',
      EmailMfaSettings: { Enabled: true },
    });
    const { Session } = await signIn(pool, 'ada');
    const [message] = inbox.messages({ to: email });
    await post('/dev/clock', { advanceSeconds: 181 });
    const answer = respond(pool, 'EMAIL_OTP', Session, { USERNAME: 'ada', EMAIL_OTP_CODE: message?.code ?? '' });
    expect((await refusal(answer)).name).toMatch(/NotAuthorizedException|ExpiredCodeException/);
    await pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'ada' });
    const [reset] = inbox.messages({ to: email });
    expect(reset?.sentAt).toBe('2026-03-01T12:03:11.000Z');
    await post('/dev/clock', { advanceSeconds: 3_600 });
    const confirm = { ClientId: pool.clientId, Username: 'ada', ConfirmationCode: reset?.code ?? '', Password: 'New-passw0rd' };
    expect((await refusal(pool.cognito.confirmForgotPassword(confirm))).name).toBe('ExpiredCodeException');
  });

  test('going back forgets the locks and the used app codes of the time to come', async () => {
    const { pool, post, get, clock } = dev();
    await pool.confirmedUser('ada');
    const moved = { ...pool, clock: { ...pool.clock, now: clock.world.now } };
    await enrolApp(moved, 'ada');
    const named = { UserPoolId: pool.userPoolId, Username: 'ada' };
    await pool.cognito.adminSetUserMFAPreference({ ...named, SoftwareTokenMfaSettings: { Enabled: true } });

    const codeNow = async (): Promise<string> => json(await get('/dev/users/ada')).totp.code;
    const finish = async () => {
      const { Session } = await signIn(pool, 'ada');
      return respond(pool, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE: await codeNow() });
    };
    await post('/dev/clock', { advanceSeconds: 30 * 86_400 });
    expect((await finish()).AuthenticationResult).toBeDefined();
    const wrong = { USERNAME: 'ada', PASSWORD: 'Wrong-passw0rd!' };
    for (let i = 0; i < 6; i++) {
      await refusal(
        pool.cognito.initiateAuth({ ClientId: pool.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: wrong }),
      );
    }
    expect((await refusal(signIn(pool, 'ada'))).message).toBe('Password attempts exceeded');

    await post('/dev/clock', { reset: true });
    expect(json(await get('/dev/users/ada')).totp).toMatchObject({ isUsed: false });
    expect((await finish()).AuthenticationResult).toBeDefined();
  });
});
