import { describe, expect, test } from 'vitest';
import { signUpConfig } from '../../../resolvers/config/functions/sign-up.ts';
import { passwordRules, signUp } from './environments.ts';

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
