import { describe, expect, test } from 'vitest';
import { allFactors } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal } from '../../../support/cognito/pool.ts';
import {
  createTriggerPool,
  type Event,
  exceptionOf,
  type Failure,
  type TriggerFunction,
  type TriggerPool,
} from '../../../support/cognito/trigger-pool.ts';

const failures: Failure[] = ['throws', 'rubbish', 'half', 'null', 'hangs', 'runs out of time', 'is missing', 'is forbidden'];
const unchanged: TriggerFunction = (event: Event) => event;

const signUp = ({ cognito, clientId }: TriggerPool, Username = 'ada') =>
  cognito.signUp({
    ClientId: clientId,
    Username,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }],
  });
const login = ({ cognito, clientId }: TriggerPool, USERNAME = 'ada') =>
  cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD: password },
  });
const custom = ({ cognito, clientId }: TriggerPool, USERNAME = 'ada') =>
  cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME } });

const customTrio = {
  DefineAuthChallenge: (event: Event) => ({
    ...event,
    response: { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false },
  }),
  CreateAuthChallenge: (event: Event) => ({
    ...event,
    response: { publicChallengeParameters: {}, privateChallengeParameters: { right: '42' }, challengeMetadata: 'sum' },
  }),
  VerifyAuthChallengeResponse: (event: Event) => ({ ...event, response: { answerCorrect: true } }),
};

interface Case {
  /** What the pool's settings call it. */
  readonly trigger: string;
  /** What the texts call it, where that is something else. */
  readonly name?: string;
  readonly when: string;
  readonly settings?: Record<string, unknown>;
  /** Makes everything ready; gives the call that fires the trigger. */
  readonly prepare: (pool: TriggerPool) => Promise<() => Promise<unknown>>;
  /** What stays done although the call fails. */
  readonly stays?: (pool: TriggerPool) => Promise<void>;
}

const confirmedAda = async (pool: TriggerPool) => void (await pool.confirmedUser('ada'));
const statusOf = async ({ cognito, userPoolId }: TriggerPool, Username = 'ada') =>
  (await cognito.adminGetUser({ UserPoolId: userPoolId, Username })).UserStatus;

