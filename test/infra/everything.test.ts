import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, CfnResource, TagManager } from 'aws-cdk-lib';
import { Template as Assertions } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { AuthStack } from '../../infra/constructs/auth-stack.ts';
import { parseSettings } from '../../infra/settings/parse/parse.ts';
import type { Settings, SettingsInput } from '../../infra/settings/stage.ts';
import { type TriggerKey, triggerKeys } from '../../infra/settings/users/triggers.ts';
import { resources, type Template } from '../../infra/template/template.ts';
import { cfnLint, clean } from '../support/infra/cfn-lint.ts';
import { devWith, surroundings } from '../support/infra/everything.ts';
import { code, stackOf, templateOf } from '../support/infra/stack.ts';
import { validationFindings } from '../support/infra/validation-report.ts';

const { context } = JSON.parse(readFileSync(fileURLToPath(new URL('../../cdk.json', import.meta.url)), 'utf8'));
const trigger = { entry: 'triggers/own.ts' };
/** A template only names the folder of a trigger. */
const bundled = { ...code, triggers: Object.fromEntries(triggerKeys.map((key: TriggerKey) => [key, code.functions.user])) };

const all: [string, Settings][] = [
  ['at once', devWith({ ...surroundings, api: { keys: ['Next', 'Public'] }, triggers: { postConfirmation: trigger } })],
  [
    'in the other way, in a Region and an account',
    devWith({
      naming: { ...stages.dev.naming, region: 'eu-central-1', account: '123456789012' },
      retention: {},
      domain: { ...surroundings.domain, hostedZone: null },
      protection: { webAcl: { managedRules: 'COUNT' } },
      monitoring: { alarms: { topicArn: 'arn:aws:sns:eu-central-1:123456789012:oncall' }, dashboard: true },
      functions: { sourceMaps: true },
      federation: stages.social.federation,
      triggers: { inboundFederation: trigger },
    }),
  ],
];

const folder = mkdtempSync(join(tmpdir(), 'everything-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('everything as `cdk synth` makes it', { tags: ['exhaustive'] }, () => {
  beforeAll(() => {
    for (const [how, settings] of all) {
      // With the CDK's own validation, which fails the synth.
      const app = new App({ context, outdir: join(folder, how) });
      new AuthStack(app, settings.naming.stackName, { settings, code: bundled, now: new Date() });
      app.synth();
    }
  });

  test("passes the CDK's own validation without a finding or a warning", () => {
    expect(all.flatMap(([how]) => validationFindings(join(folder, how)))).toEqual([]);
  });

  test('passes cfn-lint', () => {
    const templates = all.map(([how, { naming }]) => join(folder, how, `${naming.stackName}.template.json`));
    expect(cfnLint(...templates)).toEqual(clean);
  });
});

describe.each(all)('everything %s', (_, settings) => {
  test('passes cdk-nag', () => {
    const { app, stack } = stackOf(settings, new Date(), bundled);
    const { violations } = new AwsSolutionsChecks(app).validateScope(stack);
    expect(violations.map(({ ruleName, violatingResources }) => ({ ruleName, violatingResources }))).toEqual([]);
  });

  test('has the tags of the stage on every resource that knows tags', () => {
    const { stack } = stackOf(settings, new Date(), bundled);
    const taggable = stack.node
      .findAll()
      .flatMap((each) =>
        CfnResource.isCfnResource(each) && (TagManager.isTaggable(each) || TagManager.isTaggableV2(each))
          ? [String(stack.resolve(each.logicalId))]
          : [],
      );
    const template = Assertions.fromStack(stack).toJSON() as Template; // JSON of CloudFormation's own shape
    const untagged = taggable.filter((id) => {
      const { Tags, UserPoolTags } = template.Resources[id]?.Properties ?? {};
      return !JSON.stringify([Tags, UserPoolTags]).includes('"dev"');
    });
    expect(taggable.length).toBeGreaterThan(25);
    expect(untagged.map((id) => template.Resources[id]?.Type)).toEqual(['AWS::CloudWatch::Dashboard']);
  });
});

/**
 * Resources that others refer to by name, or that were confirmed by mail; the other stable ids are in
 * auth-stack.test.ts. None is ever changed.
 */
const pinned = {
  'AWS::AppSync::ApiKey': ['AuthGraphqlApiNextApiKeyF6510516', 'AuthGraphqlApiPublicApiKeyE1A32C75'],
  'AWS::AppSync::DomainName': ['AuthSurroundingsDomainName7807CE56'],
  'AWS::AppSync::DomainNameApiAssociation': ['AuthSurroundingsDomainAssociationBAC9A547'],
  'AWS::Route53::RecordSet': ['AuthSurroundingsDomainIpv491C7B97D', 'AuthSurroundingsDomainIpv61A506F63'],
  'AWS::WAFv2::WebACL': ['AuthSurroundingsWebAclFF114540'],
  'AWS::SNS::Topic': ['AuthSurroundingsAlarmsTopic15550493'],
  'AWS::SNS::Subscription': ['AuthSurroundingsAlarmsTopicopsexamplecomB03C1039'],
};

