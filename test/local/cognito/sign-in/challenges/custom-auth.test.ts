import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { createTestPool, password, refusal } from '../../../../support/cognito/pool.ts';
import { createTriggerPool } from '../../../../support/cognito/trigger-pool.ts';
import { answer, ask, begin, createSums, letIn, respondWith, sums, wrong } from './sums.ts';

describe('CUSTOM_AUTH', () => {
  test('asks as often as its triggers say, and shows the public parameters with the true username', async () => {
    const pool = await createSums();
    const first = await begin(pool, 'ada@example.com');
    expect(first).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE', ChallengeParameters: { sum: '0 + 1', USERNAME: 'ada' } });
    const second = await answer(pool, first.Session, '1');
    expect(second.ChallengeParameters).toEqual({ sum: '1 + 1', USERNAME: 'ada' });
    const third = await answer(pool, second.Session, '2');
    expect(third.ChallengeParameters).toEqual({});
    const claims = decodeJwt(third.AuthenticationResult?.AccessToken ?? '');
    expect(claims).toMatchObject({ username: 'ada', amr: [] });
  });

  test('passes every round to the triggers, but only the metadata of the answer', async () => {
    const pool = await createSums();
    const first = await begin(pool);
    await answer(pool, first.Session, '7');
    const requests = pool.calls.map(({ triggerSource, request }) => ({ source: triggerSource.split('_')[0], ...request }));
    const common = { userAttributes: expect.objectContaining({ email: 'ada@example.com' }), userNotFound: false };
    const round = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'SUM_0' };
    const clientMetadata = { from: 'page' };
    expect(requests).toEqual([
      { source: 'DefineAuthChallenge', ...common, session: [] },
      { source: 'CreateAuthChallenge', ...common, session: [], challengeName: 'CUSTOM_CHALLENGE' },
      {
        source: 'VerifyAuthChallengeResponse',
        ...common,
        privateChallengeParameters: { right: '1' },
        challengeAnswer: '7',
        clientMetadata,
      },
      { source: 'DefineAuthChallenge', ...common, session: [round], clientMetadata },
      { source: 'CreateAuthChallenge', ...common, session: [round], challengeName: 'CUSTOM_CHALLENGE', clientMetadata },
    ]);
    expect(pool.calls[0].response).toEqual({ challengeName: null, issueTokens: null, failAuthentication: null });
    expect(pool.calls[2].response).toEqual({ answerCorrect: null });
  });

  test('a wrong answer has a session of its own; the old one is gone', async () => {
    const pool = await createSums();
    const first = await begin(pool);
    const second = await answer(pool, first.Session, 'x');
    expect(second.Session).not.toBe(first.Session);
    expect(await refusal(answer(pool, first.Session, '1'))).toMatchObject({
      message: 'Invalid session for the user, session can only be used once.',
    });
  });

  test('a refusal ends the sign-in: its last challenge can no longer be answered', async () => {
    const pool = await createSums();
    const second = await answer(pool, (await begin(pool)).Session, 'x');
    expect(await refusal(answer(pool, second.Session, 'x'))).toEqual(wrong);
    expect((await refusal(answer(pool, second.Session, '2'))).message).toContain('can only be used once');
  });

  test('of twenty concurrent answers only one counts', async () => {
    const pool = await createSums();
    const { Session } = await begin(pool);
    const answers = Array.from({ length: 20 }, (_, guess) => answer(pool, Session, String(guess)));
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a session is good for its user, its challenge and its time', async () => {
    const pool = await createSums();
    await pool.confirmedUser('bob');
    const { Session } = await begin(pool);
    const { cognito, clientId, clock } = pool;
    expect(await refusal(answer(pool, Session, '1', 'bob'))).toMatchObject({ message: 'Invalid session for the user.' });
    const ChallengeResponses = { USERNAME: 'ada', NEW_PASSWORD: password };
    const other = cognito.respondToAuthChallenge({
      ClientId: clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses,
    });
    expect(await refusal(other)).toMatchObject({ message: 'Invalid session for the user.' });
    expect(await refusal(answer(pool, Session, ''))).toMatchObject({ message: 'Missing required parameter ANSWER' });
    clock.advance({ minutes: 3 });
    expect(await refusal(answer(pool, Session, '1'))).toMatchObject({
      message: 'Invalid session for the user, session is expired.',
    });
  });

  test('an unknown user goes through the same rounds, but never succeeds', async () => {
    const pool = await createSums();
    pool.calls.length = 0;
    const first = await begin(pool, 'nobody');
    expect(first.ChallengeParameters).toEqual({ sum: '0 + 1', USERNAME: 'nobody' });
    const second = await answer(pool, first.Session, '1', 'nobody');
    expect(await refusal(answer(pool, second.Session, '2', 'nobody'))).toEqual(wrong);
    expect((await refusal(answer(pool, second.Session, '2', 'nobody'))).message).toContain('can only be used once');
    for (const { request, userName } of pool.calls) expect([request.userNotFound, userName]).toEqual([true, 'nobody']);
  });

  test('sessions of an unknown user and of an existing one cannot be exchanged', async () => {
    const pool = await createSums();
    const mine = await begin(pool);
    const theirs = await begin(pool, 'nobody');
    expect((await refusal(answer(pool, theirs.Session, '1'))).message).toBe('Invalid session for the user.');
    expect((await refusal(answer(pool, mine.Session, '1', 'nobody'))).message).toBe('Invalid session for the user.');
  });

  test('a client that does not hide unknown users says so before any trigger runs', async () => {
    const pool = await createSums({}, { PreventUserExistenceErrors: 'LEGACY' });
    expect(await refusal(begin(pool, 'nobody'))).toMatchObject({ name: 'UserNotFoundException' });
    expect(pool.calls).toEqual([]);
  });

  test('asks neither for a new password nor for a second factor', async () => {
    const pool = createTriggerPool({ ...sums, DefineAuthChallenge: respondWith(letIn) });
    await pool.cognito.adminCreateUser({ UserPoolId: pool.userPoolId, Username: 'ada', MessageAction: 'SUPPRESS' });
    expect((await begin(pool)).AuthenticationResult?.AccessToken).toBeDefined();
  });

  test('lets no disabled and no unconfirmed user in', async () => {
    const pool = createTriggerPool({ ...sums, DefineAuthChallenge: respondWith(letIn) });
    await pool.cognito.signUp({ ClientId: pool.clientId, Username: 'new', Password: password });
    expect(await refusal(begin(pool, 'new'))).toMatchObject({ name: 'UserNotConfirmedException' });
  });

  test.each([
    ['no challenge', { issueTokens: false, failAuthentication: false }],
    ['a challenge that Cognito has not', { ...ask, challengeName: 'RIDDLE' }],
    ['PASSWORD_VERIFIER to a client that has sent no SRP_A', { ...ask, challengeName: 'PASSWORD_VERIFIER' }],
    ['a flag that is no flag', { ...ask, issueTokens: 'no' }],
  ])('DefineAuthChallenge that names %s is refused', async (_, response) => {
    const pool = await createSums();
    pool.set('DefineAuthChallenge', respondWith(response));
    expect(await refusal(begin(pool))).toEqual({
      name: 'InvalidLambdaResponseException',
      message: 'Unrecognizable lambda output',
    });
  });

  test('failAuthentication wins over issueTokens', async () => {
    const pool = await createSums();
    pool.set('DefineAuthChallenge', respondWith({ issueTokens: true, failAuthentication: true }));
    expect(await refusal(begin(pool))).toEqual(wrong);
  });

  test('parameters that are not strings are refused', async () => {
    const pool = await createSums();
    pool.set('CreateAuthChallenge', respondWith({ publicChallengeParameters: { n: 1 } }));
    expect(await refusal(begin(pool))).toMatchObject({ name: 'InvalidLambdaResponseException' });
  });

  test('requires its triggers, and a client that allows it', async () => {
    const { cognito, clientId, confirmedUser } = createTestPool(
      {},
      { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    );
    await confirmedUser('ada');
    const AuthParameters = { USERNAME: 'ada' };
    expect(await refusal(cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters }))).toEqual({
      name: 'InvalidParameterException',
      message: 'Custom auth lambda trigger is not configured for the user pool.',
    });
    const closed = await createSums({}, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] });
    expect(await refusal(begin(closed))).toMatchObject({ message: 'CUSTOM_AUTH is not enabled for the client.' });
  });
});
