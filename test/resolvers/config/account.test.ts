import { describe, expect, test } from 'vitest';
import { accountConfig } from '../../../resolvers/config/functions/account.ts';
import { account, isRequired, passwordRules } from './environments.ts';

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
      federation: null,
    });
  });

  test('wants no recent sign-in only where that is said', () => {
    expect(accountConfig({ ...account, REAUTHENTICATION: 'null' }).reauthentication).toBeNull();
    expect(() => accountConfig({ ...account, REAUTHENTICATION: '{}' })).toThrow('REAUTHENTICATION.maxAgeSeconds must be');
    expect(() => accountConfig({ ...account, TRACKS_SESSIONS: 'yes' })).toThrow('TRACKS_SESSIONS must be one of true, false.');
  });

  test('needs the pool only to unlink identities of other providers', () => {
    const env = { ...account, PROVIDERS: 'Google,Corp', USER_POOL_ID: 'eu-central-1_Example' };
    expect(accountConfig(env).federation).toEqual({ userPoolId: env.USER_POOL_ID, providers: new Set(['Google', 'Corp']) });
    expect(accountConfig({ ...env, PROVIDERS: '' }).federation?.providers).toEqual(new Set());
    expect(() => accountConfig({ ...env, USER_POOL_ID: '' })).toThrow('The environment variable USER_POOL_ID is missing.');
  });

  test.each(Object.keys(account).filter(isRequired))('refuses to go without %s', (name) => {
    expect(() => accountConfig({ ...account, [name]: '' })).toThrow(`The environment variable ${name} is missing.`);
  });
});
