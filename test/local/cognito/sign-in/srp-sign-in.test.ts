import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { N } from '../../../../local/cognito/secrets/srp.ts';
import { createTestPool, createTestPools, password, refusal, type TestPool } from '../../../support/cognito/pool.ts';
import { answerSrp, beginSrp, signInBySrp, srpAnswers } from '../../../support/cognito/srp-client.ts';
import { srpTimestamp } from '../../../support/srp.ts';

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const wrong = 'Wrong passw0rd!';
const client = { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] };
const used = { name: 'NotAuthorizedException', message: 'Invalid session for the user, session can only be used once.' };

async function withAda(pool = {}, more = {}): Promise<TestPool> {
  const world = createTestPool(pool, { ...client, ...more });
  await world.confirmedUser('ada');
  return world;
}

function claims(token: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
}

describe('USER_SRP_AUTH', () => {
  test('signs in by username and by alias, without a session', async () => {
    const world = await withAda();
    for (const name of ['ada', 'ADA', 'ada@example.com']) {
      const start = await beginSrp(world, name, password);
      const { ChallengeName, Session, ChallengeParameters } = start.response;
      expect([ChallengeName, Session, ChallengeParameters?.['USER_ID_FOR_SRP']]).toEqual(['PASSWORD_VERIFIER', undefined, 'ada']);
      expect(Object.keys(ChallengeParameters ?? {}).sort()).toEqual([
        'SALT',
        'SECRET_BLOCK',
        'SRP_B',
        'USERNAME',
        'USER_ID_FOR_SRP',
      ]);
      const { AuthenticationResult } = await answerSrp(world, srpAnswers(world, start));
      expect(claims(AuthenticationResult?.AccessToken)).toMatchObject({ amr: ['pwd'], username: 'ada' });
    }
  });

  test('uses the sub where users sign in with an address', async () => {
    const world = createTestPool({ AliasAttributes: [], UsernameAttributes: ['email'] }, client);
    const { sub } = await world.confirmedUser('ada@example.com', {});
    const start = await beginSrp(world, 'ada@example.com', password);
    expect(start.response.ChallengeParameters?.['USER_ID_FOR_SRP']).toBe(sub);
    expect((await answerSrp(world, srpAnswers(world, start))).AuthenticationResult).toBeDefined();
  });

  test('takes a temporary password to NEW_PASSWORD_REQUIRED', async () => {
    const world = createTestPool({}, client);
    const named = { UserPoolId: world.userPoolId, Username: 'grace' };
    await world.cognito.adminCreateUser({ ...named, TemporaryPassword: 'Temp0rary!', MessageAction: 'SUPPRESS' });
    const { ChallengeName, Session } = await signInBySrp(world, 'grace', 'Temp0rary!');
    expect(ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
    const { AuthenticationResult } = await world.cognito.respondToAuthChallenge({
      ClientId: world.clientId,
      ChallengeName,
      Session,
      ChallengeResponses: { USERNAME: 'grace', NEW_PASSWORD: password },
    });
    expect(AuthenticationResult).toBeDefined();
    expect((await signInBySrp(world, 'grace', password)).AuthenticationResult).toBeDefined();
    expect(await refusal(signInBySrp(world, 'grace', 'Temp0rary!'))).toEqual(incorrect);
  });

  test('with a client secret the hash is of the name in the same request', async () => {
    const world = await withAda({}, { GenerateSecret: true });
    const { UserPoolClient } = await world.cognito.describeUserPoolClient({
      UserPoolId: world.userPoolId,
      ClientId: world.clientId,
    });
    const hash = (name: string) =>
      createHmac('sha256', UserPoolClient?.ClientSecret ?? '')
        .update(`${name}${world.clientId}`)
        .digest('base64');
    const start = await beginSrp(world, 'ada@example.com', password, { SECRET_HASH: hash('ada@example.com') });
    const answers = srpAnswers(world, start);
    expect((await refusal(answerSrp(world, { ...answers, SECRET_HASH: hash('ada@example.com') }))).message).toMatch(
      'Unable to verify',
    );
    const { AuthenticationResult } = await answerSrp(world, { ...answers, SECRET_HASH: hash('ada') });
    expect(AuthenticationResult).toBeDefined();
  });

  test('is refused where the client has it off, and without its parameters', async () => {
    const off = createTestPool({}, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });
    expect(await refusal(beginSrp(off, 'ada', password))).toEqual({
      name: 'InvalidParameterException',
      message: 'USER_SRP_AUTH is not enabled for the client.',
    });
    const world = await withAda();
    for (const [AuthParameters, missing] of [
      [{ SRP_A: 'a' }, 'USERNAME'],
      [{ USERNAME: 'ada' }, 'SRP_A'],
    ] as const) {
      const call = world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters });
      expect((await refusal(call)).message).toBe(`Missing required parameter ${missing}`);
    }
  });
});

