import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
import { triggers } from '../../../local/cognito/triggers/table.ts';
import { allFactors } from './mfa-pool.ts';
import { password, refusal } from './pool.ts';
import { createTriggerPool, type Event, type TriggerFunction, type TriggerPool } from './trigger-pool.ts';

const unchanged: TriggerFunction = (event: Event) => event;
const answering =
  (response: object): TriggerFunction =>
  (event: Event) => ({ ...event, response });

const email = (name: string) => ({ Name: 'email', Value: `${name}@example.com` });
const signUp = ({ cognito, clientId }: TriggerPool, Username: string, more: object = {}) =>
  cognito.signUp({ ClientId: clientId, Username, Password: password, UserAttributes: [email(Username)], ...more });
const login = (
  { cognito, clientId }: TriggerPool,
  USERNAME: string,
  PASSWORD = password,
  ClientMetadata?: Record<string, string>,
) =>
  cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD },
    ...(ClientMetadata && { ClientMetadata }),
  });
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
  return { ...Object.fromEntries([...others, 'CustomMessage', 'UserMigration'].map((name) => [name, unchanged])), ...custom };
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

describe('PreSignUp', () => {
  test('may confirm the user and take his address for verified; PostConfirmation follows, and no code', async () => {
    const pool = createTriggerPool({
      PreSignUp: answering({ autoConfirmUser: true, autoVerifyEmail: true, autoVerifyPhone: false }),
      PostConfirmation: unchanged,
    });
    expect(await signUp(pool, 'ada')).toMatchObject({ UserConfirmed: true });
    expect(pool.outbox).toEqual([]);
    expect(pool.sources()).toEqual(['PreSignUp_SignUp', 'PostConfirmation_ConfirmSignUp']);
    expect((await login(pool, 'ada@example.com')).AuthenticationResult?.AccessToken).toBeDefined();
  });

  test('may not take an address for verified that is not there', async () => {
    const pool = createTriggerPool({ PreSignUp: answering({ autoConfirmUser: true, autoVerifyPhone: true }) });
    const before = pool.stored();
    expect(await refusal(signUp(pool, 'ada'))).toMatchObject({ name: 'InvalidLambdaResponseException' });
    expect(pool.stored()).toBe(before);
  });

  test('is not heeded for a user whom an administrator makes', async () => {
    const pool = createTriggerPool({ PreSignUp: answering({ autoConfirmUser: true, autoVerifyEmail: true }) });
    await pool.cognito.adminCreateUser({ UserPoolId: pool.userPoolId, Username: 'ada', UserAttributes: [email('ada')] });
    expect((await getUser(pool, 'ada')).UserStatus).toBe('FORCE_CHANGE_PASSWORD');
  });

  test.each([{ autoConfirmUser: 'true' }, { autoConfirmUser: 1 }, { autoVerifyEmail: {} }])(
    'that answers %j is refused',
    async (response) => {
      const pool = createTriggerPool({ PreSignUp: answering(response) });
      expect(await refusal(signUp(pool, 'ada'))).toMatchObject({ message: 'Unrecognizable lambda output' });
    },
  );

  test('a name that is taken sends no message, whatever the triggers say', async () => {
    const pool = createTriggerPool({ PreSignUp: unchanged, CustomMessage: unchanged });
    await pool.confirmedUser('ada');
    pool.calls.length = 0;
    expect(await refusal(signUp(pool, 'ada'))).toMatchObject({ name: 'UsernameExistsException' });
    expect(pool.sources()).toEqual(['PreSignUp_SignUp']);
  });
});

