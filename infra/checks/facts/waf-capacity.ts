/** JSON of CloudFormation's own shape. */
type Json = ReturnType<typeof JSON.parse>;

/**
 * The capacity of a rule, computed from the documented costs. WAF may use less if several rules inspect the same part.
 * @see docs/aws-behaviour/waf.md#waf.capacity
 */
export function capacity(statement: Json): number {
  if (statement.RateBasedStatement)
    return 2 + (statement.RateBasedStatement.ScopeDownStatement ? capacity(statement.RateBasedStatement.ScopeDownStatement) : 0);
  if (statement.OrStatement)
    return statement.OrStatement.Statements.map(capacity).reduce((sum: number, each: number) => sum + each, 0);
  if (statement.ManagedRuleGroupStatement) return groupCapacity[statement.ManagedRuleGroupStatement.Name] ?? Number.NaN;
  if (statement.RegexMatchStatement) {
    const { FieldToMatch, TextTransformations } = statement.RegexMatchStatement;
    // Inspecting JSON doubles the base cost; each transformation adds ten.
    return (FieldToMatch.JsonBody ? 2 : 1) * 3 + TextTransformations.length * 10;
  }
  return Number.NaN;
}

/** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html */
const groupCapacity: Readonly<Record<string, number>> = {
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
};
