import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../infra/checks/template-checks.ts';
import { stages } from '../../../infra/config.ts';
import { only, resources, type Template } from '../../../infra/template/template.ts';
import {
  checkNames,
  federationCheckNames,
  problemsOf,
  surroundingsCheckNames,
  userPoolCheckNames,
} from '../../support/infra/findings.ts';
import { stageTemplate } from '../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });

describe.each([...Object.keys(stages).map((stage) => ({ stage })), { stage: 'dev', local: true }])(
  '$stage, local: $local',
  (selection) => {
    const template = stageTemplate(selection);
    test.each(checkNames)('%s', (check) => expect(problemsOf(check, template)).toEqual([]));
  },
);

type Change = (template: Template) => void;
const pool = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(only(template, 'AWS::Cognito::UserPool').Properties);
};
const client = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(only(template, 'AWS::Cognito::UserPoolClient').Properties);
};
const table = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(first(template, 'AWS::DynamoDB::Table').Properties);
};
const first = (template: Template, type: string) => {
  const [found] = resources(template, type);
  if (found === undefined) throw new Error(`No ${type}.`);
  return found[1];
};

const api = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(only(template, 'AWS::AppSync::GraphQLApi').Properties);
};

/** For each check, templates that must fail it. */
const broken: [CheckName, string, Change][] = [
  [
    'authorization',
    'denies by default although there are other modes',
    api((properties) => {
      const [pool, key] = properties['AdditionalAuthenticationProviders'];
      const UserPoolConfig = { ...pool.UserPoolConfig, DefaultAction: 'DENY' };
      Object.assign(properties, { ...pool, UserPoolConfig, AdditionalAuthenticationProviders: [key] });
    }),
  ],
  [
    'authorization',
    'An additional mode has a default action',
    api(({ AdditionalAuthenticationProviders: [pool] }) => Object.assign(pool.UserPoolConfig, { DefaultAction: 'ALLOW' })),
  ],
  [
    'authorization',
    'A mode is listed twice',
    api(({ AdditionalAuthenticationProviders: modes }) => modes.push({ AuthenticationType: 'AWS_IAM' })),
  ],
  [
    'authorization',
    'Whatever names no mode is open',
    api((properties) => {
      const [pool, key] = properties['AdditionalAuthenticationProviders'];
      Object.assign(properties, { ...pool, AdditionalAuthenticationProviders: [key] });
    }),
  ],
  ['authorization', 'A role may call it', grant('appsync:GraphQL', 'arn:aws:appsync:eu-central-1:123456789012:apis/x/*')],
  ['links', 'has no domain for it', byLink()],
  ['links', 'no text contains one', byLink('acme-test')],
  ['links', 'that no link leads to', (template) => domain(template, 'acme-test')],
  ['resolvers', 'code without a runtime', (template) => delete first(template, 'AWS::AppSync::Resolver').Properties['Runtime']],
  [
    'resolvers',
    'Its data source does not exist',
    (template) => Object.assign(first(template, 'AWS::AppSync::Resolver').Properties, { DataSourceName: 'x' }),
  ],
  ['resolvers', 'may be created before the schema', (template) => delete first(template, 'AWS::AppSync::Resolver').DependsOn],
  [
    'resolvers',
    'not a valid name of a data source',
    (template) => Object.assign(first(template, 'AWS::AppSync::DataSource').Properties, { Name: 'a.b' }),
  ],
  [
    'resolvers',
    'two resolvers',
    (template) => Object.assign(template.Resources, { Twin: first(template, 'AWS::AppSync::Resolver') }),
  ],
  ['apiKey', 'expires in', (template) => delete first(template, 'AWS::AppSync::ApiKey').Properties['Expires']],
  [
    'functions',
    'does not run on Node 24',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { Runtime: 'nodejs22.x' }),
  ],
  [
    'functions',
    'has a fixed name',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { FunctionName: 'f' }),
  ],
  [
    'functions',
    'longer than AppSync waits',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { Timeout: 60 }),
  ],
  ['tables', 'has a fixed name', table((t) => Object.assign(t, { TableName: 'counts' }))],
  [
    'tables',
    'attributes that are not part of its key',
    table((t) => t['AttributeDefinitions'].push({ AttributeName: 'n', AttributeType: 'N' })),
  ],
  ['tables', 'Its throughput is provisioned', table((t) => delete t['BillingMode'])],
  ['tables', 'items never expire', table((t) => delete t['TimeToLiveSpecification'])],
  ['tables', 'is part of its key', table((t) => Object.assign(t['TimeToLiveSpecification'], { AttributeName: 'item' }))],
  ['tables', 'protected against deletion but deleted', table((t) => Object.assign(t, { DeletionProtectionEnabled: true }))],
  [
    'tables',
    'Its two policies differ',
    (template) => Object.assign(first(template, 'AWS::DynamoDB::Table'), { UpdateReplacePolicy: 'Retain' }),
  ],
  ['rights', 'DynamoDB beyond the tables', grant('dynamodb:UpdateItem', 'arn:aws:dynamodb:eu-central-1:123456789012:table/*')],
  ['rights', 'DynamoDB beyond the tables', grant('dynamodb:UpdateItem', { 'Fn::GetAtt': ['AuthUsersPoolE71B1D56', 'Arn'] })],
  ['vocabulary', 'BillingMode cannot be FREE', table((t) => Object.assign(t, { BillingMode: 'FREE' }))],
  ['rights', 'allows an action by a wildcard', grant('cognito-idp:*', { 'Fn::GetAtt': ['AuthUsersPoolE71B1D56', 'Arn'] })],
  ['rights', 'any resource', grant('secretsmanager:GetSecretValue', '*')],
  [
    'rights',
    'Cognito beyond the pool',
    grant('cognito-idp:ListUsers', 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/*'),
  ],
  ['outputs', 'is exported', (template) => Object.assign(template.Outputs, { X: { Value: 'x', Export: { Name: 'x' } } })],
  [
    'outputs',
    'reveals a secret',
    (template) => Object.assign(template.Outputs, { X: { Value: { 'Fn::GetAtt': ['C', 'ClientSecret'] } } }),
  ],
  ['vocabulary', 'MfaConfiguration cannot be SOMETIMES', pool((p) => Object.assign(p, { MfaConfiguration: 'SOMETIMES' }))],
  ['vocabulary', 'ExplicitAuthFlows cannot be ALLOW_FOO', client((c) => c['ExplicitAuthFlows'].push('ALLOW_FOO'))],
];

function byLink(prefix?: string): Change {
  return (template) => {
    const { Properties } = only(template, 'AWS::Cognito::UserPool');
    Properties['VerificationMessageTemplate'] = { DefaultEmailOption: 'CONFIRM_WITH_LINK', EmailMessageByLink: 'No link' };
    if (prefix !== undefined) domain(template, prefix);
  };
}

function domain(template: Template, Domain: string): void {
  Object.assign(template.Resources, { Links: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain } } });
}

function grant(action: string, resource: unknown): Change {
  return (template) =>
    first(template, 'AWS::IAM::Policy').Properties['PolicyDocument'].Statement.push({
      Effect: 'Allow',
      Action: action,
      Resource: resource,
    });
}

describe('each check finds its mistake', () => {
  test.each(broken)('%s: %s', (check, problem, change) => {
    const template = structuredClone(dev);
    change(template);
    expect(problemsOf(check, template).join('\n')).toContain(problem);
  });

  test('every case was tried', () => {
    const elsewhere = [...userPoolCheckNames, ...federationCheckNames, ...surroundingsCheckNames];
    expect(new Set(broken.map(([check]) => check))).toEqual(new Set(checkNames.filter((name) => !elsewhere.includes(name))));
  });
});
