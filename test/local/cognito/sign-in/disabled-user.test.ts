import { describe, expect, test } from 'vitest';
import { createMfaPool } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { choose, respond } from '../../../support/cognito/sign-in.ts';
import { answerSrp, beginSrp, signInBySrp, srpAnswers } from '../../../support/cognito/srp-client.ts';
import { createTriggerPool } from '../../../support/cognito/trigger-pool.ts';
import { createSrpSession } from '../../../support/srp.ts';

// A stranger who guesses passwords must not find out that there is such a user.

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const disabled = { name: 'NotAuthorizedException', message: 'User is disabled.' };
const wrongCode = { name: 'CodeMismatchException', message: 'Invalid code or auth state for the user.' };
const wrong = 'Wrong passw0rd!';
const addresses = {
  email: 'ada@example.com',
  email_verified: 'true',
  phone_number: '+441234567890',
  phone_number_verified: 'true',
};

async function withDisabledAda(): Promise<TestPool> {
  const world = createMfaPool({ MfaConfiguration: 'OFF', EnabledMfas: [] });
  await world.confirmedUser('ada', addresses);
  await world.cognito.adminDisableUser({ UserPoolId: world.userPoolId, Username: 'ada' });
  return world;
}

/** Every way to prove a password. */
const ways: Readonly<Record<string, (world: TestPool, password: string) => Promise<unknown>>> = {
  USER_PASSWORD_AUTH: ({ cognito, clientId }, PASSWORD) =>
    cognito.initiateAuth({
      ClientId: clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD },
    }),
  ADMIN_USER_PASSWORD_AUTH: ({ cognito, clientId, userPoolId }, PASSWORD) =>
    cognito.adminInitiateAuth({
      UserPoolId: userPoolId,
      ClientId: clientId,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'ada', PASSWORD },
    }),
  USER_SRP_AUTH: (world, PASSWORD) => signInBySrp(world, 'ada', PASSWORD),
  'USER_AUTH with the password': (world, PASSWORD) => choose(world, 'ada', { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD }),
  'USER_AUTH, the password in two steps': async (world, PASSWORD) => {
    const { ChallengeName, Session } = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'PASSWORD' });
    return respond(world, ChallengeName, Session, { USERNAME: 'ada', PASSWORD });
  },
  'USER_AUTH, the password chosen': async (world, PASSWORD) => {
    const { ChallengeName, Session } = await choose(world, 'ada');
    return respond(world, ChallengeName, Session, { USERNAME: 'ada', ANSWER: 'PASSWORD', PASSWORD });
  },
  'USER_AUTH by SRP': async (world, PASSWORD) => {
    const session = createSrpSession('ada', PASSWORD, world.userPoolId);
    const response = await choose(world, 'ada', { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A: session.largeA });
    return respond(world, response.ChallengeName, response.Session, srpAnswers(world, { session, response }));
  },
};

describe('a disabled user', () => {
  test.each(Object.entries(ways))('%s: the right password alone earns that word', async (_, attempt) => {
    const world = await withDisabledAda();
    expect(await refusal(attempt(world, wrong))).toEqual(incorrect);
    expect(await refusal(attempt(world, password))).toEqual(disabled);
  });

  test('SRP begins as anybody’s does', async () => {
    const world = await withDisabledAda();
    const { response } = await beginSrp(world, 'ada', wrong);
    expect(response.ChallengeName).toBe('PASSWORD_VERIFIER');
  });

  test('is asked for a code as anybody is, is sent none, and no code is right', async () => {
    const world = await withDisabledAda();
    for (const [PREFERRED_CHALLENGE, destination] of [
      ['EMAIL_OTP', 'a***@e***'],
      ['SMS_OTP', '+********7890'],
    ] as const) {
      const { ChallengeName, Session, ChallengeParameters } = await choose(world, 'ada', { PREFERRED_CHALLENGE });
      expect(ChallengeParameters).toMatchObject({ CODE_DELIVERY_DESTINATION: destination });
      const answer = respond(world, ChallengeName, Session, { USERNAME: 'ada', [`${PREFERRED_CHALLENGE}_CODE`]: '12345678' });
      expect(await refusal(answer)).toEqual(wrongCode);
    }
    expect(world.outbox).toEqual([]);
  });

  test('wrong passwords lock the account as anybody’s', async () => {
    const world = await withDisabledAda();
    const attempt = () => refusal(ways['USER_PASSWORD_AUTH']?.(world, wrong) ?? Promise.resolve());
    for (let failures = 0; failures < 5; failures++) expect(await attempt()).toEqual(incorrect);
    expect((await attempt()).message).toBe('Password attempts exceeded');
  });

  test('hears it in a custom sign-in once the triggers let them in', async () => {
    const world = createTriggerPool({
      DefineAuthChallenge: (event) => ({
        ...event,
        response: event.request.session.at(-1)?.challengeResult
          ? { issueTokens: true, failAuthentication: false }
          : { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: event.request.session.length > 0 },
      }),
      CreateAuthChallenge: (event) => ({
        ...event,
        response: { publicChallengeParameters: {}, privateChallengeParameters: { right: '4' } },
      }),
      VerifyAuthChallengeResponse: (event) => ({ ...event, response: { answerCorrect: event.request.challengeAnswer === '4' } }),
    });
    await world.confirmedUser('ada');
    await world.cognito.adminDisableUser({ UserPoolId: world.userPoolId, Username: 'ada' });
    const attempt = async (ANSWER: string) => {
      const AuthParameters = { USERNAME: 'ada' };
      const begun = await world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters });
      return respond(world, begun.ChallengeName, begun.Session, { USERNAME: 'ada', ANSWER });
    };
    expect(await refusal(attempt('5'))).toEqual(incorrect);
    expect(await refusal(attempt('4'))).toEqual(disabled);
  });

  test('one disabled between the two steps of SRP is told once the proof holds', async () => {
    const world = createMfaPool({ MfaConfiguration: 'OFF', EnabledMfas: [] });
    await world.confirmedUser('ada', addresses);
    const [right, other] = [await beginSrp(world, 'ada', password), await beginSrp(world, 'ada', wrong)];
    await world.cognito.adminDisableUser({ UserPoolId: world.userPoolId, Username: 'ada' });
    expect(await refusal(answerSrp(world, srpAnswers(world, other)))).toEqual(incorrect);
    expect(await refusal(answerSrp(world, srpAnswers(world, right)))).toEqual(disabled);
  });

  test('refreshes nothing, and a refresh does not say why', async () => {
    const world = createMfaPool({ MfaConfiguration: 'OFF', EnabledMfas: [] });
    await world.confirmedUser('ada', addresses);
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const signedIn = await world.cognito.initiateAuth({
      ClientId: world.clientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters,
    });
    await world.cognito.adminDisableUser({ UserPoolId: world.userPoolId, Username: 'ada' });
    const refreshed = world.cognito.initiateAuth({
      ClientId: world.clientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: signedIn.AuthenticationResult?.RefreshToken ?? '' },
    });
    expect(await refusal(refreshed)).toEqual({ name: 'NotAuthorizedException', message: 'Refresh Token has been revoked' });
  });
});
