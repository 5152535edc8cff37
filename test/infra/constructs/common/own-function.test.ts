import { describe, expect, test } from 'vitest';
import { stages } from '../../../../infra/config.ts';
import { parseSettings } from '../../../../infra/settings/parse/parse.ts';
import { named, resources } from '../../../../infra/template/template.ts';
import { stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const names = ['User', 'Account', 'Recovery', 'SignUp', 'Admin', 'Gpt'];
const dev = stageTemplate({ stage: 'dev' });
const prod = stageTemplate({ stage: 'prod' });

const lambda = (name: string) => named(dev, 'AWS::Lambda::Function', `Auth${name}Function`).Properties;
const environment = (name: string) => lambda(name)['Environment'].Variables;
const poolId = { Ref: expect.stringMatching(/^AuthUsersPool/) };
const clientId = { Ref: expect.stringMatching(/^AuthUsersClient/) };
const accountTable = { Ref: expect.stringMatching(/^AuthAccountTable/) };
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

/** The limits of the dev stage, where all callers have the same address. */
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
      federation: null,
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
