import { describe, expect, test } from 'vitest';
import { accountConfig } from '../../resolvers/config/account.ts';
import { gptConfig } from '../../resolvers/config/gpt.ts';
import { recoveryConfig } from '../../resolvers/config/recovery.ts';
import { signUpConfig } from '../../resolvers/config/sign-up.ts';
import { userConfig } from '../../resolvers/config/user.ts';
import type { PasswordRules } from '../../resolvers/passwords/rules.ts';
import { authSettings } from '../support/auth-settings.ts';

const common = { AWS_REGION: 'eu-central-1' };
const passwordRules: PasswordRules = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  refuseGuessable: true,
  breaches: { url: 'https://range.example.com/', timeoutMs: 1000 },
};
const PASSWORD_RULES = JSON.stringify(passwordRules);
const user = { ...common, PASSWORD_RULES, USER_POOL_CLIENT_ID: '1example', AUTH_CONFIG: JSON.stringify(authSettings) };
const account = {
  ...common,
  TOTP_ISSUER: 'Example',
  PASSWORD_RULES,
  REAUTHENTICATION: '{"maxAgeSeconds":600,"acr":null}',
  TRACKS_SESSIONS: 'true',
  REMEMBERS_DEVICES: 'false',
  NOTICES: 'passwordChanged',
};
const recovery = {
  ...common,
  USER_POOL_ID: 'eu-central-1_Example',
  USER_POOL_CLIENT_ID: '1example',
  PASSWORD_RULES,
  REMEMBERS_DEVICES: 'true',
  MFA_TYPES: 'SOFTWARE_TOKEN_MFA',
  NOTICES: 'accessRecovered',
};
const signUp = {
  ...common,
  USER_POOL_ID: 'eu-central-1_Example',
  USER_POOL_CLIENT_ID: '1example',
  SIGN_UP_MODES: 'PASSWORD, INVITATION',
  SIGN_IN_NAMES: 'EMAIL,PHONE_NUMBER',
  RESERVED_NAMES: 'admin,root',
  WRITABLE_ATTRIBUTES: 'given_name,custom:theme',
  PASSWORD_RULES,
};
const gpt = {
  ...common,
  OPENAI_SECRET_ID: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai',
  GPT_MODEL: 'gpt-5.1',
  GPT_MODELS: '',
  GPT_MESSAGE_CHARACTERS: '8000',
  GPT_ANSWER_TOKENS: '2048',
  GPT_ANSWER_TOKENS_PARAMETER: 'max_completion_tokens',
  GPT_PROVEN_ADDRESS: 'true',
};

/** `AUTH_CONFIG` with one member changed; undefined takes it away. */
const authConfig = (changes: Readonly<Record<string, unknown>>): string => JSON.stringify({ ...authSettings, ...changes });

