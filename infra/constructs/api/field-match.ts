import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/**
 * WAF's quota (https://docs.aws.amazon.com/waf/latest/developerguide/limits.html), and a bound to what it calls a
 * "large number of branches".
 * @see docs/aws-behaviour/waf.md#waf.expression-length
 */
const expressionCharacters = 200;
const expressionNames = 10;

/**
 * Whether a request may hold one of these fields: a statement for WAF, which knows no GraphQL. It would rather see one
 * too many.
 *
 * A name stands between two characters of which neither belongs to a name, as it is within braces; an alias, a
 * fragment, a comment or a further field of the same request hides none. Every value of the body is looked at, not
 * `/query` alone: how WAF reads a key that stands there twice, or that is written `"qu\u0065ry"`, is nowhere said.
 * `\u006cogin` and a line's end, which JSON writes as `\n`, are decoded first; if WAF has decoded them already, the
 * second time changes nothing, as GraphQL has backslashes in its strings and comments only. A body over the 8 KB that
 * WAF sees, and one that is no JSON (a compressed one, or UTF-16), count as if they held one. AppSync takes queries in
 * the URL too.
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
