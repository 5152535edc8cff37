import { describe, expect, test } from 'vitest';
import { accountConfig } from '../../../resolvers/config/account.ts';
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