describe('CustomMessage', () => {
  const developer = {
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    },
  };

  test('gives the words of the mail, with the code put in', async () => {
    const words = { emailSubject: 'Dein Code', emailMessage: 'Er lautet {####}.', smsMessage: null };
    const pool = createTriggerPool({ CustomMessage: answering(words) }, developer);
    await signUp(pool, 'ada');
    const code = pool.codeFor('ada@example.com');
    expect(pool.outbox).toMatchObject([{ subject: 'Dein Code', body: `Er lautet ${code}.` }]);
    expect(pool.calls[0].request).toMatchObject({
      codeParameter: '{####}',
      linkParameter: '{##Click Here##}',
      usernameParameter: null,
    });
  });

  test('of an invitation has the name in it too', async () => {
    const pool = createTriggerPool({ CustomMessage: answering({ emailMessage: '{username}: {####}' }) }, developer);
    const invited = { UserPoolId: pool.userPoolId, Username: 'ada', UserAttributes: [email('ada')] };
    await pool.cognito.adminCreateUser({ ...invited, DesiredDeliveryMediums: ['EMAIL'] });
    expect(pool.outbox[0]?.body).toBe(`ada: ${pool.codeFor('ada@example.com')}`);
    expect(pool.calls[0].request.usernameParameter).toBe('{username}');
  });

  test.each([
    ['without the code', { emailMessage: 'Hello' }, developer],
    ['too long', { smsMessage: `{####}${'x'.repeat(140)}` }, developer],
    ['for a mail that Cognito sends itself', { emailMessage: 'It is {####}' }, {}],
    ['that are no words', { smsMessage: 7 }, developer],
  ])('words %s are refused, and nobody is signed up', async (_, words, settings) => {
    const pool = createTriggerPool({ CustomMessage: answering(words) }, settings);
    const before = pool.stored();
    expect(await refusal(signUp(pool, 'ada'))).toMatchObject({ name: 'InvalidLambdaResponseException' });
    expect(pool.stored()).toBe(before);
    expect(pool.outbox).toEqual([]);
  });
});

describe('PreTokenGeneration', () => {
  async function tokensOf(trigger: string, response: object) {
    const pool = createTriggerPool({ [trigger]: answering(response) });
    const { sub } = await pool.confirmedUser('ada');
    const { AuthenticationResult } = await login(pool, 'ada');
    const { AccessToken = '', IdToken = '' } = AuthenticationResult ?? {};
    return { pool, sub, AccessToken, access: decodeJwt(AccessToken), id: decodeJwt(IdToken) };
  }

  test('version 1 changes the ID token, and the groups of both', async () => {
    const { access, id } = await tokensOf('PreTokenGeneration', {
      claimsOverrideDetails: {
        claimsToAddOrOverride: { role: 'admin', email: 'other@example.com' },
        claimsToSuppress: ['email_verified'],
        groupOverrideDetails: { groupsToOverride: ['staff'], iamRolesToOverride: ['arn:role'], preferredRole: 'arn:role' },
      },
    });
    expect(id).toMatchObject({
      role: 'admin',
      email: 'other@example.com',
      'cognito:groups': ['staff'],
      'cognito:roles': ['arn:role'],
    });
    expect(id['cognito:preferred_role']).toBe('arn:role');
    expect(id).not.toHaveProperty('email_verified');
    expect(access).not.toHaveProperty('role');
    expect(access['cognito:groups']).toEqual(['staff']);
  });

  test('version 1 takes strings only', async () => {
    const pool = createTriggerPool({
      PreTokenGeneration: answering({ claimsOverrideDetails: { claimsToAddOrOverride: { n: 1 } } }),
    });
    await pool.confirmedUser('ada');
    expect(await refusal(login(pool, 'ada'))).toMatchObject({ name: 'InvalidLambdaResponseException' });
  });

  test('version 2 changes both tokens and the scopes, with claims of any type', async () => {
    const claimsToAddOrOverride = { plan: { seats: [1, 2] }, beta: true };
    const { access, id, pool } = await tokensOf('PreTokenGenerationV2', {
      claimsAndScopeOverrideDetails: {
        idTokenGeneration: { claimsToAddOrOverride },
        accessTokenGeneration: { claimsToAddOrOverride, claimsToSuppress: ['event_id'], scopesToAdd: ['a/b'] },
      },
    });
    expect(id).toMatchObject(claimsToAddOrOverride);
    expect(access).toMatchObject({ ...claimsToAddOrOverride, scope: 'aws.cognito.signin.user.admin a/b' });
    expect(access).toHaveProperty('event_id');
    expect(pool.calls[0]).toMatchObject({ version: '2', request: { scopes: ['aws.cognito.signin.user.admin'] } });
  });

  test('a suppressed scope closes Cognito’s own operations', async () => {
    const { pool, AccessToken } = await tokensOf('PreTokenGenerationV3', {
      claimsAndScopeOverrideDetails: { accessTokenGeneration: { scopesToSuppress: ['aws.cognito.signin.user.admin'] } },
    });
    expect(pool.calls[0].version).toBe('3');
    expect(await refusal(pool.cognito.getUser({ AccessToken }))).toMatchObject({
      message: 'Access Token does not have required scopes',
    });
  });

  test('may not touch what makes a token what it is', async () => {
    const names = ['sub', 'iss', 'exp', 'iat', 'jti', 'origin_jti', 'auth_time', 'token_use', 'acr', 'amr', 'aud', 'event_id'];
    const more = ['username', 'cognito:username', 'client_id', 'scope', 'dev:role'];
    const claimsToAddOrOverride = Object.fromEntries([...names, ...more].map((name) => [name, 'forged']));
    const overrides = { claimsToAddOrOverride, claimsToSuppress: [...names, ...more] };
    const { access, id, sub } = await tokensOf('PreTokenGenerationV2', {
      claimsAndScopeOverrideDetails: { idTokenGeneration: overrides, accessTokenGeneration: overrides },
    });
    const forged = (claims: object) =>
      Object.entries(claims)
        .filter(([, value]) => value === 'forged')
        .map(([name]) => name);
    // What is free in one of the two is suppressed again by the same answer.
    expect(forged(id)).toEqual([]);
    expect(forged(access)).toEqual([]);
    expect(access).toMatchObject({ sub, token_use: 'access', username: 'ada', scope: 'aws.cognito.signin.user.admin' });
    expect(id).toMatchObject({ sub, token_use: 'id', 'cognito:username': 'ada' });
  });

  test('null where the event has null changes nothing', async () => {
    const { id } = await tokensOf('PreTokenGenerationV2', { claimsAndScopeOverrideDetails: null });
    expect(id['email']).toBe('ada@example.com');
  });

  test('of a higher version wants a plan above LITE', () => {
    expect(() => createTriggerPool({ PreTokenGenerationV2: unchanged }, { UserPoolTier: 'LITE' })).toThrow(
      'Access token customization is not available',
    );
  });
});

