import { describe, expect, test } from 'vitest';
import { stages } from '../../infra/config.ts';
import { deployRules } from './deploy-rules.ts';
import { devWith, surroundings } from './everything.ts';
import { stageTemplate, templateOf } from './stack.ts';
import { only, type Resource, resources, type Template } from './template.ts';

/** The dev stage, and around it all that there may be. */
const dev = templateOf(devWith({ ...surroundings, api: { keys: ['Next', 'Public'] } }));
const rules = Object.entries(deployRules);

describe.each([...Object.keys(stages).map((stage) => ({ stage })), { stage: 'dev', local: true }])(
  '$stage, local: $local',
  (selection) => {
    const template = stageTemplate(selection);
    test.each(rules)('%s', (_, rule) => expect(rule(template)).toEqual([]));
  },
);

describe('dev with everything around it', () => {
  test.each(rules)('%s', (_, rule) => expect(rule(dev)).toEqual([]));
});

type Change = (template: Template) => void;
/** Changes the properties of the first resource of a type. */
const of = (type: string, change: (properties: Properties, resource: Resource) => void): Change => {
  return (template) => {
    const resource = first(template, type);
    change(resource.Properties, resource);
  };
};
type Properties = Resource['Properties'];
const pool = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(only(template, 'AWS::Cognito::UserPool').Properties);
};
const client = (change: (properties: ReturnType<typeof only>['Properties']) => void): Change => {
  return (template) => change(only(template, 'AWS::Cognito::UserPoolClient').Properties);
};
const first = (template: Template, type: string) => {
  const [found] = resources(template, type);
  if (found === undefined) throw new Error(`No ${type}.`);
  return found[1];
};

const webAcl = 'AWS::WAFv2::WebACL';
const alarm = 'AWS::CloudWatch::Alarm';
const domainName = 'AWS::AppSync::DomainName';
const statement = (acl: Properties, rule: number) => acl['Rules'][rule].Statement.RateBasedStatement;
const set = (object: Properties, key: string, value: unknown): void => void Object.assign(object, { [key]: value });

