import { describe, expect, test } from 'vitest';
import { triggers } from '../../../../local/cognito/triggers/table.ts';
import { allFactors } from '../../../support/cognito/mfa-pool.ts';
import { password, refusal } from '../../../support/cognito/pool.ts';
import {
  answering,
  createTriggerPool,
  email,
  login,
  signUp,
  type TriggerPool,
  unchanged,
} from '../../../support/cognito/trigger-pool.ts';

const getUser = ({ cognito, userPoolId }: TriggerPool, Username: string) =>
  cognito.adminGetUser({ UserPoolId: userPoolId, Username });

const everything = createEverything();
function createEverything() {
  const custom = {
    DefineAuthChallenge: answering({ challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false }),
    CreateAuthChallenge: answering({ publicChallengeParameters: { hint: 'sum' }, privateChallengeParameters: { right: '42' } }),
    VerifyAuthChallengeResponse: answering({ answerCorrect: true }),
  };
  const others = ['PreSignUp', 'PostConfirmation', 'PreAuthentication', 'PostAuthentication', 'PreTokenGeneration'];
  return {
    ...Object.fromEntries([...others, 'CustomMessage', 'UserMigration', 'InboundFederation'].map((name) => [name, unchanged])),
    ...custom,
  };
}

describe('what fires what, and in which order', () => {
  test('a sign-up, its confirmation and a sign-in', async () => {
    const pool = createTriggerPool(everything);
    const { cognito, clientId } = pool;
    await signUp(pool, 'ada');
    await cognito.resendConfirmationCode({ ClientId: clientId, Username: 'ada' });
    await cognito.confirmSignUp({ ClientId: clientId, Username: 'ada', ConfirmationCode: pool.codeFor('ada@example.com') });
    const { AuthenticationResult } = await login(pool, 'ada');
    const AuthParameters = { REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '' };
    await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters });
    await cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken: AuthParameters.REFRESH_TOKEN });
    expect(pool.sources()).toEqual([
      'PreSignUp_SignUp',
      'CustomMessage_SignUp',
      'CustomMessage_ResendCode',
      'PostConfirmation_ConfirmSignUp',
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
      'TokenGeneration_RefreshTokens',
      'TokenGeneration_RefreshTokens',
    ]);
  });

  test('an invitation, and a new password', async () => {
    const pool = createTriggerPool(everything);
    const { cognito, userPoolId, clientId } = pool;
    const invited = {
      UserPoolId: userPoolId,
      Username: 'ada',
      UserAttributes: [email('ada')],
      DesiredDeliveryMediums: ['EMAIL' as const],
    };
    await cognito.adminCreateUser(invited);
    await cognito.adminCreateUser({ ...invited, MessageAction: 'RESEND' });
    await cognito.adminCreateUser({ ...invited, Username: 'quiet', MessageAction: 'SUPPRESS' });
    const { Session } = await login(pool, 'ada', pool.codeFor('ada@example.com'));
    const ChallengeResponses = { USERNAME: 'ada', NEW_PASSWORD: password };
    await cognito.respondToAuthChallenge({
      ClientId: clientId,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session,
      ChallengeResponses,
    });
    expect(pool.sources()).toEqual([
      'PreSignUp_AdminCreateUser',
      'CustomMessage_AdminCreateUser',
      'CustomMessage_AdminCreateUser',
      'PreSignUp_AdminCreateUser',
      'PreAuthentication_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_NewPasswordChallenge',
    ]);
    expect(pool.calls.at(-1).request.userAttributes['cognito:user_status']).toBe('CONFIRMED');
  });

  test('a forgotten password', async () => {
    const pool = createTriggerPool(everything);
    const { cognito, clientId, userPoolId } = pool;
    await pool.confirmedUser('ada');
    pool.calls.length = 0;
    await cognito.forgotPassword({ ClientId: clientId, Username: 'ada' });
    const ConfirmationCode = pool.codeFor('ada@example.com');
    await cognito.confirmForgotPassword({ ClientId: clientId, Username: 'ada', ConfirmationCode, Password: password });
    await cognito.adminResetUserPassword({ UserPoolId: userPoolId, Username: 'ada' });
    expect(pool.sources()).toEqual([
      'CustomMessage_ForgotPassword',
      'PostConfirmation_ConfirmForgotPassword',
      'CustomMessage_ForgotPassword',
    ]);
  });

  test('a custom sign-in', async () => {
    const pool = createTriggerPool(everything);
    const { cognito, clientId } = pool;
    await pool.confirmedUser('ada');
    pool.calls.length = 0;
    const AuthParameters = { USERNAME: 'ada' };
    const { Session } = await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters });
    pool.set('DefineAuthChallenge', answering({ issueTokens: true, failAuthentication: false }));
    const ChallengeResponses = { USERNAME: 'ada', ANSWER: '42' };
    await cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName: 'CUSTOM_CHALLENGE', Session, ChallengeResponses });
    expect(pool.sources()).toEqual([
      'PreAuthentication_Authentication',
      'DefineAuthChallenge_Authentication',
      'CreateAuthChallenge_Authentication',
      'VerifyAuthChallengeResponse_Authentication',
      'DefineAuthChallenge_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ]);
  });

  test('a second factor by message', async () => {
    const pool = createTriggerPool(everything, allFactors);
    const { cognito, userPoolId, clientId } = pool;
    await pool.confirmedUser('ada', { phone_number: '+15550100', phone_number_verified: 'true' });
    const SMSMfaSettings = { Enabled: true, PreferredMfa: true };
    await cognito.adminSetUserMFAPreference({ UserPoolId: userPoolId, Username: 'ada', SMSMfaSettings });
    pool.calls.length = 0;
    const { ChallengeName, Session } = await login(pool, 'ada');
    const ChallengeResponses = { USERNAME: 'ada', SMS_MFA_CODE: pool.codeFor('+15550100') };
    await cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName, Session, ChallengeResponses });
    expect(pool.sources()).toEqual([
      'PreAuthentication_Authentication',
      'CustomMessage_Authentication',
      'PostAuthentication_Authentication',
      'TokenGeneration_Authentication',
    ]);
  });

  test('a wrong password fires PreAuthentication alone, a missing one nothing', async () => {
    const pool = createTriggerPool(everything);
    await pool.confirmedUser('ada');
    pool.calls.length = 0;
    await refusal(login(pool, 'ada', 'Wr0ng! password'));
    const { cognito, clientId } = pool;
    await refusal(
      cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ada' } }),
    );
    expect(pool.sources()).toEqual(['PreAuthentication_Authentication']);
  });

  test('UserMigration comes before PreAuthentication, for unknown users alone', async () => {
    const pool = createTriggerPool(everything);
    expect(await refusal(login(pool, 'nobody'))).toEqual({
      name: 'NotAuthorizedException',
      message: 'Incorrect username or password.',
    });
    expect(pool.sources()).toEqual(['UserMigration_Authentication', 'PreAuthentication_Authentication']);
  });

  // Those of external users are in federation/admission.test.ts.
  test('every trigger of the table has been seen above or below', () => {
    const names = new Set(Object.values(triggers).map(({ name }) => name));
    expect(names).toEqual(new Set(Object.keys(everything)));
  });
});

