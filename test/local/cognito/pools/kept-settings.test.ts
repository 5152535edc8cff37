import { expect, test } from 'vitest';
import { createTestPools } from '../../../support/cognito/pool.ts';

// On a laptop there is no SES, SNS, hosted page or tag: these settings change nothing, and no tool may lose them.

test('a pool gives back the settings from which nothing follows', async () => {
  const { cognito } = createTestPools();
  const kept = {
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER' as const,
      SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
      From: 'Example <no-reply@example.com>',
      ReplyToEmailAddress: 'help@example.com',
      ConfigurationSet: 'sign-in',
    },
    SmsConfiguration: {
      SnsCallerArn: 'arn:aws:iam::123456789012:role/sms',
      ExternalId: 'sign-in',
      SnsRegion: 'eu-west-1',
    },
    UserPoolTags: { team: 'red' },
  };
  const { UserPool: made } = await cognito.createUserPool({ PoolName: 'kept', ...kept });
  const { UserPool } = await cognito.describeUserPool({ UserPoolId: made?.Id });
  expect(UserPool).toMatchObject(kept);
});

test('a client gives back the settings of hosted pages', async () => {
  const { cognito } = createTestPools();
  const { UserPool } = await cognito.createUserPool({ PoolName: 'kept' });
  const kept = {
    SupportedIdentityProviders: ['COGNITO'],
    CallbackURLs: ['https://example.com/back'],
    LogoutURLs: ['https://example.com/bye'],
    DefaultRedirectURI: 'https://example.com/back',
    AllowedOAuthFlows: ['code' as const],
    AllowedOAuthScopes: ['openid'],
    AllowedOAuthFlowsUserPoolClient: true,
    AnalyticsConfiguration: {
      ApplicationId: 'a1',
      ApplicationArn: 'arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a1',
      RoleArn: 'arn:aws:iam::123456789012:role/analytics',
      ExternalId: 'analytics',
      UserDataShared: false,
    },
  };
  const UserPoolId = UserPool?.Id;
  const { UserPoolClient: made } = await cognito.createUserPoolClient({ UserPoolId, ClientName: 'kept', ...kept });
  const { UserPoolClient } = await cognito.describeUserPoolClient({ UserPoolId, ClientId: made?.ClientId });
  expect(UserPoolClient).toMatchObject(kept);
});

test('a pool gives back the words of its second factor by mail, and the role of its passkeys', async () => {
  const { cognito } = createTestPools();
  const { UserPool } = await cognito.createUserPool({
    PoolName: 'kept',
    EmailConfiguration: {
      EmailSendingAccount: 'DEVELOPER',
      SourceArn: 'arn:aws:ses:eu-west-1:123456789012:identity/example.com',
    },
  });
  const kept = {
    MfaConfiguration: 'OPTIONAL' as const,
    EmailMfaConfiguration: { Message: 'Your code is {####}.', Subject: 'Your code' },
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: {
      RelyingPartyId: 'example.com',
      UserVerification: 'required' as const,
      FactorConfiguration: 'SINGLE_FACTOR' as const,
    },
  };
  await cognito.setUserPoolMfaConfig({ UserPoolId: UserPool?.Id, ...kept });
  expect(await cognito.getUserPoolMfaConfig({ UserPoolId: UserPool?.Id })).toMatchObject(kept);
});
