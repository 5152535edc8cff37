import { describe, expect, test } from 'vitest';
import { recoveryConfig } from '../../../resolvers/config/functions/recovery.ts';
import { isRequired, passwordRules, recovery } from './environments.ts';

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