/** Each rule must see a template that breaks it. */
const broken: [keyof typeof deployRules, string, Change][] = [
  ['mfa', 'MFA is off, yet has factors', pool((p) => Object.assign(p, { MfaConfiguration: 'OFF' }))],
  ['mfa', 'MFA is on, without factors', pool((p) => Object.assign(p, { EnabledMfas: [] }))],
  ['mfa', 'e-mail is the only second factor', pool((p) => Object.assign(p, { EnabledMfas: ['EMAIL_OTP'] }))],
  ['mfa', 'e-mail MFA without SES', pool((p) => p['EnabledMfas'].push('EMAIL_OTP'))],
  ['mfa', 'MFA is required, and a code is a first factor', pool((p) => Object.assign(p, { MfaConfiguration: 'ON' }))],
  ['mfa', 'a passkey has no relying party', pool((p) => p['Policies'].SignInPolicy.AllowedFirstAuthFactors.push('WEB_AUTHN'))],
  ['mfa', 'an SMS factor without an SMS role', pool((p) => p['EnabledMfas'].push('SMS_MFA'))],
  ['addresses', 'keeps an address that nobody verifies', pool((p) => Object.assign(p, { AutoVerifiedAttributes: [] }))],
  ['plan', 'names no plan', pool((p) => delete p['UserPoolTier'])],
  ['plan', 'threat protection below Plus', pool((p) => Object.assign(p, { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }))],
  ['exclusive', 'both kinds of alias', pool((p) => Object.assign(p, { UsernameAttributes: ['email'] }))],
  ['exclusive', 'says nothing about case', pool((p) => delete p['UsernameConfiguration'])],
  ['exclusive', 'a verified flag in the schema', pool((p) => Object.assign(p, { Schema: [{ Name: 'email_verified' }] }))],
  ['removal', 'protected, yet to be deleted', pool((p) => Object.assign(p, { DeletionProtection: 'ACTIVE' }))],
  ['client', 'lists no flows', client((c) => delete c['ExplicitAuthFlows'])],
  [
    'client',
    'rotates refresh tokens and allows the old flow',
    client((c) => Object.assign(c, { RefreshTokenRotation: { Feature: 'ENABLED' } })),
  ],
  ['client', 'writes a verified flag', client((c) => c['WriteAttributes'].push('email_verified'))],
  ['client', 'writes or reads an unknown attribute', client((c) => c['WriteAttributes'].push('shoe_size'))],
  ['client', 'lists no attributes', client((c) => delete c['WriteAttributes'])],
  ['client', 'tells who exists', client((c) => delete c['PreventUserExistenceErrors'])],
  ['client', 'has OAuth on', client((c) => Object.assign(c, { AllowedOAuthFlows: ['implicit'] }))],
  ['client', 'a token outlives its limit', client((c) => Object.assign(c, { AccessTokenValidity: 1441 }))],
  [
    'client',
    'cannot write a required attribute',
    pool((p) => Object.assign(p, { Schema: [{ Name: 'birthdate', Required: true, Mutable: true }] })),
  ],
  ['triggers', 'custom sign-in without its triggers', client((c) => c['ExplicitAuthFlows'].push('ALLOW_CUSTOM_AUTH'))],
  [
    'triggers',
    'a trigger that Cognito may not call',
    pool((p) => Object.assign(p, { LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Nobody', 'Arn'] } } })),
  ],
  ['resolvers', 'code without runtime', (template) => delete first(template, 'AWS::AppSync::Resolver').Properties['Runtime']],
  [
    'resolvers',
    'its data source does not exist',
    (template) => Object.assign(first(template, 'AWS::AppSync::Resolver').Properties, { DataSourceName: 'x' }),
  ],
  ['resolvers', 'may be made before the schema', (template) => delete first(template, 'AWS::AppSync::Resolver').DependsOn],
  [
    'resolvers',
    'its name is no name',
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
    'not Node 24',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { Runtime: 'nodejs22.x' }),
  ],
  [
    'functions',
    'has a fixed name',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { FunctionName: 'f' }),
  ],
  [
    'functions',
    'outlasts AppSync',
    (template) => Object.assign(first(template, 'AWS::Lambda::Function').Properties, { Timeout: 60 }),
  ],
  ['rights', 'names an action by a wildcard', grant('cognito-idp:*', { 'Fn::GetAtt': ['AuthUsersPoolE71B1D56', 'Arn'] })],
  ['rights', 'any resource', grant('secretsmanager:GetSecretValue', '*')],
  [
    'rights',
    'Cognito beyond this pool',
    grant('cognito-idp:ListUsers', 'arn:aws:cognito-idp:eu-central-1:123456789012:userpool/*'),
  ],
  ['outputs', 'is exported', (template) => Object.assign(template.Outputs, { X: { Value: 'x', Export: { Name: 'x' } } })],
  [
    'outputs',
    'shows a secret',
    (template) => Object.assign(template.Outputs, { X: { Value: { 'Fn::GetAtt': ['C', 'ClientSecret'] } } }),
  ],
  ['vocabulary', 'MfaConfiguration is never SOMETIMES', pool((p) => Object.assign(p, { MfaConfiguration: 'SOMETIMES' }))],
  ['vocabulary', 'ExplicitAuthFlows is never ALLOW_FOO', client((c) => c['ExplicitAuthFlows'].push('ALLOW_FOO'))],
  ['vocabulary', 'AggregateKeyType is never ADDRESS', of(webAcl, (p) => set(statement(p, 0), 'AggregateKeyType', 'ADDRESS'))],
  ['vocabulary', 'TreatMissingData is never good', of(alarm, (p) => set(p, 'TreatMissingData', 'good'))],
  ['apiKey', 'may be made before the schema', of('AWS::AppSync::ApiKey', (_, key) => delete key.DependsOn)],
  ['domain', 'is not in us-east-1', of(domainName, (p) => set(p, 'CertificateArn', 'arn:aws:acm:eu-central-1:1:certificate/x'))],
  ['domain', 'not in lower case', of(domainName, (p) => set(p, 'DomainName', 'Auth.example.com'))],
  ['domain', 'before the domain', of('AWS::AppSync::DomainNameApiAssociation', (p) => set(p, 'DomainName', 'auth.example.com'))],
  ['domain', 'its name is not whole', of('AWS::Route53::RecordSet', (p) => set(p, 'Name', 'auth'))],
  ['domain', 'without the zone', of('AWS::Route53::RecordSet', (p) => delete p['AliasTarget'].HostedZoneId)],
  ['webAcl', 'not for an API', of(webAcl, (p) => set(p, 'Scope', 'CLOUDFRONT'))],
  ['webAcl', 'has a fixed name', of(webAcl, (p) => set(p, 'Name', 'acl'))],
  [
    'webAcl',
    'more capacity',
    of(webAcl, (p) => {
      const { Statements } = statement(p, 0).ScopeDownStatement.OrStatement;
      while (Statements.length < 100) Statements.push(Statements[0]);
    }),
  ],
  ['webAcl', 'two rules of one priority', of(webAcl, (p) => set(p['Rules'][1], 'Priority', 0))],
  ['webAcl', 'both actions or none', of(webAcl, (p) => delete p['Rules'][2].OverrideAction)],
  ['webAcl', 'a text that it lacks', of(webAcl, (p) => delete p['CustomResponseBodies'])],
  [
    'webAcl',
    'more than 200 characters',
    of(webAcl, (p) =>
      set(statement(p, 0).ScopeDownStatement.OrStatement.Statements[0].RegexMatchStatement, 'RegexString', 'x'.repeat(201)),
    ),
  ],
  [
    'webAcl',
    'a rule on the body blocks',
    of(webAcl, (p) => p['Rules'].at(-1).Statement.ManagedRuleGroupStatement.RuleActionOverrides.pop()),
  ],
  ['webAcl', 'before the API stands', of('AWS::WAFv2::WebACLAssociation', (_, association) => delete association.DependsOn)],
  ['webAcl', 'in another way', of('AWS::WAFv2::WebACLAssociation', (p) => set(p, 'ResourceArn', 'arn:aws:appsync:x'))],
  ['alarms', 'tells nobody', of(alarm, (p) => delete p['AlarmActions'])],
  ['alarms', 'what no data means', of(alarm, (p) => delete p['TreatMissingData'])],
  ['alarms', 'has a fixed name', of(alarm, (p) => set(p, 'AlarmName', 'errors'))],
  ['alarms', 'not one of its figures', of(alarm, (p) => set(p['Metrics'][0], 'ReturnData', false))],
  [
    'alarms',
    'a figure that nobody counts',
    of('AWS::Logs::MetricFilter', (p) => set(p['MetricTransformations'][0], 'MetricName', 'X')),
  ],
  [
    'alarms',
    'default and dimensions',
    of('AWS::Logs::MetricFilter', (p) => set(p['MetricTransformations'][0], 'Dimensions', [])),
  ],
  ['alarms', 'may not be told', of('AWS::SNS::Topic', (p) => set(p, 'KmsMasterKeyId', 'alias/aws/sns'))],
  ['alarms', 'may not be told', of('AWS::KMS::Key', (p) => p['KeyPolicy'].Statement.pop())],
  ['alarms', 'may not be told', of('AWS::SNS::TopicPolicy', (p) => p['PolicyDocument'].Statement.pop())],
  ['leftovers', 'stays', of('AWS::KMS::Key', (_, key) => Object.assign(key, { DeletionPolicy: 'Retain' }))],
  ['leftovers', 'stays', of('AWS::Logs::LogGroup', (_, log) => Object.assign(log, { UpdateReplacePolicy: 'Retain' }))],
  ['leftovers', 'refuses to go', pool((p) => Object.assign(p, { DeletionProtection: 'ACTIVE' }))],
];

function grant(action: string, resource: unknown): Change {
  return (template) =>
    first(template, 'AWS::IAM::Policy').Properties['PolicyDocument'].Statement.push({
      Effect: 'Allow',
      Action: action,
      Resource: resource,
    });
}

describe('the rules see what they are for', () => {
  test.each(broken)('%s: %s', (rule, problem, change) => {
    const template = structuredClone(dev);
    change(template);
    expect(deployRules[rule](template).join('\n')).toContain(problem);
  });

  test('none is left untried', () => {
    expect(new Set(broken.map(([rule]) => rule))).toEqual(new Set(Object.keys(deployRules)));
  });
});
