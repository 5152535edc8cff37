import { Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, test } from 'vitest';
import { stages } from '../../../infra/config.ts';
import { stageSettings } from '../../../infra/stage-settings.ts';
import { only, resources } from '../../../infra/template/template.ts';
import { poolSettings, poolStageNames, poolTemplate, triggerBundles } from '../../support/infra/pool-stages.ts';
import { code, stackOf, stageTemplate, templateOf } from '../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });

describe('the outputs', () => {
  test('have the names that a front end reads', () => {
    expect(Object.keys(dev.Outputs)).toEqual([
      'GraphQLUrl',
      'ApiKey',
      'ApiKeyExpires',
      'Region',
      'UserPoolId',
      'UserPoolClientId',
      'CognitoEndpoint',
    ]);
  });

  test('tell when the API keys expire', () => {
    const { Properties } = only(dev, 'AWS::AppSync::ApiKey');
    expect(dev.Outputs['ApiKeyExpires']?.Value).toBe(new Date(Properties['Expires'] * 1000).toISOString());
  });

  test('are exported to no other stack', () => {
    expect(Object.values(dev.Outputs).filter((output) => 'Export' in output)).toEqual([]);
  });
});

describe('a stage', () => {
  test('is a stack of a fixed name, with its tags', () => {
    const { stack } = stackOf(stageSettings({ stage: 'prod' }));
    expect(stack.stackName).toBe('CognitoGraphqlProd');
    expect(stack.terminationProtection).toBe(true);
    expect(stackOf(stageSettings({ stage: 'dev' })).stack.terminationProtection).toBe(false);
    expect(resources(dev, 'AWS::Lambda::Function')[0]?.[1].Properties['Tags']).toContainEqual({ Key: 'stage', Value: 'dev' });
  });

  test('makes the same template each time', () => {
    expect(JSON.stringify(stageTemplate({ stage: 'dev' }))).toBe(JSON.stringify(dev));
  });

  test('makes the same template all month', () => {
    const now = new Date();
    const month = (day: number, hour: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), day, hour));
    const settings = stageSettings({ stage: 'dev' });
    expect(templateOf(settings, month(1, 0))).toEqual(templateOf(settings, month(28, 23)));
  });
});

/**
 * A resource of another logical id is another resource: a new, empty user pool, a new API under a new address, a
 * resolver that collides with the old one ("Only one resolver is allowed per field"). New ids are added here; none is
 * ever changed.
 */
