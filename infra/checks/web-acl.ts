import { resources } from '../template/template.ts';
import { type Check, findings, hasTwins, type Json, valuesUnder } from './check.ts';
import { capacity } from './facts/waf-capacity.ts';

/** The web ACL in front of the API. */
export const webAclChecks = {
  /**
   * `AWS WAF couldn't retrieve the resource that you requested.`; rules that WAF refuses as invalid; and rules that
   * would mistake a password for an attack.
   * @see docs/aws-behaviour/waf.md#waf.association
   */
  webAcl: (template) => [
    ...resources(template, 'AWS::WAFv2::WebACL').flatMap(([id, { Properties }]) => {
      const rules: Json[] = Properties['Rules'];
      const bodies = Object.keys(Properties['CustomResponseBodies'] ?? {});
      const used = rules.reduce((sum, { Statement }) => sum + capacity(Statement), 0);
      return findings(id, [
        [Properties['Scope'] !== 'REGIONAL', 'Its scope does not fit an AppSync API.', 'Set Scope to REGIONAL.'],
        ['Name' in Properties, 'It has a fixed name, so it can never be replaced.', 'Remove Name.'],
        [
          !(used <= 1500),
          `It needs more capacity (${used}) than its price includes (1500).`,
          'Remove a group of managed rules, or simplify an expression.',
        ],
        [
          hasTwins(rules.map(({ Priority }) => Priority)) ||
            hasTwins(rules.map(({ Name }) => Name)) ||
            hasTwins(rules.map(({ VisibilityConfig }) => VisibilityConfig.MetricName)),
          'Two of its rules have the same priority, name or metric.',
          'Give each rule its own.',
        ],
        [
          rules.some((rule) => 'Action' in rule === 'OverrideAction' in rule),
          'A rule has both an action and an override, or neither.',
          'Set OverrideAction for a group of managed rules, and Action for any other rule.',
        ],
        [
          valuesUnder('CustomResponseBodyKey', rules).some((key) => !bodies.includes(String(key))),
          'A rule answers with a text that does not exist.',
          'Add the text to CustomResponseBodies.',
        ],
        [
          valuesUnder('RegexString', rules).some((text) => String(text).length > 200),
          'It has an expression of more than 200 characters, which WAF refuses.',
          'Split the expression into several statements.',
        ],
        [
          rules.some(blocksByBody),
          'A rule about the body blocks, so a password that looks like an attack could not be used.',
          'Add the rule to RuleActionOverrides with Count.',
        ],
      ]);
    }),
    ...resources(template, 'AWS::WAFv2::WebACLAssociation').flatMap(([id, { Properties, DependsOn = [] }]) =>
      findings(id, [
        [
          !resources(template, 'AWS::AppSync::GraphQLSchema').every(([schema]) => DependsOn.includes(schema)),
          'It may be created before the API is ready, and would then fail.',
          'Add the schema to its DependsOn.',
        ],
        [
          Properties['ResourceArn']?.['Fn::GetAtt']?.[1] !== 'Arn',
          'It does not name the API by its ARN.',
          'Set ResourceArn to the attribute Arn of the API.',
        ],
      ]),
    ),
  ],
} satisfies Record<string, Check>;

/** The rules in AWS's groups that inspect the body, as documented. If the group blocks, each must be overridden. */
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
