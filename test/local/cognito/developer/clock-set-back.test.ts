import { expect, test } from 'vitest';
import { appCode } from '../../../support/authenticator-app.ts';
import { createMfaPool, enrolApp } from '../../../support/cognito/mfa-pool.ts';
import { createTestPool, password, refusal } from '../../../support/cognito/pool.ts';
import { respond, signIn } from '../../../support/cognito/sign-in.ts';

test.each([{ seconds: -120 }, { days: -30 }])('a lock of a time to come ends when the clock is set back by %o', async (back) => {
  const { cognito, clientId, clock, confirmedUser } = createTestPool();
  await confirmedUser('ada');
  const attempt = (PASSWORD: string) =>
    cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ada', PASSWORD } });
  for (let failure = 0; failure < 12; failure += 1) {
    await refusal(attempt('Wrong-passw0rd!'));
    if (failure > 4) clock.advance({ seconds: 2 ** (failure - 4) });
  }
  await refusal(attempt('Wrong-passw0rd!'));
  expect((await refusal(attempt(password))).message).toBe('Password attempts exceeded');
  clock.advance(back);
  expect((await attempt(password)).AuthenticationResult).toBeDefined();
});

test("an authenticator's code of a time to come does not use up those of now when the clock is set back", async () => {
  const world = createMfaPool();
  await world.confirmedUser('ada');
  const secret = await enrolApp(world, 'ada');
  const { AuthenticationResult } = await signIn(world, 'ada');
  await world.cognito.setUserMFAPreference({
    AccessToken: AuthenticationResult?.AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  });
  const answer = async () => {
    const { ChallengeName, Session } = await signIn(world, 'ada');
    const SOFTWARE_TOKEN_MFA_CODE = appCode(secret, 0, world.clock.now());
    return respond(world, ChallengeName, Session, { USERNAME: 'ada', SOFTWARE_TOKEN_MFA_CODE });
  };
  world.clock.advance({ days: 1 });
  expect((await answer()).AuthenticationResult).toBeDefined();
  world.clock.advance({ days: -1 });
  world.clock.advance({ minutes: 5 });
  expect((await answer()).AuthenticationResult).toBeDefined();
  await expect(answer()).rejects.toThrow();
});