const pinned = {
  'AWS::Cognito::UserPool': ['AuthUsersPoolE71B1D56'],
  'AWS::Cognito::UserPoolClient': ['AuthUsersClient937B6DF0'],
  'AWS::AppSync::GraphQLApi': ['AuthGraphqlApiE2AB0265'],
  'AWS::AppSync::GraphQLSchema': ['AuthGraphqlApiSchema960A9590'],
  'AWS::AppSync::ApiKey': ['AuthGraphqlApiPublicApiKeyE1A32C75'],
  'AWS::SecretsManager::Secret': ['AuthGptSecretF703D79F'],
  'AWS::DynamoDB::Table': ['AuthAccountTableDB44E7F6'],
  'AWS::AppSync::DataSource': [
    'AuthGraphqluserSource931C6FA7',
    'AuthGraphqlaccountSource1CE22E70',
    'AuthGraphqlrecoverySource22E05C14',
    'AuthGraphqlsignUpSource5A3B8C11',
    'AuthGraphqladminSourceDC7904EE',
    'AuthGraphqlgptSource9DB5566A',
  ],
  'AWS::AppSync::Resolver': [
    'AuthGraphqlApiQueryauthConfigB3EC0559',
    'AuthGraphqlApiQuerysignOutUrlE2EB3154',
    'AuthGraphqlApiQueryme560426D9',
    'AuthGraphqlApiQueryauthFactors9C559F56',
    'AuthGraphqlApiQuerylinkedIdentities55736847',
    'AuthGraphqlApiQuerydevices4BFBC226',
    'AuthGraphqlApiQuerydevice9C031196',
    'AuthGraphqlApiQuerypasskeysA4A2AA2A',
    'AuthGraphqlApiQuerysessions0402D161',
    'AuthGraphqlApiQueryrecoveryCodes8F3B10D4',
    'AuthGraphqlApiQueryactivityA312CA73',
    'AuthGraphqlApiQuerymyDataCAE75466',
    'AuthGraphqlApiQuerygpt747778E7',
    'AuthGraphqlApiQueryusersA561A26E',
    'AuthGraphqlApiQueryuserA9272EFF',
    'AuthGraphqlApiQuerygroups2BF42A2E',
    'AuthGraphqlApiQuerygroupMembersA967D007',
    'AuthGraphqlApiQueryadminListUserSessionsD773D0A3',
    'AuthGraphqlApiQueryadminListActivity45DFCA1C',
    'AuthGraphqlApiMutationsignUp2E541A49',
    'AuthGraphqlApiMutationconfirmSignUp491CBC85',
    'AuthGraphqlApiMutationresendConfirmationCode06ADDAC3',
    'AuthGraphqlApiMutationlogin8C272D22',
    'AuthGraphqlApiMutationrespondToChallengeCAADED18',
    'AuthGraphqlApiMutationassociateSoftwareToken6B40854F',
    'AuthGraphqlApiMutationverifySoftwareToken28D8B086',
    'AuthGraphqlApiMutationforgotPassword94335738',
    'AuthGraphqlApiMutationconfirmForgotPassword93B9881E',
    'AuthGraphqlApiMutationrefreshTokensDAED531B',
    'AuthGraphqlApiMutationrevokeToken3F4F5ED0',
    'AuthGraphqlApiMutationglobalSignOut3071233F',
    'AuthGraphqlApiMutationsetUserMfaPreferenceE2769396',
    'AuthGraphqlApiMutationconfirmDevice8D740FA7',
    'AuthGraphqlApiMutationstartWebAuthnRegistrationB6F8F8CA',
    'AuthGraphqlApiMutationcompleteWebAuthnRegistration81B7F7EB',
    'AuthGraphqlApiMutationdeleteWebAuthnCredential38B4E68B',
    'AuthGraphqlApiMutationchangePassword15A2C568',
    'AuthGraphqlApiMutationupdateUserAttributes9D7D2711',
    'AuthGraphqlApiMutationdeleteUserAttributes1994A82B',
    'AuthGraphqlApiMutationgetUserAttributeVerificationCode5C425E08',
    'AuthGraphqlApiMutationverifyUserAttribute587DED1A',
    'AuthGraphqlApiMutationdeleteUser737472AF',
    'AuthGraphqlApiMutationupdateDeviceStatus1C464830',
    'AuthGraphqlApiMutationforgetDevice90F7271B',
    'AuthGraphqlApiMutationrevokeUserSession2FF0E4A1',
    'AuthGraphqlApiMutationgenerateRecoveryCodesE638A8D1',
    'AuthGraphqlApiMutationexchangeAuthorizationCode6DD8F160',
    'AuthGraphqlApiMutationunlinkIdentityD7D43975',
    'AuthGraphqlApiMutationrecoverAccess3BAFE0E5',
    'AuthGraphqlApiMutationadminCreateUserEE929451',
    'AuthGraphqlApiMutationadminConfirmSignUp079DDDD6',
    'AuthGraphqlApiMutationadminEnableUser28E08E18',
    'AuthGraphqlApiMutationadminDisableUser12F18378',
    'AuthGraphqlApiMutationadminDeleteUserF2B8D321',
    'AuthGraphqlApiMutationadminResetUserPassword8AE896F6',
    'AuthGraphqlApiMutationadminSetUserPasswordF44E81B4',
    'AuthGraphqlApiMutationadminUpdateUserAttributesA31B222C',
    'AuthGraphqlApiMutationadminUserGlobalSignOut374200F3',
    'AuthGraphqlApiMutationadminSetUserMfaPreferenceDF2EF960',
    'AuthGraphqlApiMutationadminDeleteSoftwareTokenB723EAE8',
    'AuthGraphqlApiMutationadminResetRecoveryCodesBA5D0B0F',
    'AuthGraphqlApiMutationadminRevokeUserSessionFDFF5AD4',
    'AuthGraphqlApiMutationadminForgetDevice070A4E20',
    'AuthGraphqlApiMutationadminLinkProviderForUser8EF65DBA',
    'AuthGraphqlApiMutationadminDisableProviderForUser2203F14D',
    'AuthGraphqlApiMutationadminAddUserToGroup34E5DF21',
    'AuthGraphqlApiMutationadminRemoveUserFromGroup2681C770',
    'AuthGraphqlApiMutationcreateGroupBCDDF082',
    'AuthGraphqlApiMutationupdateGroup2CA90D36',
    'AuthGraphqlApiMutationdeleteGroupE4F8B11A',
  ],
};

