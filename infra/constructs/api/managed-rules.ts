import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Settings } from '../../settings/stage.ts';

type ManagedRules = NonNullable<Settings['protection']['webAcl']>['managedRules'];

/**
 * AWS's rule groups for a JSON API, each with its rules that inspect the body. Those only ever count: a good password,
 * a text or a passkey's key may look like an attack, and bodies over 8 KB are legitimate. WAF ignores a rule name that
 * a version of a group does not have
 * (https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html).
 * @see docs/aws-behaviour/waf.md#waf.body-rules-block-users
 */
const groups = {
  AWSManagedRulesAmazonIpReputationList: [],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
  AWSManagedRulesCommonRuleSet: [
    'SizeRestrictions_BODY',
    'EC2MetaDataSSRF_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'CrossSiteScripting_BODY',
  ],
} as const satisfies Record<string, readonly string[]>;

/** The rules of a web ACL that include these groups. */
export function managedGroups(managedRules: ManagedRules) {
  if (managedRules === 'OFF') return [];
  return Object.entries(groups).map(([name, ofTheBody]) => ({
    name,
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ...(ofTheBody.length > 0 && {
          ruleActionOverrides: ofTheBody.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
        }),
      },
    } satisfies CfnWebACL.StatementProperty,
    overrideAction: managedRules === 'BLOCK' ? { none: {} } : { count: {} },
  }));
}
