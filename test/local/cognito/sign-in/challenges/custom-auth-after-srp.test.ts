import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { allFactors } from '../../../../support/cognito/mfa-pool.ts';
import { password, refusal } from '../../../../support/cognito/pool.ts';
import { answerSrp, srpAnswers } from '../../../../support/cognito/srp-client.ts';
import { createTriggerPool, type TriggerPool } from '../../../../support/cognito/trigger-pool.ts';
import { createSrpSession } from '../../../../support/srp.ts';
import { answer, ask, createSums, letIn, respondWith, sums, wrong } from './sums.ts';

describe('CUSTOM_AUTH that begins with SRP_A', () => {
  async function beginWithPassword(pool: TriggerPool, typed = password, name = 'ada') {
    const session = createSrpSession(name, typed, pool.userPoolId);
    const AuthParameters = { USERNAME: name, CHALLENGE_NAME: 'SRP_A', SRP_A: session.largeA };
    const request = { ClientId: pool.clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters } as const;
    return { session, response: await pool.cognito.initiateAuth(request) };
  }

  test('goes on with the custom challenges once the password is proven', async () => {
    const pool = await createSums();
    const start = await beginWithPassword(pool);
    expect(start.response.ChallengeName).toBe('PASSWORD_VERIFIER');
    const next = await answerSrp(pool, srpAnswers(pool, start), start.response.Session);
    expect(next).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE', ChallengeParameters: { sum: '2 + 1' } });
    const rounds = pool.calls.at(-1).request.session;
    expect(rounds).toEqual([
      { challengeName: 'SRP_A', challengeResult: true },
      { challengeName: 'PASSWORD_VERIFIER', challengeResult: true },
    ]);
    const { AuthenticationResult } = await answer(pool, next.Session, '3');
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')).toMatchObject({ username: 'ada', amr: ['pwd'] });
  });

  test('a wrong password, and anybody who does not exist, goes no further', async () => {
    const pool = await createSums();
    for (const [typed, name] of [
      ['Wr0ng! password', 'ada'],
      [password, 'nobody'],
    ] as const) {
      const start = await beginWithPassword(pool, typed, name);
      expect(await refusal(answerSrp(pool, srpAnswers(pool, start), start.response.Session))).toEqual(wrong);
    }
  });

  test('the proof counts once', async () => {
    const pool = await createSums();
    const start = await beginWithPassword(pool);
    const answers = srpAnswers(pool, start);
    await answerSrp(pool, answers, start.response.Session);
    expect(await refusal(answerSrp(pool, answers, start.response.Session))).toMatchObject({ name: 'NotAuthorizedException' });
  });

  test('may be let in by the password alone, or asked something else first', async () => {
    const pool = await createSums();
    pool.set('DefineAuthChallenge', (event) => ({
      ...event,
      response: event.request.session.length > 1 ? letIn : { ...ask, challengeName: 'PASSWORD_VERIFIER' },
    }));
    const start = await beginWithPassword(pool);
    expect((await answerSrp(pool, srpAnswers(pool, start), start.response.Session)).AuthenticationResult).toBeDefined();
    pool.set('DefineAuthChallenge', respondWith(ask));
    expect((await beginWithPassword(pool)).response.ChallengeName).toBe('CUSTOM_CHALLENGE');
  });

  test('asks for a second factor itself, and with it never comes back to the triggers', async () => {
    const pool = createTriggerPool(sums, allFactors);
    await pool.confirmedUser('ada', { phone_number: '+15550100', phone_number_verified: 'true' });
    const { cognito, clientId, userPoolId } = pool;
    const SMSMfaSettings = { Enabled: true, PreferredMfa: true };
    await cognito.adminSetUserMFAPreference({ UserPoolId: userPoolId, Username: 'ada', SMSMfaSettings });
    const start = await beginWithPassword(pool);
    const { ChallengeName, Session } = await answerSrp(pool, srpAnswers(pool, start), start.response.Session);
    expect(ChallengeName).toBe('SMS_MFA');
    const calls = pool.calls.length;
    const ChallengeResponses = { USERNAME: 'ada', SMS_MFA_CODE: pool.codeFor('+15550100') };
    const { AuthenticationResult } = await cognito.respondToAuthChallenge({
      ClientId: clientId,
      ChallengeName,
      Session,
      ChallengeResponses,
    });
    expect(decodeJwt(AuthenticationResult?.AccessToken ?? '')['amr']).toContain('pwd');
    expect(pool.calls).toHaveLength(calls);
  });

  test('requires an SRP_A', async () => {
    const { cognito, clientId } = await createSums();
    const call = (more: Record<string, string>) =>
      cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'ada', ...more } });
    expect(await refusal(call({ CHALLENGE_NAME: 'SRP_A' }))).toMatchObject({ message: 'Missing required parameter SRP_A' });
    expect(await refusal(call({ CHALLENGE_NAME: 'RIDDLE' }))).toMatchObject({ name: 'InvalidParameterException' });
  });
});