test('the logical ids of the resources around the API are those of the first deployment', () => {
  const template = templateOf(devWith({ ...surroundings, api: { keys: ['Next', 'Public'] } }));
  const ids = (type: string) => resources(template, type).map(([id]) => id);
  expect(Object.fromEntries(Object.keys(pinned).map((type) => [type, ids(type).toSorted()]))).toEqual(pinned);
});

describe('where the stack is', () => {
  const stackWith = (naming: Partial<SettingsInput['naming']>) =>
    stackOf(devWith({ naming: { ...stages.dev.naming, ...naming } })).stack;

  test('is left to the credentials, or a Region, or a Region of one account', () => {
    expect(stackWith({}).environment).toBe('aws://unknown-account/unknown-region');
    expect(stackWith({ region: 'eu-central-1' }).environment).toBe('aws://unknown-account/eu-central-1');
    expect(stackWith({ region: 'eu-central-1', account: '123456789012' }).environment).toBe('aws://123456789012/eu-central-1');
  });
});

/** The properties that give a resource its name, of every type that we use and that may have one. */
const namesOf: Readonly<Record<string, string>> = {
  'AWS::AppSync::GraphQLApi': 'Name',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::CloudWatch::Dashboard': 'DashboardName',
  'AWS::Cognito::UserPool': 'UserPoolName',
  'AWS::Cognito::UserPoolClient': 'ClientName',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::KMS::Alias': 'AliasName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::WAFv2::WebACL': 'Name',
};

/** Types that have no name of their own, or one within a resource that has. */
const nameless = [
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolSessionConfigurationAttachment',
  'AWS::AppSync::ApiKey',
  'AWS::AppSync::DataSource',
  'AWS::AppSync::GraphQLSchema',
  'AWS::AppSync::Resolver',
  'AWS::IAM::Policy',
  'AWS::KMS::Key',
  'AWS::Lambda::Permission',
  'AWS::Logs::MetricFilter',
  'AWS::SNS::Subscription',
  'AWS::SNS::TopicPolicy',
  'AWS::WAFv2::WebACLAssociation',
];

describe('several stages in one account', () => {
  const around = { protection: surroundings.protection, monitoring: surroundings.monitoring };
  const { prod } = stages;
  let templates: Record<string, Template>;
  beforeAll(() => {
    templates = {
      dev: templateOf(devWith(around)),
      prod: templateOf(parseSettings({ ...prod, ...around })),
      copy: templateOf(parseSettings({ ...prod, ...around, naming: { ...prod.naming, stackName: 'Copy' } })),
    };
  });

  /** Names that are written out. A name that refers to another resource is as unique as that resource. */
  const fixedNames = (template: Template): string[] =>
    Object.entries(namesOf).flatMap(([type, property]) =>
      resources(template, type).flatMap(([, { Properties }]) => {
        const name = Properties[property];
        return name === undefined || /"(Ref|Fn::GetAtt)":/.test(JSON.stringify(name)) ? [] : [`${type} ${JSON.stringify(name)}`];
      }),
    );
  /** Several log groups of a stage may count into one metric. */
  const metrics = (template: Template): string[] => [...new Set(countedIn(template))];
  const countedIn = (template: Template): string[] => [
    ...resources(template, 'AWS::Logs::MetricFilter').map(
      ([, { Properties }]) =>
        `${Properties['MetricTransformations'][0].MetricNamespace}/${Properties['MetricTransformations'][0].MetricName}`,
    ),
    ...resources(template, 'AWS::WAFv2::WebACL').map(
      ([, { Properties }]) => `WAFV2/${Properties['VisibilityConfig'].MetricName}`,
    ),
  ];

  test('every type of resource is told here to have a name or none', () => {
    const types = new Set(
      Object.values(templates).flatMap((template) => Object.values(template.Resources).map(({ Type }) => Type)),
    );
    for (const type of types) expect([...Object.keys(namesOf), ...nameless]).toContain(type);
  });

  test.each([
    ['names', fixedNames],
    ['metrics', metrics],
  ])('have no %s in common', (_, read) => {
    const each = Object.values(templates).flatMap(read);
    expect(each.length).toBeGreaterThanOrEqual(3);
    expect(each.toSorted()).toEqual([...new Set(each)].toSorted());
  });
});
