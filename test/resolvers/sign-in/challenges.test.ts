import { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { ChallengeName } from '../../../resolvers/generated/schema.ts';
import { challenges } from '../../../resolvers/sign-in/challenges.ts';
import { createCaller, refused, step, succeeded } from '../../support/caller.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { cases, claim, deviceKey, type Given } from './challenge-cases.ts';

/** One value for each input that answers, to find the superfluous ones. */
const oneOfEach: Required<Omit<Given, 'captchaToken'>> = {
  newPassword: 'Passw0rd!',
  attributes: [{ name: 'given_name', value: 'Ann' }],
  code: '123456',
  answer: 'SMS_MFA',
  email: 'ann@example.com',
  password: 'p',
  srpA: 'ab',
  passwordClaim: claim,
  credential: { id: 'x' },
  deviceKey,
  clientMetadata: {},
};

const session = 's'.repeat(40);
const tokens = success({ AuthenticationResult: { AccessToken: 'a', IdToken: 'i', ExpiresIn: 60 } });

test('every challenge of the SDK has a row, or is left out by decision', () => {
  expect(new Set(Object.keys(challenges))).toEqual(new Set(Object.values(ChallengeNameType)));
  const leftOut = Object.entries(challenges).flatMap(([name, row]) => (row === null ? name : []));
  expect(leftOut).toEqual(['ADMIN_NO_SRP_AUTH']);
});

describe.each(Object.values(ChallengeName))('%s', (name) => {
  const { parameters, available, shown, answers, missing, sessionless } = cases[name];
  const { session: required, given } = { session: !sessionless, given: answers[0]?.[0] ?? {} };

  test('is shown with its own fields', async () => {
    const { handle } = stubWire(
      success({
        ChallengeName: name,
        ChallengeParameters: parameters,
        Session: session,
        ...(available && { AvailableChallenges: available }),
      }),
    );
    const stub = createCaller({ cognito: handle });
    const expected = { name, username: 'typed@example.com', session, ...shown };
    expect(succeeded(await stub.call('login', { input: { username: 'typed@example.com', password: 'p' } }))).toEqual(expected);
    expect(
      succeeded(
        await stub.call('respondToChallenge', {
          input: { name: 'PASSWORD', username: 'typed@example.com', session, password: 'p' },
        }),
      ),
    ).toEqual(expected);
  });

  test('may come without a session', async () => {
    const stub = createCaller({ cognito: stubWire(success({ ChallengeName: name, ChallengeParameters: parameters })).handle });
    expect(succeeded(await stub.call('login', { input: { username: 'ann', password: 'p' } }))).toMatchObject({ session: null });
  });

  test.each(answers)('takes the answer %j', async (answer, responses) => {
    const { handle, sent } = stubWire(tokens);
    const stub = createCaller({ cognito: handle });
    const input = { name, username: 'ann', session, ...answer, clientMetadata: { a: 'b' } };
    step(succeeded(await stub.call('respondToChallenge', { input })), 'Tokens');
    expect(sent.map(({ operation, body }) => ({ operation, body }))).toEqual([
      {
        operation: 'RespondToAuthChallenge',
        body: {
          ClientId: 'testclient',
          ChallengeName: name,
          Session: session,
          ChallengeResponses: { ...responses, USERNAME: 'ann' },
          ClientMetadata: { a: 'b' },
        },
      },
    ]);
    expect(sent[0]?.headers['authorization']).toBeUndefined();
  });

  test('names the answer that is missing', async () => {
    const stub = createCaller({ cognito: stubWire(tokens).handle });
    const answer = await stub.call('respondToChallenge', { input: { name, username: 'ann', session } });
    if (missing === null) succeeded(answer);
    else {
      expect(refused(answer)).toMatchObject({
        code: 'INVALID_INPUT',
        message: `${name} wants \`${missing}\`.`,
        info: { field: missing, cognito: null, retryable: false },
      });
    }
  });

  test(`${required ? 'wants' : 'may go without'} its session`, async () => {
    const stub = createCaller({ cognito: stubWire(tokens).handle });
    const answer = await stub.call('respondToChallenge', { input: { name, username: 'ann', ...given } });
    if (required) expect(refused(answer)).toMatchObject({ code: 'INVALID_INPUT', info: { field: 'session' } });
    else succeeded(answer);
  });

  const taken = new Set(answers.flatMap(([answer]) => Object.keys(answer)));
  const superfluous = Object.keys(oneOfEach).filter((key) => !taken.has(key) && key !== 'deviceKey' && key !== 'clientMetadata');

  test.each(superfluous)('takes no `%s`', async (key) => {
    const stub = createCaller({ cognito: stubWire().handle });
    const extra = Object.fromEntries(Object.entries(oneOfEach).filter(([each]) => each === key));
    expect(
      refused(await stub.call('respondToChallenge', { input: { name, username: 'ann', session, ...given, ...extra } })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: `${name} takes no \`${key}\`.`,
      info: { field: key, cognito: null, retryable: false },
    });
  });
});
