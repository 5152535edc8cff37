import { describe, expect, test } from 'vitest';
import { appCode } from '../../../../support/authenticator-app.ts';
import { createMfaPool, enrolApp, setMfa } from '../../../../support/cognito/mfa-pool.ts';
import { refusal } from '../../../../support/cognito/pool.ts';
import { respond, signIn } from '../../../../support/cognito/sign-in.ts';
import { begun, locked, newest, wrongCode } from './pending-challenges.ts';

describe('a code', () => {
  test('for a second factor is not reset by a right password: a new sign-in is just as locked', async () => {
    const { world } = await begun('SMS_MFA');
    for (let failures = 0; failures < 5; failures++) {
      const { Session } = await signIn(world, 'ada');
      const call = respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: '00000x' });
      expect(await refusal(call)).toEqual(wrongCode);
    }
    const { Session } = await signIn(world, 'ada');
    const call = respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: newest(world) });
    expect(await refusal(call)).toEqual(locked);
  });

  test('is void when a newer one is sent, whichever session it is for', async () => {
    const { world, answer, right } = await begun('SMS_MFA');
    const older = right();
    const { Session } = await signIn(world, 'ada');
    expect(await refusal(answer(older))).toEqual(wrongCode);
    expect(await refusal(answer({ SMS_MFA_CODE: newest(world) }))).toEqual(wrongCode);
    const { AuthenticationResult } = await respond(world, 'SMS_MFA', Session, { USERNAME: 'ada', SMS_MFA_CODE: newest(world) });
    expect(AuthenticationResult).toBeDefined();
  });

  test('proves nothing about an address that took the other’s place', async () => {
    const { world, answer, right } = await begun('EMAIL_OTP');
    world.database.sql.exec(`UPDATE user SET attributes = json_set(attributes, '$.email', 'other@example.com')`);
    expect(await refusal(answer(right()))).toEqual(wrongCode);
  });

  test('a disabled user has no use for it, and a new password voids it', async () => {
    for (const change of ['enabled = 0', 'credential = credential + 1']) {
      const { world, answer, right } = await begun('EMAIL_OTP');
      world.database.sql.exec(`UPDATE user SET ${change}`);
      expect((await refusal(answer(right()))).name).toBe('NotAuthorizedException');
    }
  });
});

describe('the code of an authenticator app', () => {
  test('works once, in whichever sign-in', async () => {
    const { world, answer, right } = await begun('SOFTWARE_TOKEN_MFA');
    const { Session } = await signIn(world, 'ada');
    const code = right();
    expect((await answer(code)).AuthenticationResult).toBeDefined();
    const replay = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...code });
    const used = { name: 'ExpiredCodeException', message: 'Your software token has already been used once.' };
    expect(await refusal(replay)).toEqual(used);
    world.clock.advance({ seconds: 30 });
    const next = respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...right() });
    expect((await next).AuthenticationResult).toBeDefined();
  });

  test('of two sign-ins at the same time only one has it', async () => {
    const { world, answer, right } = await begun('SOFTWARE_TOKEN_MFA');
    const { Session } = await signIn(world, 'ada');
    const code = right();
    const outcomes = await Promise.allSettled([
      answer(code),
      respond(world, 'SOFTWARE_TOKEN_MFA', Session, { USERNAME: 'ada', ...code }),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('that registered the app is used up by that', async () => {
    const world = createMfaPool();
    await world.confirmedUser('ada');
    const secret = await enrolApp(world, 'ada');
    await setMfa(world, 'ON');
    const { Session } = await world.cognito
      .adminSetUserMFAPreference({
        UserPoolId: world.userPoolId,
        Username: 'ada',
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      })
      .then(() => signIn(world, 'ada'));
    const answer = (steps: number) =>
      respond(world, 'SOFTWARE_TOKEN_MFA', Session, {
        USERNAME: 'ada',
        SOFTWARE_TOKEN_MFA_CODE: appCode(secret, steps, world.clock.now()),
      });
    for (const steps of [0, -1]) expect((await refusal(answer(steps))).name).toBe('ExpiredCodeException');
    for (const steps of [2, -2]) expect((await refusal(answer(steps))).name).toBe('CodeMismatchException');
    expect((await answer(1)).AuthenticationResult).toBeDefined();
  });
});
