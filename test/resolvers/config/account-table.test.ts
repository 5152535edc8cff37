import { describe, expect, test } from 'vitest';
import { accountConfig } from '../../../resolvers/config/functions/account.ts';
import { recoveryConfig } from '../../../resolvers/config/functions/recovery.ts';
import { signUpConfig } from '../../../resolvers/config/functions/sign-up.ts';
import { userConfig } from '../../../resolvers/config/functions/user.ts';
import { account, recovery, signUp, user } from './environments.ts';

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
