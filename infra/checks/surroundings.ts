import { resources, type Template } from '../template/template.ts';
import { problems } from './finding.ts';
import { capacity } from './waf-capacity.ts';

/** What a green synth hides of what stands around the API: its host name, the web ACL, the alarms, and what a deleted stack leaves. */
export const surroundingsRules = {
  /**
   * `Resource of type 'AWS::AppSync::DomainNameApiAssociation' with identifier 'null' was not found.`; CloudFront takes certificates of one Region.
   * @see docs/aws-behaviour/appsync.md#appsync.domain.certificate
   */
  domain: (template: Template) => [
    ...resources(template, 'AWS::AppSync::DomainName').flatMap(([id, { Properties }]) =>
      problems({
        [`${id}: its certificate is not in us-east-1`]: !/^arn:aws[a-z-]*:acm:us-east-1:/.test(Properties['CertificateArn']),
        [`${id}: not in lower case`]: Properties['DomainName'] !== String(Properties['DomainName']).toLowerCase(),
      }),
    ),
    ...resources(template, 'AWS::AppSync::DomainNameApiAssociation').flatMap(([id, { Properties, DependsOn = [] }]) => {
      const names = resources(template, 'AWS::AppSync::DomainName').map(([name]) => name);
      const refersTo = JSON.stringify([Properties['DomainName'], DependsOn]);
      return problems({ [`${id}: may be made before the domain`]: !names.some((name) => refersTo.includes(`"${name}"`)) });
    }),
    ...resources(template, 'AWS::Route53::RecordSet').flatMap(([id, { Properties }]) =>
      problems({
        [`${id}: its name is not whole, so that the zone's would be added`]: !String(Properties['Name']).endsWith('.'),
        [`${id}: an alias without the zone of its target`]:
          'AliasTarget' in Properties && !Properties['AliasTarget'].HostedZoneId,
      }),
    ),
  ],

  /**
   * `AWS WAF couldn't retrieve the resource that you requested.`; what it counts as an invalid rule; a password that looks like an attack.
   * @see docs/aws-behaviour/waf.md#waf.association
   */
  webAcl: (template: Template) => [
    ...resources(template, 'AWS::WAFv2::WebACL').flatMap(([id, { Properties }]) => {
      const rules: Json[] = Properties['Rules'];
      const several = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
      const bodies = Object.keys(Properties['CustomResponseBodies'] ?? {});
      return problems({
        [`${id}: not for an API of AppSync`]: Properties['Scope'] !== 'REGIONAL',
        [`${id}: has a fixed name`]: 'Name' in Properties,
        [`${id}: needs more capacity than is in its price`]: !(
          rules.reduce((sum, { Statement }) => sum + capacity(Statement), 0) <= 1500
        ),
        [`${id}: two rules of one priority, name or metric`]:
          several(rules.map(({ Priority }) => Priority)) ||
          several(rules.map(({ Name }) => Name)) ||
          several(rules.map(({ VisibilityConfig }) => VisibilityConfig.MetricName)),
        [`${id}: a rule has both actions or none`]: rules.some((rule) => 'Action' in rule === 'OverrideAction' in rule),
        [`${id}: answers with a text that it lacks`]: found(rules, 'CustomResponseBodyKey').some(
          (key) => !bodies.includes(String(key)),
        ),
        [`${id}: an expression of more than 200 characters`]: found(rules, 'RegexString').some(
          (text) => String(text).length > 200,
        ),
        [`${id}: a rule on the body blocks`]: rules.some(blocksByBody),
      });
    }),
    ...resources(template, 'AWS::WAFv2::WebACLAssociation').flatMap(([id, { Properties, DependsOn = [] }]) =>
      problems({
        [`${id}: may be made before the API stands`]: !resources(template, 'AWS::AppSync::GraphQLSchema').every(([schema]) =>
          DependsOn.includes(schema),
        ),
        [`${id}: names the API in another way than by its ARN`]: Properties['ResourceArn']?.['Fn::GetAtt']?.[1] !== 'Arn',
      }),
    ),
  ],

  /**
   * `CloudWatch Alarms is not authorized to access the SNS topic encryption key.`, told in the history of the alarm alone.
   * @see docs/aws-behaviour/messages.md#messages.alarm-topic
   */
  alarms: (template: Template) => {
    const written = resources(template, 'AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
      Properties['MetricTransformations'].map((each: Json) => `${each.MetricNamespace}/${each.MetricName}`),
    );
    return [
      ...resources(template, 'AWS::CloudWatch::Alarm').flatMap(([id, { Properties }]) => {
        const metrics: Json[] = Properties['Metrics'] ?? [Properties];
        const read = [...found(metrics, 'Metric'), ...(Properties['Metrics'] ? [] : [Properties])] as Json[];
        return problems({
          [`${id}: tells nobody`]: (Properties['AlarmActions'] ?? []).length === 0,
          [`${id}: never says that it is over`]: (Properties['OKActions'] ?? []).length === 0,
          [`${id}: does not say what no data means`]: !('TreatMissingData' in Properties),
          [`${id}: has a fixed name`]: 'AlarmName' in Properties,
          [`${id}: not one of its figures is the one`]:
            'Metrics' in Properties && metrics.filter(({ ReturnData = true }) => ReturnData).length !== 1,
          [`${id}: a figure that nobody counts`]: read.some(
            ({ Namespace, MetricName }) =>
              !String(Namespace).startsWith('AWS/') && !written.includes(`${Namespace}/${MetricName}`),
          ),
          [`${id}: a topic that may not be told`]: (Properties['AlarmActions'] ?? []).some(
            (action: Json) => action.Ref in template.Resources && !mayPublish(template, action.Ref),
          ),
        });
      }),
      ...resources(template, 'AWS::Logs::MetricFilter').flatMap(([id, { Properties }]) =>
        problems({
          [`${id}: a default and dimensions exclude each other`]: Properties['MetricTransformations'].some(
            (each: Json) => 'DefaultValue' in each && 'Dimensions' in each,
          ),
        }),
      ),
    ];
  },

  /** A stage that does not keep its data leaves nothing behind, and nothing refuses to go. */
  leftovers: (template: Template) => {
    const pools = resources(template, 'AWS::Cognito::UserPool');
    if (!pools.every(([, { DeletionPolicy }]) => DeletionPolicy === 'Delete')) return [];
    return Object.entries(template.Resources).flatMap(
      ([id, { Properties = {}, DeletionPolicy = 'Delete', UpdateReplacePolicy = 'Delete' }]) =>
        problems({
          [`${id}: stays`]: DeletionPolicy !== 'Delete' || UpdateReplacePolicy !== 'Delete',
          [`${id}: refuses to go`]:
            Properties['DeletionProtection'] === 'ACTIVE' || Properties['DeletionProtectionEnabled'] === true,
        }),
    );
  },
} satisfies Record<string, (template: Template) => string[]>;

