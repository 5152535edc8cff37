import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../../infra/config.ts';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import { named, only, resources, statements, type Template } from '../../../../infra/template/template.ts';
import { stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const names = ['User', 'Account', 'Recovery', 'SignUp', 'Admin', 'Gpt'];
const dev = stageTemplate({ stage: 'dev' });
const prod = stageTemplate({ stage: 'prod' });

const lambda = (name: string) => named(dev, 'AWS::Lambda::Function', `Auth${name}Function`).Properties;
const environment = (name: string) => lambda(name)['Environment'].Variables;
const poolArn = { 'Fn::GetAtt': [expect.stringMatching(/^AuthUsersPool/), 'Arn'] };
const poolId = { Ref: expect.stringMatching(/^AuthUsersPool/) };
const clientId = { Ref: expect.stringMatching(/^AuthUsersClient/) };
const accountTable = { Ref: expect.stringMatching(/^AuthAccountTable/) };
const accountTableArn = { 'Fn::GetAtt': [expect.stringMatching(/^AuthAccountTable/), 'Arn'] };
const secretArn = { Ref: expect.stringMatching(/^AuthGptSecret/) };

const passwordRules = JSON.stringify({
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  refuseGuessable: true,
  breaches: null,
});

describe('every function', () => {
  test.each(names)('%s runs on Node 24 and arm64, pinned, under no fixed name', (name) => {
    expect(lambda(name)).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'], Handler: 'index.handler' });
    expect(lambda(name)).not.toHaveProperty('FunctionName');
    expect(lambda(name)).not.toHaveProperty('ReservedConcurrentExecutions');
  });

  test.each(names)('%s is traced', (name) => {
    expect(lambda(name)['TracingConfig']).toEqual({ Mode: 'Active' });
  });

  test.each(names)('%s outlasts its SDK calls and ends before AppSync gives up', (name) => {
    expect(lambda(name)['Timeout']).toBeGreaterThan(25);
    expect(lambda(name)['Timeout']).toBeLessThan(30);
  });

  test('writes each line of its log as JSON', () => {
    for (const [, { Properties }] of resources(dev, 'AWS::Lambda::Function')) {
      expect(Properties['LoggingConfig']).toMatchObject({ LogFormat: 'JSON', ApplicationLogLevel: 'INFO' });
    }
  });

  test('has a log of its own, kept as long as the stage says', () => {
    for (const [, { Properties }] of resources(dev, 'AWS::Lambda::Function')) {
      const log = dev.Resources[Properties['LoggingConfig'].LogGroup.Ref];
      expect(log).toMatchObject({ Type: 'AWS::Logs::LogGroup', DeletionPolicy: 'Delete', Properties: { RetentionInDays: 7 } });
    }
    for (const [, log] of resources(prod, 'AWS::Logs::LogGroup')) {
      expect(log).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', Properties: { RetentionInDays: 90 } });
    }
  });

  test('there are six of them: the CDK has added none', () => {
    expect(resources(dev, 'AWS::Lambda::Function')).toHaveLength(names.length);
  });
});

/** What the dev stage counts: there, everybody calls from one address. */
const messageLimits = JSON.stringify({
  perAddressPerHour: 10,
  perAddressPerDay: 30,
  perCallerPerHour: null,
  perCallerPerDay: null,
  perDay: 2000,
});

describe('the environment', () => {
  const notices = 'passwordChanged,addressChanged,factorAdded,factorRemoved,recoveryCodesMade,accessRecovered,accountDeleted';

  test('of the user function contains the app client and the settings of authConfig', () => {
    const { AUTH_CONFIG, ...others } = environment('User');
    expect(others).toEqual({
      USER_POOL_CLIENT_ID: clientId,
      PASSWORD_RULES: passwordRules,
      EVEN_ANSWERS_MS: '1000',
      ACCOUNT_TABLE: accountTable,
      ACTIVITY_DAYS: '90',
      MESSAGE_LIMITS: messageLimits,
      ATTEMPT_LIMITS: '{"passwordsPerHour":10,"codesPerSession":5}',
    });
    expect(JSON.parse(AUTH_CONFIG)).toEqual({
      signUpModes: ['PASSWORD', 'TEMPORARY_PASSWORD', 'INVITATION'],
      signInNames: ['USERNAME', 'EMAIL'],
      flows: ['USER_PASSWORD_AUTH', 'USER_SRP_AUTH', 'USER_AUTH'],
      passwordPolicy: {
        minimumLength: 8,
        requireUppercase: true,
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        historySize: 0,
        temporaryPasswordValidityDays: 7,
      },
      mfaMode: 'OPTIONAL',
      mfaTypes: ['SOFTWARE_TOKEN_MFA'],
      firstFactors: ['PASSWORD', 'EMAIL_OTP'],
      requiredAttributes: [],
      verifyBy: 'CODE',
      recovery: ['EMAIL'],
      emailDomains: [],
      challengeMinutes: 3,
      rememberDevices: 'NEVER',
      tracksSessions: true,
      hidesAddresses: false,
      recoveryCodes: true,
      activityDays: 90,
      adminGroup: 'admin',
      reauthentication: { maxAgeSeconds: 600, acr: null },
      gptEnabled: true,
      gptLimits: { requestsPerDay: 100, messageCharacters: 8000, answerTokens: 2048 },
      captcha: null,
    });
  });

  test('of the account function is the issuer of its codes, and what it holds users to', () => {
    expect(environment('Account')).toEqual({
      TOTP_ISSUER: 'CognitoGraphqlDev',
      PASSWORD_RULES: passwordRules,
      REAUTHENTICATION: '{"maxAgeSeconds":600,"acr":null}',
      TRACKS_SESSIONS: 'true',
      REMEMBERS_DEVICES: 'false',
      ACCOUNT_TABLE: accountTable,
      ACTIVITY_DAYS: '90',
      RECOVERY_CODES: 'true',
      MESSAGE_LIMITS: messageLimits,
      NOTICES: notices,
    });
  });

  test('of the recovery function is the pool, the app client and the least length of a password', () => {
    expect(environment('Recovery')).toEqual({
      USER_POOL_ID: poolId,
      USER_POOL_CLIENT_ID: clientId,
      PASSWORD_RULES: passwordRules,
      REMEMBERS_DEVICES: 'false',
      MFA_TYPES: 'SOFTWARE_TOKEN_MFA',
      ACCOUNT_TABLE: accountTable,
      ACTIVITY_DAYS: '90',
      RECOVERY_CODES: 'true',
      NOTICES: notices,
    });
  });

  test('of the sign-up function names the pool, the forms and the attributes', () => {
    expect(environment('SignUp')).toEqual({
      USER_POOL_ID: poolId,
      USER_POOL_CLIENT_ID: clientId,
      SIGN_UP_MODES: 'PASSWORD,TEMPORARY_PASSWORD,INVITATION',
      SIGN_IN_NAMES: 'USERNAME,EMAIL',
      RESERVED_NAMES: 'abuse,admin,administrator,hostmaster,no-reply,postmaster,root,security,support,system,webmaster',
      PASSWORD_RULES: passwordRules,
      WRITABLE_ATTRIBUTES: 'family_name,given_name,locale,name,nickname,picture,preferred_username,zoneinfo',
      ACCOUNT_TABLE: accountTable,
      MESSAGE_LIMITS: messageLimits,
    });
  });

  test('of the gpt function names the secret and the limits, and holds no key', () => {
    expect(environment('Gpt')).toEqual({
      OPENAI_SECRET_ID: secretArn,
      GPT_MODEL: 'gpt-5-mini',
      GPT_MODELS: '',
      GPT_MESSAGE_CHARACTERS: '8000',
      GPT_ANSWER_TOKENS: '2048',
      GPT_ANSWER_TOKENS_PARAMETER: 'max_completion_tokens',
      GPT_REQUESTS_PER_DAY: '100',
      GPT_TOTAL_REQUESTS_PER_DAY: '1000',
      GPT_PROVEN_ADDRESS: 'true',
      ACCOUNT_TABLE: accountTable,
    });
  });

  test('follows the settings', () => {
    const template = templateOf(
      parseSettings({
        ...stages.dev,
        functions: { memoryMb: 256, logLevel: 'WARN' },
        gpt: { model: 'local-model', models: ['small', 'large'], baseUrl: 'https://llm.example.com/v1' },
        mfa: { issuer: 'Example & Co.' },
      }),
    );
    const account = named(template, 'AWS::Lambda::Function', 'AuthAccountFunction').Properties;
    expect(account['Environment'].Variables['TOTP_ISSUER']).toBe('Example & Co.');
    const gpt = named(template, 'AWS::Lambda::Function', 'AuthGptFunction').Properties;
    expect(gpt['MemorySize']).toBe(256);
    expect(gpt['LoggingConfig']).toMatchObject({ LogFormat: 'JSON', ApplicationLogLevel: 'WARN' });
    expect(gpt['Environment'].Variables).toMatchObject({
      GPT_MODEL: 'local-model',
      GPT_MODELS: 'small,large',
      OPENAI_BASE_URL: 'https://llm.example.com/v1',
    });
  });
});

describe('rights', () => {
  const ofRole = (prefix: string) => statements(dev).filter(({ owner }) => owner.startsWith(prefix));
  const own = (name: string) => [
    {
      owner: expect.anything(),
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resource: { 'Fn::GetAtt': [expect.stringMatching(`^Auth${name}FunctionLog`), 'Arn'] },
    },
    { owner: expect.anything(), actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], resource: '*' },
  ];
  const sorted = (list: ReturnType<typeof ofRole>) => list.toSorted((a, b) => String(a.actions).localeCompare(String(b.actions)));

  const keepingNothing = {
    activity: null,
    mfa: { recoveryCodes: false },
    protection: { messageLimits: null, attemptLimits: null },
    gpt: null,
  };
  const inTable = (...actions: string[]) => ({ owner: expect.anything(), actions, resource: accountTableArn });
  const withoutTable = parseSettings({ ...stages.dev, ...keepingNothing });

  test.each([
    ['User', ['dynamodb:PutItem', 'dynamodb:UpdateItem']],
    ['Account', ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem']],
  ])('the %s function may write its log and its traces, use its table, and do nothing in Cognito', (name, actions) => {
    expect(sorted(ofRole(`Auth${name}Function`))).toEqual([inTable(...actions), ...own(name)]);
    const bare = statements(templateOf(withoutTable)).filter(({ owner }) => owner.startsWith(`Auth${name}Function`));
    expect(sorted(bare)).toEqual(own(name));
  });

  test('the recovery function may also end the sessions of users, and forget their devices where they are remembered', () => {
    const cognito = (...actions: string[]) => ({
      owner: expect.anything(),
      actions: actions.map((action) => `cognito-idp:${action}`),
      resource: poolArn,
    });
    const turningOff = ['AdminDeleteSoftwareToken', 'AdminGetUser', 'AdminInitiateAuth', 'AdminSetUserMFAPreference'];
    expect(sorted(ofRole('AuthRecoveryFunction'))).toEqual([
      cognito(...turningOff, 'AdminSetUserPassword', 'AdminUserGlobalSignOut'),
      inTable('dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'),
      ...own('Recovery'),
    ]);
    const bare = statements(templateOf(withoutTable)).filter(({ owner }) => owner.startsWith('AuthRecoveryFunction'));
    expect(sorted(bare)).toEqual([cognito('AdminSetUserPassword', 'AdminUserGlobalSignOut'), ...own('Recovery')]);
    const remembering = templateOf(parseSettings({ ...stages.dev, ...keepingNothing, signIn: { rememberDevices: 'ALWAYS' } }));
    const forgetting = statements(remembering).filter(({ owner }) => owner.startsWith('AuthRecoveryFunction'));
    expect(sorted(forgetting)).toEqual([
      cognito('AdminForgetDevice', 'AdminListDevices', 'AdminSetUserPassword', 'AdminUserGlobalSignOut'),
      ...own('Recovery'),
    ]);
  });

  test('the sign-up function may also count messages, and create users in this pool', () => {
    const cognito = { owner: expect.anything(), actions: ['cognito-idp:AdminCreateUser'], resource: poolArn };
    expect(sorted(ofRole('AuthSignUpFunction'))).toEqual([cognito, inTable('dynamodb:UpdateItem'), ...own('SignUp')]);
  });

  test('but not where nobody is made that way', () => {
    const rights = statements(prod).filter(({ owner }) => owner.startsWith('AuthSignUpFunction'));
    expect(sorted(rights)).toEqual([inTable('dynamodb:UpdateItem'), ...own('SignUp')]);
  });

  test('the admin function may also do what its operations ask of Cognito, on this pool, and nothing else', () => {
    const folders = ['resolvers/operations/admin', 'resolvers/administration'];
    const sources = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    );
    const shutOut = readFileSync('resolvers/recovery/shut-out.ts', 'utf8');
    const called = new Set(
      [...sources, shutOut].flatMap((source) => [...source.matchAll(/new (\w+)Command\(/g)].map(([, name]) => name)),
    );
    // It goes by the access token of the administrator.
    called.delete('GetUser');
    const remembering = parseSettings({ ...stages.dev, signIn: { ...stages.dev.signIn, rememberDevices: 'ON_REQUEST' } });
    const [cognito] = statements(templateOf(remembering)).filter(
      ({ owner, actions }) => owner.startsWith('AuthAdminFunction') && actions[0]?.startsWith('cognito-idp:'),
    );
    expect(cognito?.resource).toEqual(poolArn);
    expect(cognito?.actions.toSorted()).toEqual([...called].map((name) => `cognito-idp:${name}`).toSorted());
    const of = (template: Template) =>
      statements(template).flatMap(({ owner, actions }) => (owner.startsWith('AuthAdminFunction') ? actions : []));
    const plain = of(templateOf(parseSettings({ ...stages.dev, tokens: {} })));
    expect(plain.filter((action) => /Session|Device$/.test(action))).toEqual([]);
    expect(of(templateOf(parseSettings({ ...stages.dev, administration: null })))).toEqual([]);
  });

  test('the gpt function may also read its one secret, and update items of the table', () => {
    const [log, traces] = own('Gpt');
    const read = { owner: expect.anything(), actions: ['secretsmanager:GetSecretValue'], resource: secretArn };
    expect(sorted(ofRole('AuthGptFunction'))).toEqual([inTable('dynamodb:UpdateItem'), log, read, traces]);
  });

  test('AppSync may call these functions, each by a role of its own, and write the log of its API', () => {
    expect(statements(dev).filter(({ owner }) => owner.startsWith('AuthGraphql'))).toEqual([
      {
        owner: expect.anything(),
        actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
        resource: { 'Fn::Join': ['', expect.arrayContaining([':log-group:/aws/appsync/apis/*'])] },
      },
      ...names.map((name) => ({
        owner: expect.anything(),
        actions: ['lambda:InvokeFunction'],
        resource: { 'Fn::GetAtt': [expect.stringMatching(`^Auth${name}FunctionHandler`), 'Arn'] },
      })),
    ]);
  });

  test('no role has a managed policy', () => {
    for (const [, role] of resources(dev, 'AWS::IAM::Role')) expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
  });

  test('no statement names an action by a wildcard', () => {
    expect(statements(dev).flatMap(({ actions }) => actions.filter((action) => action.includes('*')))).toEqual([]);
  });
});

describe('the secret of gpt', () => {
  test('is made empty, under no fixed name', () => {
    const { Properties } = only(dev, 'AWS::SecretsManager::Secret');
    expect(Properties['SecretString']).toBe('{"apiKey":""}');
    expect(Properties).not.toHaveProperty('Name');
    expect(Properties).not.toHaveProperty('GenerateSecretString');
  });

  test('outlives the stack where the stage keeps its data', () => {
    expect(only(dev, 'AWS::SecretsManager::Secret').DeletionPolicy).toBe('Delete');
    expect(only(prod, 'AWS::SecretsManager::Secret').DeletionPolicy).toBe('RetainExceptOnCreate');
  });

  test('may be an existing one, and then the right names that one', () => {
    const arn = 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:openai-AbCdEf';
    const template = templateOf(parseSettings({ ...stages.dev, gpt: { secretArn: arn } }));
    expect(resources(template, 'AWS::SecretsManager::Secret')).toEqual([]);
    expect(
      named(template, 'AWS::Lambda::Function', 'AuthGptFunction').Properties['Environment'].Variables['OPENAI_SECRET_ID'],
    ).toBe(arn);
    expect(statements(template)).toContainEqual({
      owner: expect.stringMatching(/^AuthGptFunction/),
      actions: ['secretsmanager:GetSecretValue'],
      resource: arn,
    });
  });
});