describe('logical ids', () => {
  test.each(Object.keys(stages))('of what holds data or is unique are those of the first deployment: %s', (stage) => {
    const template = stageTemplate({ stage });
    const ids = (type: string) => resources(template, type).map(([id]) => id);
    const { administration } = stageSettings({ stage });
    const sources = pinned['AWS::AppSync::DataSource'].map((id) =>
      id.includes('admin') && administration === null ? 'AuthGraphqlnotEnabledSourceF6CC224A' : id,
    );
    expect(Object.fromEntries(Object.keys(pinned).map((type) => [type, ids(type)]))).toEqual({
      ...pinned,
      'AWS::AppSync::DataSource': sources,
    });
  });
});

/** The same for resources that only some stages have. */
const pinnedElsewhere = { 'AWS::KMS::Key': ['AuthUsersSenderKeyBDBCC7E6'], 'AWS::IAM::Role': ['AuthUsersPoolsmsRole88467ECB'] };

test('the logical ids of the resources that the pool needs are those of the first deployment', () => {
  const template = poolTemplate(poolSettings('senders of its own'));
  for (const [type, ids] of Object.entries(pinnedElsewhere)) {
    expect(resources(template, type).map(([id]) => id)).toEqual(expect.arrayContaining(ids));
  }
});

describe('cdk-nag AwsSolutions', () => {
  test.each(Object.keys(stages))('has no finding that is not mended or acknowledged: %s', (stage) => {
    const { app, stack } = stackOf(stageSettings({ stage }));
    const report = new AwsSolutionsChecks(app).validateScope(stack);
    expect(report.violations.map(({ ruleName, violatingResources }) => ({ ruleName, violatingResources }))).toEqual([]);
  });

  test.each(poolStageNames)('the same of a user pool with %s', (stage) => {
    const { app, stack } = stackOf(poolSettings(stage), new Date(), { ...code, triggers: triggerBundles });
    const report = new AwsSolutionsChecks(app).validateScope(stack);
    expect(report.violations.map(({ ruleName, violatingResources }) => ({ ruleName, violatingResources }))).toEqual([]);
  });

  test('does look: without the acknowledgements it finds just what they name', () => {
    const { app, stack } = stackOf(stageSettings({ stage: 'dev' }));
    const unforgiving = new AwsSolutionsChecks(app);
    Object.defineProperty(unforgiving, 'isAcknowledged', { value: () => false });
    const found = unforgiving.validateScope(stack).violations.map(({ ruleName }) => ruleName);
    const acknowledged = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data).map((id) => id.replace(/^annotation::/i, '')));
    expect(found).toHaveLength(7);
    // The CDK's own check of resource types, which does not have this one.
    expect(new Set(acknowledged.filter((id) => id !== 'CloudFormation-Validate::F3006'))).toEqual(new Set(found));
  });
});
