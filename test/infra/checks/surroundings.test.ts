import { describe, expect, test } from 'vitest';
import type { CheckName } from '../../../infra/checks/template-checks.ts';
import { type Resource, resources, type Template } from '../../../infra/template/template.ts';
import { devWith, surroundings } from '../../support/infra/everything.ts';
import { checkNames, problemsOf, surroundingsCheckNames } from '../../support/infra/findings.ts';
import { templateOf } from '../../support/infra/stack.ts';

/** The dev stage with everything that can be around the API. */
const whole = templateOf(devWith({ ...surroundings, api: { keys: ['Next', 'Public'] } }));

describe('dev with everything around it', () => {
  test.each(checkNames)('%s', (check) => expect(problemsOf(check, whole)).toEqual([]));
});

type Properties = Resource['Properties'];
type Change = (template: Template) => void;
/** Changes the first resource of a type. */
const of = (type: string, change: (properties: Properties, resource: Resource) => void): Change => {
  return (template) => {
    const [found] = resources(template, type);
    if (found === undefined) throw new Error(`No ${type}.`);
    change(found[1].Properties, found[1]);
  };
};
const webAcl = 'AWS::WAFv2::WebACL';
const alarm = 'AWS::CloudWatch::Alarm';
const domainName = 'AWS::AppSync::DomainName';
const userPool = 'AWS::Cognito::UserPool';
const statement = (acl: Properties, rule: number) => acl['Rules'][rule].Statement.RateBasedStatement;
const set = (object: Properties, key: string, value: unknown): void => void Object.assign(object, { [key]: value });

/** For each check, templates that must fail it. */
const broken: [CheckName, string, Change][] = [
  ['vocabulary', 'AggregateKeyType cannot be ADDRESS', of(webAcl, (p) => set(statement(p, 0), 'AggregateKeyType', 'ADDRESS'))],
  ['vocabulary', 'TreatMissingData cannot be good', of(alarm, (p) => set(p, 'TreatMissingData', 'good'))],
  ['apiKey', 'may be created before the schema', of('AWS::AppSync::ApiKey', (_, key) => delete key.DependsOn)],
  ['domain', 'is not in us-east-1', of(domainName, (p) => set(p, 'CertificateArn', 'arn:aws:acm:eu-central-1:1:certificate/x'))],
  ['domain', 'not in lower case', of(domainName, (p) => set(p, 'DomainName', 'Auth.example.com'))],
  ['domain', 'before the domain', of('AWS::AppSync::DomainNameApiAssociation', (p) => set(p, 'DomainName', 'auth.example.com'))],
  ['domain', 'Its name does not end with a dot', of('AWS::Route53::RecordSet', (p) => set(p, 'Name', 'auth'))],
  ['domain', 'without the hosted zone', of('AWS::Route53::RecordSet', (p) => delete p['AliasTarget'].HostedZoneId)],
  ['webAcl', 'scope does not fit', of(webAcl, (p) => set(p, 'Scope', 'CLOUDFRONT'))],
  ['webAcl', 'has a fixed name', of(webAcl, (p) => set(p, 'Name', 'acl'))],
  [
    'webAcl',
    'more capacity',
    of(webAcl, (p) => {
      const { Statements } = statement(p, 0).ScopeDownStatement.OrStatement;
      while (Statements.length < 100) Statements.push(Statements[0]);
    }),
  ],
  ['webAcl', 'have the same priority', of(webAcl, (p) => set(p['Rules'][1], 'Priority', 0))],
  ['webAcl', 'both an action and an override', of(webAcl, (p) => delete p['Rules'][2].OverrideAction)],
  ['webAcl', 'a text that does not exist', of(webAcl, (p) => delete p['CustomResponseBodies'])],
  [
    'webAcl',
    'more than 200 characters',
    of(webAcl, (p) =>
      set(statement(p, 0).ScopeDownStatement.OrStatement.Statements[0].RegexMatchStatement, 'RegexString', 'x'.repeat(201)),
    ),
  ],
  [
    'webAcl',
    'A rule about the body blocks',
    of(webAcl, (p) => p['Rules'].at(-1).Statement.ManagedRuleGroupStatement.RuleActionOverrides.pop()),
  ],
  ['webAcl', 'before the API is ready', of('AWS::WAFv2::WebACLAssociation', (_, association) => delete association.DependsOn)],
  [
    'webAcl',
    'not name the API by its ARN',
    of('AWS::WAFv2::WebACLAssociation', (p) => set(p, 'ResourceArn', 'arn:aws:appsync:x')),
  ],
  ['alarms', 'notifies nobody', of(alarm, (p) => delete p['AlarmActions'])],
  ['alarms', 'does not report when it is over', of(alarm, (p) => delete p['OKActions'])],
  ['alarms', 'what missing data means', of(alarm, (p) => delete p['TreatMissingData'])],
  ['alarms', 'has a fixed name', of(alarm, (p) => set(p, 'AlarmName', 'errors'))],
  ['alarms', 'compares none or several', of(alarm, (p) => set(p['Metrics'][0], 'ReturnData', false))],
  [
    'alarms',
    'a figure that no metric filter counts',
    of('AWS::Logs::MetricFilter', (p) => set(p['MetricTransformations'][0], 'MetricName', 'X')),
  ],
  [
    'alarms',
    'default and dimensions',
    of('AWS::Logs::MetricFilter', (p) => set(p['MetricTransformations'][0], 'Dimensions', [])),
  ],
  ['alarms', 'CloudWatch may not publish to its topic', of('AWS::SNS::Topic', (p) => set(p, 'KmsMasterKeyId', 'alias/aws/sns'))],
  ['alarms', 'CloudWatch may not publish to its topic', of('AWS::KMS::Key', (p) => p['KeyPolicy'].Statement.pop())],
  ['alarms', 'CloudWatch may not publish to its topic', of('AWS::SNS::TopicPolicy', (p) => p['PolicyDocument'].Statement.pop())],
  ['leftovers', 'stays', of('AWS::KMS::Key', (_, key) => Object.assign(key, { DeletionPolicy: 'Retain' }))],
  ['leftovers', 'stays', of('AWS::Logs::LogGroup', (_, log) => Object.assign(log, { UpdateReplacePolicy: 'Retain' }))],
  ['leftovers', 'refuses to be deleted', of(userPool, (p) => set(p, 'DeletionProtection', 'ACTIVE'))],
];

describe('each check finds its mistake', () => {
  test.each(broken)('%s: %s', (check, problem, change) => {
    const template = structuredClone(whole);
    change(template);
    expect(problemsOf(check, template).join('\n')).toContain(problem);
  });

  test('every case was tried', () => {
    expect(broken.map(([check]) => check)).toEqual(expect.arrayContaining([...surroundingsCheckNames]));
  });
});
