import { resources } from '../template/template.ts';
import { type Check, findings, hasTwins, type Json, valuesUnder } from './check.ts';
import { capacity } from './waf-capacity.ts';

/** The web ACL in front of the API. */
export const webAclChecks = {
  /**
   * `AWS WAF couldn't retrieve the resource that you requested.`; what WAF refuses as an invalid rule; a password that
   * looks like an attack.
   * @see docs/aws-behaviour/waf.md#waf.association
   */
  webAcl: (template) => [
    ...resources(template, 'AWS::WAFv2::WebACL').flatMap(([id, { Properties }]) => {
      const rules: Json[] = Properties['Rules'];
      const bodies = Object.keys(Properties['CustomResponseBodies'] ?? {});
      const used = rules.reduce((sum, { Statement }) => sum + capacity(Statement), 0);
      return findings(id, [
        [Properties['Scope'] !== 'REGIONAL', 'It is not for an API of AppSync.', 'Set Scope to REGIONAL.'],
        ['Name' in Properties, 'It has a fixed name, so that it can never be replaced.', 'Leave Name out.'],
        [
          !(used <= 1500),
          `It needs more capacity (${used}) than is in its price (1500).`,
          'Leave a group of managed rules out, or make an expression simpler.',
        ],
        [
          hasTwins(rules.map(({ Priority }) => Priority)) ||
            hasTwins(rules.map(({ Name }) => Name)) ||
            hasTwins(rules.map(({ VisibilityConfig }) => VisibilityConfig.MetricName)),
          'It has two rules of one priority, name or metric.',
          'Give each rule its own.',
        ],
        [
          rules.some((rule) => 'Action' in rule === 'OverrideAction' in rule),
          'A rule has both actions or none.',
          'Set OverrideAction for a group of managed rules, and Action for any other rule.',
        ],
        [
          valuesUnder('CustomResponseBodyKey', rules).some((key) => !bodies.includes(String(key))),
          'A rule answers with a text that it lacks.',
          'Add the text to CustomResponseBodies.',
        ],
        [
          valuesUnder('RegexString', rules).some((text) => String(text).length > 200),
          'It has an expression of more than 200 characters, which WAF refuses.',
          'Divide the expression among several statements.',
        ],
        [
          rules.some(blocksByBody),
          'A rule on the body blocks, so that a password which looks like an attack cannot be used.',
          'Add the rule to RuleActionOverrides with Count.',
        ],
      ]);
    }),
    ...resources(template, 'AWS::WAFv2::WebACLAssociation').flatMap(([id, { Properties, DependsOn = [] }]) =>
      findings(id, [
        [
          !resources(template, 'AWS::AppSync::GraphQLSchema').every(([schema]) => DependsOn.includes(schema)),
          'It may be made before the API stands, and then fails.',
          'Add the schema to its DependsOn.',
        ],
        [
          Properties['ResourceArn']?.['Fn::GetAtt']?.[1] !== 'Arn',
          'It names the API in another way than by its ARN.',
          'Set ResourceArn to the attribute Arn of the API.',
        ],
      ]),
    ),
  ],
} satisfies Record<string, Check>;

/** The rules of AWS's groups that look at the body, as documented. Where the group blocks, each must be overridden. */
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