describe('UserMigration', () => {
  const migrated = {
    userAttributes: { email: 'old@example.com', email_verified: 'true' },
    finalUserStatus: 'CONFIRMED',
    messageAction: 'SUPPRESS',
  };

  test('brings a user along with his password, for good', async () => {
    const pool = createTriggerPool({ UserMigration: answering(migrated) });
    expect((await login(pool, 'old')).AuthenticationResult?.AccessToken).toBeDefined();
    pool.set('UserMigration', 'is missing');
    expect((await login(pool, 'old@example.com')).AuthenticationResult?.AccessToken).toBeDefined();
    expect(pool.calls).toHaveLength(1);
    expect(pool.outbox).toEqual([]);
  });

  test('without a final status wants a new password', async () => {
    const { finalUserStatus, ...rest } = migrated;
    const pool = createTriggerPool({ UserMigration: answering(rest) });
    expect(finalUserStatus).toBe('CONFIRMED');
    expect(await refusal(login(pool, 'old'))).toMatchObject({ name: 'PasswordResetRequiredException' });
  });

  test('brings a user along who has forgotten his password, and the code reaches him', async () => {
    const pool = createTriggerPool({ UserMigration: answering(migrated) });
    const { cognito, clientId } = pool;
    await cognito.forgotPassword({ ClientId: clientId, Username: 'old' });
    const ConfirmationCode = pool.codeFor('old@example.com');
    await cognito.confirmForgotPassword({ ClientId: clientId, Username: 'old', ConfirmationCode, Password: password });
    expect((await login(pool, 'old')).AuthenticationResult?.AccessToken).toBeDefined();
  });

  test('two sign-ins at once bring one user along', async () => {
    const pool = createTriggerPool({ UserMigration: answering(migrated) });
    const both = await Promise.all([login(pool, 'old'), login(pool, 'old')]);
    expect(both.every(({ AuthenticationResult }) => AuthenticationResult?.AccessToken)).toBe(true);
  });

  test.each([
    ['a welcome message', { ...migrated, messageAction: null }, 'UserMigration with a welcome message'],
    ['SMS MFA', { ...migrated, enableSMSMFA: true }, 'UserMigration with enableSMSMFA'],
  ])('with %s is refused by name', async (_, response, text) => {
    const pool = createTriggerPool({ UserMigration: answering(response) });
    const { name, message } = await refusal(login(pool, 'old'));
    expect(name).toBe('NotImplementedException');
    expect(message).toContain(text);
  });

  test.each([
    { ...migrated, finalUserStatus: 'ARCHIVED' },
    { ...migrated, userAttributes: { email: 1 } },
    { ...migrated, messageAction: 'RESEND' },
  ])('that answers %j is refused', async (response) => {
    const pool = createTriggerPool({ UserMigration: answering(response) });
    const before = pool.stored();
    expect(await refusal(login(pool, 'old'))).toMatchObject({ name: 'InvalidLambdaResponseException' });
    expect(pool.stored()).toBe(before);
  });
});
