import { describe, expect, test } from 'vitest';
import { userConfig } from '../../../resolvers/config/functions/user.ts';
import { authSettings } from '../../support/functions/auth-settings.ts';
import { passwordRules, user } from './environments.ts';

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
      userPoolDomain: null,
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
