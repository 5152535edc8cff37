import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import type { Settings } from '../../settings/stage.ts';

type ManagedRules = NonNullable<Settings['protection']['webAcl']>['managedRules'];

/**
 * AWS's rule groups for a JSON API, each with those of its rules that look at the body. They only ever count: a good
 * password, a text or a key of a passkey may look like an attack, and bodies over 8 KB are no fault. WAF ignores a name
 * that a version of a group does not know
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

/** The rules of a web ACL that bring them in. */
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
