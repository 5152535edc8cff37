import type { AttributeType } from '@aws-sdk/client-cognito-identity-provider';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../../local/data/database.ts';
import { createTestPool, createTestPools, password, refusal, refusals, type TestPool } from '../../../support/cognito/pool.ts';
import { makeFolder } from '../../../support/local/folders.ts';

const exhausted = {
  name: 'LimitExceededException',
  message:
    'Exceeded daily email limit for the operation or the account. If a higher limit is required, please configure your user pool to use ' +
    'your own Amazon SES configuration for sending email.',
};
const limited = (dailyEmails: number, database = openDatabase(':memory:')) => createTestPools(database, { dailyEmails });

const signUp = ({ cognito, clientId }: TestPool, Username: string, attributes: AttributeType[] = []) =>
  cognito.signUp({
    ClientId: clientId,
    Username,
    Password: password,
    UserAttributes: [{ Name: 'email', Value: `${Username}@example.com` }, ...attributes],
  });
const forgot = ({ cognito, clientId }: TestPool, Username: string) => cognito.forgotPassword({ ClientId: clientId, Username });

describe('the quota of Cognito’s own sender', () => {
  test('refuses the mail after the last one of the day, but keeps the user who signed up', async () => {
    const world = createTestPool({}, {}, limited(2));
    await signUp(world, 'ada');
    await signUp(world, 'bob');
    expect(await refusal(signUp(world, 'eve'))).toEqual(exhausted);
    expect(world.outbox.map(({ to }) => to)).toEqual(['ada@example.com', 'bob@example.com']);
    const { UserStatus } = await world.cognito.adminGetUser({ UserPoolId: world.userPoolId, Username: 'eve' });
    expect(UserStatus).toBe('UNCONFIRMED');
    const resend = () => world.cognito.resendConfirmationCode({ ClientId: world.clientId, Username: 'eve' });
    expect(await refusal(resend())).toEqual(exhausted);
    // It is noon; the day begins at 09:00 UTC.
    world.clock.advance({ hours: 20, minutes: 59 });
    expect(await refusal(resend())).toEqual(exhausted);
    world.clock.advance({ minutes: 1 });
    expect((await resend()).CodeDeliveryDetails?.AttributeName).toBe('email');
  });

  test('counts every mail of the account for any occasion, but no text messages', async () => {
    const pools = limited(3);
    const world = createTestPool({ AutoVerifiedAttributes: ['email', 'phone_number'] }, {}, pools);
    await world.confirmedUser('ada');
    await signUp(world, 'bob', [{ Name: 'phone_number', Value: '+441234567890' }]);
    await forgot(world, 'ada');
    const UserAttributes = [{ Name: 'email', Value: 'eve@example.com' }];
    const invite = { UserPoolId: world.userPoolId, UserAttributes, DesiredDeliveryMediums: ['EMAIL' as const] };
    await world.cognito.adminCreateUser({ ...invite, Username: 'eve' });
    const UserPoolId = pools.pools.provisionUserPool('Other', { AutoVerifiedAttributes: ['email'] });
    const ClientId = pools.pools.provisionUserPoolClient('OtherClient', { UserPoolId });
    const other = { ...world, userPoolId: UserPoolId, clientId: ClientId };
    await signUp(other, 'ada');
    for (const told of await refusals([
      signUp(other, 'bob'),
      forgot(world, 'ada'),
      world.cognito.adminCreateUser({ ...invite, Username: 'late' }),
      world.cognito.adminResetUserPassword({ UserPoolId: world.userPoolId, Username: 'ada' }),
    ])) {
      expect(told).toEqual(exhausted);
    }
    await signUp(world, 'zoe', [{ Name: 'phone_number', Value: '+441234567891' }]);
    expect(world.outbox.map(({ channel }) => channel)).toEqual(['SMS', 'EMAIL', 'EMAIL', 'EMAIL', 'SMS']);
  });

  test('does not tell by it who has an account', async () => {
    const world = createTestPool(
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
      limited(0),
    );
    await world.confirmedUser('ada');
    const { cognito, clientId: ClientId } = world;
    for (const USERNAME of ['ada', 'nobody']) {
      expect(await refusal(forgot(world, USERNAME))).toEqual(exhausted);
      const AuthParameters = { USERNAME, PREFERRED_CHALLENGE: 'EMAIL_OTP' };
      expect(await refusal(cognito.initiateAuth({ ClientId, AuthFlow: 'USER_AUTH', AuthParameters }))).toEqual(exhausted);
    }
    expect(await refusal(cognito.resendConfirmationCode({ ClientId, Username: 'nobody' }))).toEqual(exhausted);
  });

  test('survives a restart', async () => {
    const directory = makeFolder();
    const before = openDatabase(directory);
    await signUp(createTestPool({}, {}, limited(1, before)), 'ada');
    before.close();
    const after = openDatabase(directory);
    expect(await refusal(signUp(createTestPool({}, {}, limited(1, after)), 'bob'))).toEqual(exhausted);
    after.close();
  });

  test('does not apply to a pool that sends through SES, nor unless it is simulated', async () => {
    const developer = {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
      },
    };
    for (const world of [createTestPool(developer, {}, limited(0)), createTestPool()]) {
      await signUp(world, 'ada');
      expect(world.outbox).toHaveLength(1);
    }
  });
});