describe('an SRP proof', () => {
  test.each([
    ['0', 'zero'],
    [N.toString('hex'), 'N'],
    ['1'.repeat(769), 'an over-long number'],
    ['zz', 'no number'],
  ])('is refused for an SRP_A of %.8s…, which is %s', async (SRP_A) => {
    const world = await withAda();
    const AuthParameters = { USERNAME: 'ada', SRP_A };
    const call = world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters });
    expect(await refusal(call)).toEqual({ name: 'InvalidParameterException', message: 'Invalid SRP_A.' });
  });

  test('is refused when the password, the signature or the block is another', async () => {
    const world = await withAda();
    expect(await refusal(signInBySrp(world, 'ada', wrong))).toEqual(incorrect);
    const start = await beginSrp(world, 'ada', password);
    const right = srpAnswers(world, start);
    const block = right['PASSWORD_CLAIM_SECRET_BLOCK'] ?? '';
    const otherBlock = (await beginSrp(world, 'ada', password)).response.ChallengeParameters?.['SECRET_BLOCK'] ?? '';
    for (const change of [
      { PASSWORD_CLAIM_SIGNATURE: 'dummy' },
      { PASSWORD_CLAIM_SIGNATURE: Buffer.alloc(32).toString('base64') },
      { PASSWORD_CLAIM_SECRET_BLOCK: otherBlock },
      { PASSWORD_CLAIM_SECRET_BLOCK: `${block.slice(0, -5)}AAAA=` },
      { PASSWORD_CLAIM_SECRET_BLOCK: 'U0VDUkVULUJMT0NLLWJ5dGVz' },
      { PASSWORD_CLAIM_SECRET_BLOCK: `${block}\n` },
    ]) {
      expect(await refusal(answerSrp(world, { ...right, ...change }))).toEqual(incorrect);
      world.clock.advance({ seconds: 5 });
    }
    expect((await answerSrp(world, right)).AuthenticationResult).toBeDefined();
  });

  test('is for the user who began it, under each of their names and no other', async () => {
    const world = await withAda();
    await world.confirmedUser('eve');
    const right = srpAnswers(world, await beginSrp(world, 'ada', password));
    for (const USERNAME of ['eve', 'nobody']) {
      expect(await refusal(answerSrp(world, { ...right, USERNAME }))).toEqual(incorrect);
    }
    // Eve's own password proves nothing about Ada.
    const eve = await beginSrp(world, 'eve', password);
    const posed = { ...eve.response, ChallengeParameters: { ...eve.response.ChallengeParameters, USER_ID_FOR_SRP: 'ada' } };
    expect(await refusal(answerSrp(world, srpAnswers(world, { ...eve, response: posed })))).toEqual(incorrect);
    expect((await answerSrp(world, { ...right, USERNAME: 'ada@example.com' })).AuthenticationResult).toBeDefined();
  });

  test('is for the client that began it', async () => {
    const world = await withAda();
    const right = srpAnswers(world, await beginSrp(world, 'ada', password));
    const clientId = world.pools.provisionUserPoolClient('Second', { UserPoolId: world.userPoolId });
    expect(await refusal(answerSrp({ ...world, clientId }, right))).toEqual(incorrect);
  });

  test('works once, however many come at the same time', async () => {
    const world = await withAda();
    const right = srpAnswers(world, await beginSrp(world, 'ada', password));
    const answers = await Promise.allSettled([answerSrp(world, right), answerSrp(world, right), answerSrp(world, right)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await refusal(answerSrp(world, right))).toEqual(used);
  });

  test('outlives neither AuthSessionValidity nor a new password', async () => {
    const world = await withAda();
    const begun = await beginSrp(world, 'ada', password);
    world.clock.advance({ minutes: 3 });
    expect(await refusal(answerSrp(world, srpAnswers(world, begun)))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
    const right = srpAnswers(world, await beginSrp(world, 'ada', password));
    const named = { UserPoolId: world.userPoolId, Username: 'ada' };
    await world.cognito.adminSetUserPassword({ ...named, Password: 'An0ther one!', Permanent: true });
    expect((await refusal(answerSrp(world, right))).name).toBe('NotAuthorizedException');
  });

  test('carries a timestamp of now, in the one form', async () => {
    // A day with one digit, in the winter of 2026.
    const world = await withAda();
    world.clock.advance({ days: 3 });
    const now = world.clock.now();
    expect(srpTimestamp(now)).toBe('Wed Mar 4 12:00:00 UTC 2026');
    const start = await beginSrp(world, 'ada', password);
    for (const minutes of [-6, 6]) {
      expect(await refusal(answerSrp(world, srpAnswers(world, start, now + minutes * 60_000)))).toEqual(incorrect);
    }
    const right = srpAnswers(world, start);
    for (const TIMESTAMP of [
      'Wed Mar 04 12:00:00 UTC 2026',
      'Thu Mar 4 12:00:00 UTC 2026',
      'Wed Mar 4 12:00:00 GMT 2026',
      'Wed Mar 4 12:00:0 UTC 2026',
      'wed mar 4 12:00:00 UTC 2026',
      new Date(now).toISOString(),
      'now',
    ]) {
      expect(await refusal(answerSrp(world, { ...right, TIMESTAMP }))).toEqual(incorrect);
    }
    for (const name of ['TIMESTAMP', 'PASSWORD_CLAIM_SIGNATURE', 'PASSWORD_CLAIM_SECRET_BLOCK']) {
      expect((await refusal(answerSrp(world, { ...right, [name]: '' }))).message).toBe(`Missing required parameter ${name}`);
    }
    expect((await answerSrp(world, srpAnswers(world, start, now - 4 * 60_000))).AuthenticationResult).toBeDefined();
  });

  test('counts towards the same lockout as a password', async () => {
    const world = await withAda();
    const start = await beginSrp(world, 'ada', password);
    const right = srpAnswers(world, start);
    for (let failures = 0; failures < 5; failures++) {
      const PASSWORD_CLAIM_SIGNATURE = Buffer.alloc(32, failures).toString('base64');
      expect(await refusal(answerSrp(world, { ...right, PASSWORD_CLAIM_SIGNATURE }))).toEqual(incorrect);
    }
    const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
    expect(await refusal(answerSrp(world, right))).toEqual(locked);
    const AuthParameters = { USERNAME: 'ada', PASSWORD: password };
    const plain = world.cognito.initiateAuth({ ClientId: world.clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    expect(await refusal(plain)).toEqual(locked);
    world.clock.advance({ seconds: 1 });
    expect((await answerSrp(world, right)).AuthenticationResult).toBeDefined();
  });
});

describe('USER_SRP_AUTH for somebody who may not sign in', () => {
  test('shows an unknown user the same challenge each time, and never tokens', async () => {
    const world = await withAda();
    const parameters = async (name: string) => (await beginSrp(world, name, password)).response.ChallengeParameters ?? {};
    const names = ['nobody', 'NOBODY', 'no-one', 'ada', 'x'.repeat(50_000)];
    const [once, again, other, real, long] = await Promise.all(names.map(parameters));
    expect(again).toMatchObject({ SALT: once?.['SALT'], USER_ID_FOR_SRP: once?.['USER_ID_FOR_SRP'] });
    expect(once?.['USER_ID_FOR_SRP']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(other?.['SALT']).not.toBe(once?.['SALT']);
    for (const name of ['SALT', 'SRP_B']) {
      for (const unknown of [once, long]) expect(unknown?.[name]).toHaveLength(real?.[name]?.length ?? 0);
    }
    for (let failures = 0; failures < 5; failures++)
      expect(await refusal(signInBySrp(world, 'nobody', password))).toEqual(incorrect);
    expect((await refusal(signInBySrp(world, 'nobody', password))).message).toBe('Password attempts exceeded');
  });

  test('names an unknown user at once where the client is LEGACY', async () => {
    const world = createTestPool({}, { ...client, PreventUserExistenceErrors: 'LEGACY' });
    expect((await refusal(beginSrp(world, 'nobody', password))).name).toBe('UserNotFoundException');
  });

  test('refuses an unconfirmed user at once', async () => {
    const world = createTestPool({}, client);
    await world.cognito.signUp({ ClientId: world.clientId, Username: 'ada', Password: password });
    expect((await refusal(beginSrp(world, 'ada', password))).name).toBe('UserNotConfirmedException');
  });

  test('does not take a secret of 0 for a user without a password', async () => {
    const pools = createTestPools();
    const world = createTestPool(
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      client,
      pools,
    );
    await world.cognito.adminCreateUser({ UserPoolId: world.userPoolId, Username: 'grace' });
    expect(await refusal(signInBySrp(world, 'grace', password))).toEqual(incorrect);
  });
});
