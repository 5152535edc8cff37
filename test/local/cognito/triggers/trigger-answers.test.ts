import { decodeJwt } from 'jose';
import { describe, expect, test } from 'vitest';
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

describe('PreSignUp', () => {
  test('may confirm the user and take their address for verified; PostConfirmation follows, and no code', async () => {
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

  test('a name that is taken sends no message, regardless of the triggers', async () => {
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
    ['the name', 'Your password is {####}.'],
    ['the password', 'Welcome, {username}.'],
    ['both', 'Welcome.'],
  ])('an invitation whose words lack %s goes out in the pool’s own, under the trigger’s subject', async (_, words) => {
    const pool = createTriggerPool(
      { CustomMessage: answering({ emailMessage: words, smsMessage: words, emailSubject: 'Come in' }) },
      { ...developer, AdminCreateUserConfig: { InviteMessageTemplate: { SMSMessage: '{username} {####}' } } },
    );
    const UserAttributes = [email('ada'), { Name: 'phone_number', Value: '+441234567890' }];
    await pool.cognito.adminCreateUser({
      UserPoolId: pool.userPoolId,
      Username: 'ada',
      UserAttributes,
      DesiredDeliveryMediums: ['EMAIL', 'SMS'],
    });
    const temporary = pool.codeFor('ada@example.com');
    expect(pool.outbox).toMatchObject([
      { subject: 'Come in', body: `Your username is ada and temporary password is ${temporary}.` },
      { subject: null, body: `ada ${temporary}` },
    ]);
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

test.each([
  [{ privateChallengeParameters: {} }, 'NotAuthorizedException: Incorrect username or password.'],
  [{ privateChallengeParameters: null }, 'NotAuthorizedException: Incorrect username or password.'],
  [{ publicChallengeParameters: {}, privateChallengeParameters: { right: '1' } }, 'CUSTOM_CHALLENGE'],
  [{ publicChallengeParameters: null, privateChallengeParameters: { right: '1' } }, 'CUSTOM_CHALLENGE'],
])('CreateAuthChallenge has to give something to check an answer against: %j', async (response, outcome) => {
  const { cognito, clientId, confirmedUser } = createTriggerPool({
    DefineAuthChallenge: answering({ challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false }),
    CreateAuthChallenge: answering(response),
    VerifyAuthChallengeResponse: answering({ answerCorrect: true }),
  });
  await confirmedUser('ada');
  const begun = cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'CUSTOM_AUTH', AuthParameters: { USERNAME: 'ada' } });
  const told = begun.then(
    ({ ChallengeName }) => ChallengeName,
    (error: Error) => `${error.name}: ${error.message}`,
  );
  expect(await told).toBe(outcome);
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

  test('brings a user along with their password, for good', async () => {
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

  test('brings a user along who has forgotten their password, and the code reaches them', async () => {
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
