import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/**
 * WAF's quota (https://docs.aws.amazon.com/waf/latest/developerguide/limits.html). It also limits what WAF calls a
 * "large number of branches".
 * @see docs/aws-behaviour/waf.md#waf.expression-length
 */
const expressionCharacters = 200;
const expressionNames = 10;

/**
 * A WAF statement that matches a request which may contain one of these fields. WAF does not parse GraphQL, so it may
 * match a request too many, but must not miss one.
 *
 * A field name is matched between two characters that cannot be part of a name. Aliases, fragments, comments and other
 * fields in the request cannot hide it. Every value of the body is inspected and not only `/query`, since it is not
 * documented how WAF reads a key that occurs twice or is written `"qu\u0065ry"`. Escapes such as `\u006cogin`, and `\n`
 * for a line break, are decoded first. If WAF has already decoded them, decoding again changes nothing, since GraphQL
 * has backslashes only in strings and comments. A body that WAF cannot read, because it is over 8 KB or not JSON (such
 * as compressed or UTF-16), matches. AppSync also accepts queries in the URL.
 * @see docs/aws-behaviour/appsync.md#appsync.http.get
 * @see docs/aws-behaviour/waf.md#waf.body
 * @see docs/aws-behaviour/waf.md#waf.json-escapes
 */
export function holdsField(names: readonly string[]): CfnWebACL.StatementProperty {
  const places = [
    {
      fieldToMatch: {
        jsonBody: {
          matchPattern: { all: {} },
          matchScope: 'VALUE',
          invalidFallbackBehavior: 'MATCH',
          oversizeHandling: 'MATCH',
        },
      },
      textTransformations: [{ priority: 0, type: 'JS_DECODE' }],
    },
    { fieldToMatch: { queryString: {} }, textTransformations: [{ priority: 0, type: 'URL_DECODE' }] },
  ];
  return {
    orStatement: {
      statements: expressions(names).flatMap((regexString) =>
        places.map((place) => ({ regexMatchStatement: { regexString, ...place } })),
      ),
    },
  };
}

function expressions(names: readonly string[]): string[] {
  const groups: string[][] = [[]];
  for (const name of names) {
    const last = groups.at(-1) ?? [];
    const fits = last.length < expressionNames && expression([...last, name]).length <= expressionCharacters;
    if (fits) last.push(name);
    else groups.push([name]);
  }
  return groups.map(expression);
}

function expression(names: readonly string[]): string {
  return `\\W(?:${names.join('|')})\\W`;
}
