/** JSON of CloudFormation's own shape. */
type Json = ReturnType<typeof JSON.parse>;

/**
 * The capacity of a rule by the documented costs, without the savings that WAF makes where rules look at the same.
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
    // Looking into JSON doubles the base; each transformation is ten.
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