describe('userConfig', () => {
  test('reads what the function was given', () => {
    expect(userConfig(user)).toEqual({
      aws: { region: 'eu-central-1', endpoint: null },
      appClient: { clientId: '1example', clientSecret: null, passesCallerAddress: false },
      authSettings,
      passwordRules,
      evenAnswersMs: null,
      accountTable: null,
      captcha: null,
    });
  });

  test('takes another endpoint, a client secret, and leave to pass addresses on', () => {
    const env = {
      ...user,
      AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'http://localhost:4001',
      USER_POOL_CLIENT_SECRET: 'secret',
      PASS_CALLER_ADDRESS: 'true',
    };
    expect(userConfig(env)).toMatchObject({
      aws: { endpoint: 'http://localhost:4001' },
      appClient: { clientSecret: 'secret', passesCallerAddress: true },
    });
  });

  test('cannot be changed', () => {
    expect(Object.isFrozen(userConfig(user))).toBe(true);
  });

  test('takes no limits of gpt for gpt that is off, and no number of questions for any number', () => {
    const off = { gptEnabled: false, gptLimits: null };
    expect(userConfig({ ...user, AUTH_CONFIG: authConfig(off) }).authSettings).toMatchObject(off);
    const unlimited = { gptLimits: { requestsPerDay: null, messageCharacters: 1, answerTokens: 1 } };
    expect(userConfig({ ...user, AUTH_CONFIG: authConfig(unlimited) }).authSettings).toMatchObject(unlimited);
  });

  test('leaves out what authConfig does not tell', () => {
    expect(userConfig({ ...user, AUTH_CONFIG: authConfig({ apiKey: 'x' }) }).authSettings).toEqual(authSettings);
  });

  test.each([
    ['AWS_REGION', { AWS_REGION: undefined }, 'The environment variable AWS_REGION is missing.'],
    ['USER_POOL_CLIENT_ID', { USER_POOL_CLIENT_ID: '' }, 'The environment variable USER_POOL_CLIENT_ID is missing.'],
    ['AUTH_CONFIG', { AUTH_CONFIG: undefined }, 'The environment variable AUTH_CONFIG is missing.'],
    ['broken JSON', { AUTH_CONFIG: '{' }, 'AUTH_CONFIG must be JSON.'],
    ['another value', { AUTH_CONFIG: '[]' }, 'AUTH_CONFIG must be an object.'],
    ['a missing member', { AUTH_CONFIG: authConfig({ gptEnabled: undefined }) }, 'AUTH_CONFIG.gptEnabled must be true or false.'],
    [
      'limits without a length',
      { AUTH_CONFIG: authConfig({ gptLimits: { requestsPerDay: null, messageCharacters: 1 } }) },
      'AUTH_CONFIG.gptLimits.answerTokens must be a whole number.',
    ],
    ['a missing list', { AUTH_CONFIG: authConfig({ flows: undefined }) }, 'AUTH_CONFIG.flows must be a list.'],
    ['a link by pigeon', { AUTH_CONFIG: authConfig({ verifyBy: 'PIGEON' }) }, /^AUTH_CONFIG\.verifyBy must be one of CODE, LINK/],
    ['a missing recovery', { AUTH_CONFIG: authConfig({ recovery: undefined }) }, 'AUTH_CONFIG.recovery must be a list.'],
    ['missing domains', { AUTH_CONFIG: authConfig({ emailDomains: undefined }) }, 'AUTH_CONFIG.emailDomains must be a list.'],
    [
      'an unknown flow',
      { AUTH_CONFIG: authConfig({ flows: ['USER_AUTH', 'MAGIC'] }) },
      /^AUTH_CONFIG\.flows\[1\] must be one of .*USER_AUTH/,
    ],
    [
      'an attribute that is no name',
      { AUTH_CONFIG: authConfig({ requiredAttributes: [1] }) },
      'AUTH_CONFIG.requiredAttributes[0] must be a string.',
    ],
    [
      'a length that is no number',
      { AUTH_CONFIG: authConfig({ passwordPolicy: { ...authSettings.passwordPolicy, minimumLength: '8' } }) },
      'AUTH_CONFIG.passwordPolicy.minimumLength must be a whole number.',
    ],
    [
      'an endpoint that is none',
      { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: 'localhost:4001' },
      'The environment variable AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER must be an http or https URL.',
    ],
  ])('refuses %s, naming it', (_, changes, message) => {
    expect(() => userConfig({ ...user, ...changes })).toThrow(message);
  });
});

/** An empty list is one. */
const isRequired = (name: string): boolean => !/^(NOTICES|MFA_TYPES)$/.test(name);