describe('the event', () => {
  test('has the common members, and all of a user as strings', async () => {
    const pool = createTriggerPool({ PostConfirmation: unchanged });
    await signUp(pool, 'ada');
    await pool.cognito.confirmSignUp({
      ClientId: pool.clientId,
      Username: 'ada',
      ConfirmationCode: pool.codeFor('ada@example.com'),
      ClientMetadata: { from: 'page' },
    });
    const sub = (await getUser(pool, 'ada')).UserAttributes?.[0]?.Value;
    expect(pool.calls).toEqual([
      {
        version: '1',
        triggerSource: 'PostConfirmation_ConfirmSignUp',
        region: 'eu-west-1',
        userPoolId: pool.userPoolId,
        userName: 'ada',
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: pool.clientId },
        request: {
          userAttributes: { sub, 'cognito:user_status': 'CONFIRMED', email: 'ada@example.com', email_verified: 'true' },
          clientMetadata: { from: 'page' },
        },
        response: {},
      },
    ]);
  });

  test('of PreSignUp has what was sent: no sub and no status yet', async () => {
    const pool = createTriggerPool({ PreSignUp: unchanged });
    await signUp(pool, 'ada', { ValidationData: [{ Name: 'captcha', Value: 'x' }], ClientMetadata: { from: 'page' } });
    await pool.cognito.adminCreateUser({ UserPoolId: pool.userPoolId, Username: 'bob' });
    expect(
      pool.calls.map(({ callerContext, request, response }) => ({ client: callerContext.clientId, request, response })),
    ).toEqual([
      {
        client: pool.clientId,
        request: {
          userAttributes: { email: 'ada@example.com' },
          validationData: { captcha: 'x' },
          clientMetadata: { from: 'page' },
        },
        response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      },
      {
        client: 'CLIENT_ID_NOT_APPLICABLE',
        request: { userAttributes: {}, validationData: null },
        response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      },
    ]);
  });

  test('of a sign-in has the metadata of InitiateAuth as validation data, and hands it to no later trigger', async () => {
    const pool = createTriggerPool({
      PreAuthentication: unchanged,
      PostAuthentication: unchanged,
      PreTokenGeneration: unchanged,
    });
    await pool.confirmedUser('ada');
    await login(pool, 'ada', password, { from: 'page' });
    const [pre, post, token] = pool.calls.map(({ request }) => request);
    expect(pre).toMatchObject({ validationData: { from: 'page' }, userNotFound: false });
    expect(pre).not.toHaveProperty('clientMetadata');
    expect(post).toEqual({ userAttributes: expect.anything(), newDeviceUsed: false });
    expect(token).toEqual({
      userAttributes: expect.anything(),
      groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [], preferredRole: null },
    });
    expect(pool.calls[2].response).toEqual({ claimsOverrideDetails: null });
  });

  test('of an unknown user says so where the client hides it; where it does not, no trigger is fired', async () => {
    const pool = createTriggerPool({ PreAuthentication: unchanged });
    await refusal(login(pool, 'nobody'));
    expect(pool.calls[0]).toMatchObject({
      userName: 'nobody',
      request: { userAttributes: {}, validationData: null, userNotFound: true },
    });
    const open = createTriggerPool({ PreAuthentication: unchanged }, {}, { PreventUserExistenceErrors: 'LEGACY' });
    expect(await refusal(login(open, 'nobody'))).toMatchObject({ name: 'UserNotFoundException' });
    await open.confirmedUser('ada');
    await login(open, 'ada');
    expect(open.calls).toHaveLength(1);
    expect(open.calls[0].request).not.toHaveProperty('userNotFound');
  });

  test('of a password that is handed on holds it, and of a reset none', async () => {
    const pool = createTriggerPool({ UserMigration: unchanged });
    await refusal(login(pool, 'old', password, { from: 'page' }));
    await pool.cognito.forgotPassword({ ClientId: pool.clientId, Username: 'old' });
    expect(pool.calls.map(({ request }) => request)).toEqual([
      { password, validationData: { from: 'page' } },
      { validationData: null },
    ]);
  });
});
