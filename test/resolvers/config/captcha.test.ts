import { describe, expect, test } from 'vitest';
import { signUpConfig } from '../../../resolvers/config/functions/sign-up.ts';
import { userConfig } from '../../../resolvers/config/functions/user.ts';
import { signUp, user } from './environments.ts';

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