const cases: Case[] = [
  { trigger: 'PreSignUp', when: 'SignUp', prepare: async (pool) => () => signUp(pool) },
  {
    trigger: 'PreSignUp',
    when: 'AdminCreateUser',
    prepare:
      async ({ cognito, userPoolId }) =>
      () =>
        cognito.adminCreateUser({ UserPoolId: userPoolId, Username: 'ada' }),
  },
  {
    trigger: 'PostConfirmation',
    when: 'ConfirmSignUp',
    prepare: async (pool) => {
      await signUp(pool);
      const ConfirmationCode = pool.codeFor('ada@example.com');
      return () => pool.cognito.confirmSignUp({ ClientId: pool.clientId, Username: 'ada', ConfirmationCode });
    },
    stays: async (pool) => expect(await statusOf(pool)).toBe('CONFIRMED'),
  },
  {
    trigger: 'PostConfirmation',
    when: 'AdminConfirmSignUp',
    prepare: async (pool) => {
      await signUp(pool);
      return () => pool.cognito.adminConfirmSignUp({ UserPoolId: pool.userPoolId, Username: 'ada' });
    },
    stays: async (pool) => expect(await statusOf(pool)).toBe('CONFIRMED'),
  },
  {
    trigger: 'PostConfirmation',
    when: 'ConfirmForgotPassword',
    prepare: async (pool) => {
      await pool.confirmedUser('ada');
      await pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'ada' });
      const ConfirmationCode = pool.codeFor('ada@example.com');
      const answer = { ClientId: pool.clientId, Username: 'ada', ConfirmationCode, Password: 'An0ther! one' };
      return () => pool.cognito.confirmForgotPassword(answer);
    },
    stays: async ({ cognito, clientId }) => {
      const AuthParameters = { USERNAME: 'ada', PASSWORD: 'An0ther! one' };
      const { AuthenticationResult } = await cognito.initiateAuth({
        ClientId: clientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters,
      });
      expect(AuthenticationResult?.AccessToken).toBeDefined();
    },
  },
  {
    trigger: 'PreAuthentication',
    when: 'InitiateAuth',
    prepare: async (pool) => {
      await confirmedAda(pool);
      return () => login(pool);
    },
  },
  {
    trigger: 'PostAuthentication',
    when: 'InitiateAuth',
    prepare: async (pool) => {
      await confirmedAda(pool);
      return () => login(pool);
    },
  },
  {
    trigger: 'PostAuthentication',
    when: 'a new password',
    prepare: newPassword,
    stays: async (pool) => expect(await statusOf(pool)).toBe('CONFIRMED'),
  },
  ...['PreTokenGeneration', 'PreTokenGenerationV2', 'PreTokenGenerationV3'].flatMap((trigger): Case[] => [
    {
      trigger,
      name: 'PreTokenGeneration',
      when: 'InitiateAuth',
      prepare: async (pool) => {
        await confirmedAda(pool);
        return () => login(pool);
      },
    },
    { trigger, name: 'PreTokenGeneration', when: 'a new password', prepare: newPassword },
    {
      trigger,
      name: 'PreTokenGeneration',
      when: 'a refresh',
      prepare: async (pool) => {
        await confirmedAda(pool);
        const { AuthenticationResult } = await login(pool);
        const AuthParameters = { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' };
        const { cognito, clientId } = pool;
        return () => cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
      },
    },
  ]),
  ...['DefineAuthChallenge', 'CreateAuthChallenge'].map(
    (trigger): Case => ({
      trigger,
      when: 'the beginning of CUSTOM_AUTH',
      prepare: async (pool) => {
        await confirmedAda(pool);
        return () => custom(pool);
      },
    }),
  ),
  ...['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'].map(
    (trigger): Case => ({
      trigger,
      when: 'an answer to CUSTOM_CHALLENGE',
      prepare: async (pool) => {
        await confirmedAda(pool);
        const { Session } = await custom(pool);
        const { cognito, clientId } = pool;
        const ChallengeResponses = { USERNAME: 'ada', ANSWER: '42' };
        return () =>
          cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName: 'CUSTOM_CHALLENGE', Session, ChallengeResponses });
      },
    }),
  ),
  { trigger: 'CustomMessage', when: 'SignUp', prepare: async (pool) => () => signUp(pool) },
  {
    trigger: 'CustomMessage',
    when: 'AdminCreateUser',
    prepare:
      async ({ cognito, userPoolId }) =>
      () =>
        cognito.adminCreateUser({
          UserPoolId: userPoolId,
          Username: 'ada',
          UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
          DesiredDeliveryMediums: ['EMAIL'],
        }),
  },
  {
    trigger: 'CustomMessage',
    when: 'ResendConfirmationCode',
    prepare: async (pool) => {
      await signUp(pool);
      return () => pool.cognito.resendConfirmationCode({ ClientId: pool.clientId, Username: 'ada' });
    },
  },
  {
    trigger: 'CustomMessage',
    when: 'ForgotPassword',
    prepare: async (pool) => {
      await confirmedAda(pool);
      return () => pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'ada' });
    },
  },
  {
    trigger: 'CustomMessage',
    when: 'AdminResetUserPassword',
    prepare: async (pool) => {
      await confirmedAda(pool);
      return () => pool.cognito.adminResetUserPassword({ UserPoolId: pool.userPoolId, Username: 'ada' });
    },
  },
  {
    trigger: 'CustomMessage',
    when: 'the code of a second factor',
    settings: allFactors,
    prepare: async (pool) => {
      await pool.confirmedUser('ada', { phone_number: '+15550100', phone_number_verified: 'true' });
      const SMSMfaSettings = { Enabled: true, PreferredMfa: true };
      await pool.cognito.adminSetUserMFAPreference({ UserPoolId: pool.userPoolId, Username: 'ada', SMSMfaSettings });
      return () => login(pool);
    },
  },
  { trigger: 'UserMigration', when: 'a sign-in', prepare: async (pool) => () => login(pool) },
  {
    trigger: 'UserMigration',
    when: 'ForgotPassword',
    prepare: async (pool) => () => pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'ada' }),
  },
];

async function newPassword(pool: TriggerPool) {
  const { cognito, userPoolId, clientId } = pool;
  await cognito.adminCreateUser({
    UserPoolId: userPoolId,
    Username: 'ada',
    TemporaryPassword: password,
    MessageAction: 'SUPPRESS',
  });
  const { Session } = await login(pool);
  const ChallengeResponses = { USERNAME: 'ada', NEW_PASSWORD: 'An0ther! one' };
  return () =>
    cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName: 'NEW_PASSWORD_REQUIRED', Session, ChallengeResponses });
}

describe.each(cases)('$trigger at $when', { tags: ['exhaustive'] }, ({ trigger, name = trigger, settings, prepare, stays }) => {
  test.each(failures)('that %s is the right exception, and changes nothing that it may not', async (failure) => {
    const isCustom = trigger in customTrio;
    const pool = createTriggerPool(isCustom ? customTrio : { [trigger]: unchanged }, settings);
    const call = await prepare(pool);
    pool.set(trigger, failure);
    const before = pool.stored();
    const sent = pool.outbox.length;
    expect(await refusal(call())).toEqual(exceptionOf(failure, name));
    expect(pool.outbox).toHaveLength(sent);
    if (!stays) expect(pool.stored()).toBe(before);
    pool.set(trigger, isCustom ? (customTrio[trigger as keyof typeof customTrio] ?? unchanged) : unchanged);
    await stays?.(pool);
    // What has not happened can happen now.
    if (!stays && trigger !== 'UserMigration') await call();
  });
});