describe('what Cognito does not keep', () => {
  const kept = { ACCOUNT_TABLE: 'accounts', ACTIVITY_DAYS: '90', RECOVERY_CODES: 'true' };

  test('is what is counted, by the limits of each', () => {
    const limits = { perAddressPerHour: 1, perAddressPerDay: 2, perCallerPerHour: null, perCallerPerDay: null, perDay: 3 };
    const counted = { ACCOUNT_TABLE: 'accounts', MESSAGE_LIMITS: JSON.stringify(limits) };
    for (const read of [userConfig, signUpConfig] as const) {
      const { accountTable } = read({ ...user, ...signUp, ...counted });
      expect(accountTable).toMatchObject({ messageLimits: limits, attemptLimits: null, activityDays: null });
    }
    const ATTEMPT_LIMITS = '{"passwordsPerHour":10,"codesPerSession":5}';
    expect(userConfig({ ...user, ACCOUNT_TABLE: 'accounts', ATTEMPT_LIMITS }).accountTable?.attemptLimits).toEqual({
      passwordsPerHour: 10,
      codesPerSession: 5,
    });
    expect(() => userConfig({ ...user, ATTEMPT_LIMITS })).toThrow('The environment variable ACCOUNT_TABLE is missing.');
    expect(() => userConfig({ ...user, ...counted, MESSAGE_LIMITS: '{}' })).toThrow(
      'MESSAGE_LIMITS.perAddressPerHour must be a whole number.',
    );
  });

  test('is kept where a table is given', () => {
    expect(accountConfig({ ...account, ...kept, AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:4001' }).accountTable).toEqual({
      aws: { region: 'eu-central-1', endpoint: 'http://localhost:4001' },
      table: 'accounts',
      activityDays: 90,
      hasRecoveryCodes: true,
      messageLimits: null,
      attemptLimits: null,
    });
  });

  test('is never left out because the table was forgotten', () => {
    for (const name of ['ACTIVITY_DAYS', 'RECOVERY_CODES'] as const) {
      expect(() => recoveryConfig({ ...recovery, [name]: kept[name] })).toThrow('ACCOUNT_TABLE is missing.');
    }
    expect(() => userConfig({ ...user, ...kept, ACTIVITY_DAYS: '0' })).toThrow('ACTIVITY_DAYS must be a whole number');
  });
});

describe('notices', () => {
  const sender = { from: 'login@acme.example', replyTo: null, region: 'eu-west-1', configurationSet: null };

  test('are sent in the Region of the sender', () => {
    const { notices } = accountConfig({ ...account, NOTICE_SENDER: JSON.stringify(sender) });
    expect(notices.sender).toEqual({ ...sender, aws: { region: 'eu-west-1', endpoint: null } });
  });

  test('of an unknown kind, and by a sender without an address, are refused by name', () => {
    expect(() => accountConfig({ ...account, NOTICES: 'birthday' })).toThrow(/^NOTICES must be one of/);
    expect(() => accountConfig({ ...account, NOTICE_SENDER: '{}' })).toThrow('NOTICE_SENDER.from must be a string.');
  });
});

describe('accountConfig', () => {
  test('reads what the function was given', () => {
    expect(accountConfig(account)).toEqual({
      aws: { region: 'eu-central-1', endpoint: null },
      totpIssuer: 'Example',
      passwordRules,
      reauthentication: { maxAgeSeconds: 600, acr: null },
      tracksSessions: true,
      remembersDevices: false,
      accountTable: null,
      notices: { kinds: new Set(['passwordChanged']), sender: null },
    });
  });

  test('wants no recent sign-in only where that is said', () => {
    expect(accountConfig({ ...account, REAUTHENTICATION: 'null' }).reauthentication).toBeNull();
    expect(() => accountConfig({ ...account, REAUTHENTICATION: '{}' })).toThrow('REAUTHENTICATION.maxAgeSeconds must be');
    expect(() => accountConfig({ ...account, TRACKS_SESSIONS: 'yes' })).toThrow('TRACKS_SESSIONS must be one of true, false.');
  });

  test.each(Object.keys(account).filter(isRequired))('refuses to go without %s', (name) => {
    expect(() => accountConfig({ ...account, [name]: '' })).toThrow(`The environment variable ${name} is missing.`);
  });
});

describe('recoveryConfig', () => {
  test('reads what the function was given', () => {
    expect(recoveryConfig(recovery)).toMatchObject({
      appClient: { clientId: '1example' },
      userPoolId: 'eu-central-1_Example',
      passwordRules,
      remembersDevices: true,
      mfaTypes: new Set(['SOFTWARE_TOKEN_MFA']),
    });
  });

  test.each(Object.keys(recovery).filter(isRequired))('refuses to go without %s', (name) => {
    expect(() => recoveryConfig({ ...recovery, [name]: '' })).toThrow(`The environment variable ${name} is missing.`);
  });
});

describe('signUpConfig', () => {
  test('reads its lists', () => {
    expect(signUpConfig(signUp)).toMatchObject({
      userPoolId: 'eu-central-1_Example',
      signUpModes: new Set(['PASSWORD', 'INVITATION']),
      signInNames: new Set(['EMAIL', 'PHONE_NUMBER']),
      reservedNames: ['admin', 'root'],
      writableAttributes: new Set(['given_name', 'custom:theme']),
      passwordRules,
    });
  });

  test('takes empty lists for none', () => {
    const { signUpModes, writableAttributes } = signUpConfig({ ...signUp, SIGN_UP_MODES: '', WRITABLE_ATTRIBUTES: '' });
    expect([signUpModes.size, writableAttributes.size]).toEqual([0, 0]);
  });

  test.each([
    [{ SIGN_UP_MODES: undefined }, 'The environment variable SIGN_UP_MODES is missing.'],
    [{ SIGN_IN_NAMES: undefined }, 'The environment variable SIGN_IN_NAMES is missing.'],
    [{ SIGN_IN_NAMES: 'EMAIL,FACE' }, /^SIGN_IN_NAMES must be one of .*EMAIL/],
    [{ WRITABLE_ATTRIBUTES: undefined }, 'The environment variable WRITABLE_ATTRIBUTES is missing.'],
    [{ USER_POOL_ID: undefined }, 'The environment variable USER_POOL_ID is missing.'],
    [{ PASSWORD_RULES: '{"minimumLength":"long"}' }, 'PASSWORD_RULES.minimumLength must be a whole number.'],
    [{ SIGN_UP_MODES: 'PASSWORD,OPEN' }, /^SIGN_UP_MODES must be one of /],
  ])('refuses %j, naming it', (changes, message) => {
    expect(() => signUpConfig({ ...signUp, ...changes })).toThrow(message);
  });
});

describe('a captcha', () => {
  const set = {
    CAPTCHA_SECRET_ID: 'arn:aws:secretsmanager:eu-central-1:1:secret:captcha',
    CAPTCHA_VERIFY_URL: 'https://c.example/v',
  };

  test('is read by the functions that want it', () => {
    for (const read of [userConfig, signUpConfig] as const) {
      expect(read({ ...user, ...signUp, ...set }).captcha).toEqual({
        aws: { region: 'eu-central-1', endpoint: null },
        secretId: set.CAPTCHA_SECRET_ID,
        verifyUrl: new URL('https://c.example/v'),
      });
    }
  });

  test('is none without a secret, and refuses to go without an URL', () => {
    expect(userConfig(user).captcha).toBeNull();
    expect(() => userConfig({ ...user, CAPTCHA_SECRET_ID: 'x' })).toThrow('CAPTCHA_VERIFY_URL is missing');
    expect(() => userConfig({ ...user, ...set, CAPTCHA_VERIFY_URL: 'ftp://c' })).toThrow(/http or https URL/);
  });
});

describe('gptConfig', () => {
  test('reads what the function was given', () => {
    expect(gptConfig({ ...gpt, AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://localhost:4001' })).toMatchObject({
      aws: { region: 'eu-central-1', endpoint: 'http://localhost:4001' },
      secretId: gpt.OPENAI_SECRET_ID,
      model: 'gpt-5.1',
      baseUrl: null,
      messageCharacters: 8000,
      answerTokens: 2048,
      answerTokensParameter: 'max_completion_tokens',
      dailyLimits: null,
    });
    expect(gptConfig({ ...gpt, OPENAI_BASE_URL: 'https://llm.example.com/v1' }).baseUrl).toBe('https://llm.example.com/v1');
  });

  test('reads a limit, and where it is counted', () => {
    const limited = {
      GPT_REQUESTS_PER_DAY: '100',
      ACCOUNT_TABLE: 'counts',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:4001',
    };
    expect(gptConfig({ ...gpt, ...limited }).dailyLimits).toEqual({
      aws: { region: 'eu-central-1', endpoint: 'http://localhost:4001' },
      table: 'counts',
      questionsPerDay: 100,
      totalPerDay: null,
    });
  });

  test.each([
    ['', [true, false, false]],
    ['gpt-5.1-mini', [true, true, false]],
    ['*', [true, true, true]],
  ])('with GPT_MODELS %j pays for its own model and for those', (models, paid) => {
    const { paysFor } = gptConfig({ ...gpt, GPT_MODELS: models });
    expect(['gpt-5.1', 'gpt-5.1-mini', 'the-dearest'].map(paysFor)).toEqual(paid);
  });

  test.each([
    [{ OPENAI_SECRET_ID: undefined }, 'The environment variable OPENAI_SECRET_ID is missing.'],
    [{ GPT_MODEL: '' }, 'The environment variable GPT_MODEL is missing.'],
    [{ GPT_MESSAGE_CHARACTERS: undefined }, 'The environment variable GPT_MESSAGE_CHARACTERS is missing.'],
    [{ GPT_ANSWER_TOKENS: '0' }, 'The environment variable GPT_ANSWER_TOKENS must be a whole number of at least 1.'],
    [{ GPT_ANSWER_TOKENS_PARAMETER: undefined }, 'GPT_ANSWER_TOKENS_PARAMETER must be one of max_completion_tokens, max_tokens.'],
    [{ GPT_REQUESTS_PER_DAY: '100' }, 'The environment variable ACCOUNT_TABLE is missing.'],
    [{ ACCOUNT_TABLE: 'counts' }, 'The environment variable GPT_REQUESTS_PER_DAY is missing.'],
    [{ GPT_TOTAL_REQUESTS_PER_DAY: '1' }, 'The environment variable ACCOUNT_TABLE is missing.'],
    [{ GPT_PROVEN_ADDRESS: undefined }, 'The environment variable GPT_PROVEN_ADDRESS is missing.'],
    [
      { ACCOUNT_TABLE: 'counts', GPT_REQUESTS_PER_DAY: 'many' },
      'The environment variable GPT_REQUESTS_PER_DAY must be a whole number of at least 1.',
    ],
    [{ GPT_MODELS: undefined }, 'The environment variable GPT_MODELS is missing.'],
    [{ OPENAI_BASE_URL: 'ftp://llm.example.com' }, 'The environment variable OPENAI_BASE_URL must be an http or https URL.'],
  ])('refuses %j, naming it', (changes, message) => {
    expect(() => gptConfig({ ...gpt, ...changes })).toThrow(message);
  });
});
