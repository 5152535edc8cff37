import { describe, expect, test } from 'vitest';
import { createTestPool, refusal, refusals } from '../../../support/cognito/pool.ts';

describe('what a pool does not have is described as nothing', () => {
  test('a domain, until a template gives it one', async () => {
    const { cognito, pools, userPoolId: UserPoolId } = createTestPool();
    const Domain = 'acme';
    expect(await cognito.describeUserPoolDomain({ Domain })).toMatchObject({ DomainDescription: {} });
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool).not.toHaveProperty('Domain');
    pools.provisionUserPoolDomain('Links', { UserPoolId, Domain });
    expect((await cognito.describeUserPoolDomain({ Domain })).DomainDescription).toEqual({
      UserPoolId,
      AWSAccountId: '123456789012',
      Domain,
      Status: 'ACTIVE',
      ManagedLoginVersion: 1,
    });
    expect((await cognito.describeUserPool({ UserPoolId })).UserPool?.Domain).toBe(Domain);
    await cognito.deleteUserPool({ UserPoolId });
    expect((await cognito.describeUserPoolDomain({ Domain })).DomainDescription).toEqual({});
  });

  test('logs and the looks of hosted pages', async () => {
    const { cognito, userPoolId: UserPoolId, clientId: ClientId } = createTestPool();
    expect((await cognito.getLogDeliveryConfiguration({ UserPoolId })).LogDeliveryConfiguration).toEqual({
      UserPoolId,
      LogConfigurations: [],
    });
    for (const named of [{ UserPoolId }, { UserPoolId, ClientId }, { UserPoolId, ClientId: 'ALL' }]) {
      expect((await cognito.getUICustomization(named)).UICustomization).toEqual({});
    }
    const elsewhere = 'eu-west-1_nothere';
    const calls = [
      cognito.getLogDeliveryConfiguration({ UserPoolId: elsewhere }),
      cognito.getUICustomization({ UserPoolId: elsewhere }),
      cognito.getUICustomization({ UserPoolId, ClientId: 'nobody' }),
    ];
    expect((await refusals(calls)).map(({ name }) => name)).toEqual(Array(3).fill('ResourceNotFoundException'));
  });
});

describe('threat protection', () => {
  const feedback = { EventId: 'e', FeedbackValue: 'Valid' as const };

  test.each([
    ['OFF', 'UserPoolAddOnNotEnabledException'],
    ['AUDIT', 'NotImplementedException'],
  ])('where it is %s, its operations are refused with %s', async (AdvancedSecurityMode, name) => {
    const world = createTestPool({ UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode } });
    const { cognito, userPoolId: UserPoolId } = world;
    const ada = { UserPoolId, Username: 'ada' };
    const calls = [
      cognito.adminListUserAuthEvents(ada),
      cognito.adminUpdateAuthEventFeedback({ ...ada, ...feedback }),
      cognito.updateAuthEventFeedback({ ...ada, ...feedback, FeedbackToken: 'x' }),
      cognito.describeRiskConfiguration({ UserPoolId }),
    ];
    expect((await refusals(calls)).map((refused) => refused.name)).toEqual(Array(4).fill(name));
  });

  test('an unknown pool comes first', async () => {
    const { cognito } = createTestPool();
    expect((await refusal(cognito.describeRiskConfiguration({ UserPoolId: 'eu-west-1_nothere' }))).name).toBe(
      'ResourceNotFoundException',
    );
  });
});