/** By the service models: wafv2 2019-07-29, cloudwatch 2010-08-01, sns 2010-03-31, route53 2013-04-01. */
export const surroundingsVocabulary: Record<string, Record<string, readonly string[]>> = {
  'AWS::WAFv2::WebACL': {
    Scope: ['CLOUDFRONT', 'REGIONAL'],
    AggregateKeyType: ['IP', 'FORWARDED_IP', 'CUSTOM_KEYS', 'CONSTANT'],
    MatchScope: ['ALL', 'KEY', 'VALUE'],
    InvalidFallbackBehavior: ['MATCH', 'NO_MATCH', 'EVALUATE_AS_STRING'],
    OversizeHandling: ['CONTINUE', 'MATCH', 'NO_MATCH'],
    ContentType: ['TEXT_PLAIN', 'TEXT_HTML', 'APPLICATION_JSON'],
    Type: [
      'NONE',
      'COMPRESS_WHITE_SPACE',
      'HTML_ENTITY_DECODE',
      'LOWERCASE',
      'CMD_LINE',
      'URL_DECODE',
      'JS_DECODE',
      'ESCAPE_SEQ_DECODE',
      'UTF8_TO_UNICODE',
    ],
  },
  'AWS::CloudWatch::Alarm': {
    ComparisonOperator: [
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
    ],
    TreatMissingData: ['breaching', 'notBreaching', 'ignore', 'missing'],
    Stat: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum', 'p50', 'p95', 'p99'],
  },
  'AWS::SNS::Subscription': {
    Protocol: ['email', 'email-json', 'sms', 'sqs', 'http', 'https', 'lambda', 'application', 'firehose'],
  },
  'AWS::Route53::RecordSet': { Type: ['A', 'AAAA', 'CNAME'] },
};

/** JSON of CloudFormation's own shape. */
type Json = ReturnType<typeof JSON.parse>;

/** The rules of AWS's groups that look at the body, as documented; they must be overridden where the group blocks. */
const ofTheBody: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'CrossSiteScripting_BODY',
  ],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
};

function blocksByBody({ OverrideAction, Statement }: Json): boolean {
  const group = Statement.ManagedRuleGroupStatement;
  if (group === undefined || OverrideAction?.Count) return false;
  const counted = (group.RuleActionOverrides ?? [])
    .filter((each: Json) => 'Count' in each.ActionToUse)
    .map(({ Name }: Json) => Name);
  return (ofTheBody[group.Name] ?? []).some((name) => !counted.includes(name));
}

/** Whether CloudWatch may send to a topic of the stack, and use its key. */
function mayPublish(template: Template, topic: string): boolean {
  const key: Json = template.Resources[topic]?.Properties['KmsMasterKeyId'];
  const policies = resources(template, 'AWS::SNS::TopicPolicy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Topics']).includes(`"${topic}"`))
    .map(([, { Properties }]) => Properties['PolicyDocument']);
  const keyPolicy = template.Resources[key?.['Fn::GetAtt']?.[0]]?.Properties['KeyPolicy'];
  const toTopic = policies.length === 0 || policies.some((policy) => allows(policy, 'sns:Publish'));
  return toTopic && (key === undefined || (allows(keyPolicy, 'kms:Decrypt') && allows(keyPolicy, 'kms:GenerateDataKey*')));
}

function allows(policy: Json, action: string): boolean {
  return (policy?.Statement ?? []).some(
    ({ Effect, Principal, Action }: Json) =>
      Effect === 'Allow' && [Principal?.Service].flat().includes('cloudwatch.amazonaws.com') && [Action].flat().includes(action),
  );
}

/** Every value under a key, however deep. */
function found(node: unknown, wanted: string): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => [...(key === wanted ? [value] : []), ...found(value, wanted)]);
}
