/** A request as a web ACL sees it. */
export interface WafRequest {
  readonly body?: string | Buffer;
  /** What follows the `?`. */
  readonly queryString?: string;
}

/** JSON of CloudFormation's own shape. */
type Json = ReturnType<typeof JSON.parse>;

/**
 * Whether a statement of AWS::WAFv2::WebACL matches a request, for the kinds of statements that we use
 * (https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html).
 * @param decodes Whether WAF decodes JSON escapes before the transformations. This is not documented, so a statement
 * must work either way.
 * @see docs/aws-behaviour/waf.md#waf.json-escapes
 */
export function matches(statement: Json, request: WafRequest, decodes: boolean): boolean {
  if (statement.OrStatement) return statement.OrStatement.Statements.some((each: Json) => matches(each, request, decodes));
  const { RegexString, FieldToMatch, TextTransformations } = statement.RegexMatchStatement;
  const values = field(FieldToMatch, request, decodes);
  if (values === 'MATCH') return true;
  return values.some((value) => {
    const text = TextTransformations.reduce((before: string, { Type }: Json) => transform(Type, before), value);
    return new RegExp(RegexString).test(text);
  });
}

function field(wanted: Json, { body = '', queryString = '' }: WafRequest, decodes: boolean): 'MATCH' | readonly string[] {
  if (wanted.QueryString) return [queryString];
  const { MatchPattern, MatchScope, InvalidFallbackBehavior, OversizeHandling } = wanted.JsonBody;
  if (!MatchPattern.All || MatchScope !== 'VALUE') throw new Error('This evaluator looks at all values.');
  const bytes = Buffer.from(body);
  if (bytes.length === 0) return [];
  // AppSync passes on 8 KB.
  // @see docs/aws-behaviour/waf.md#waf.body
  if (bytes.length > 8192) return OversizeHandling === 'MATCH' ? 'MATCH' : [];
  const text = bytes.toString('utf8');
  try {
    return decodes ? [...decodedValues(text)] : rawValues(text);
  } catch {
    return InvalidFallbackBehavior === 'MATCH' ? 'MATCH' : [];
  }
}

/** All texts among the values, including those of a key that occurs twice. */
function decodedValues(text: string): string[] {
  JSON.parse(text);
  return rawValues(text).map((raw) => JSON.parse(`"${raw}"`));
}

function rawValues(text: string): string[] {
  JSON.parse(text);
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)].flatMap(([, raw = '', colon]) => (colon === undefined ? [raw] : []));
}

function transform(type: string, text: string): string {
  if (type === 'URL_DECODE') return decodeURIComponent(text.replaceAll('+', ' '));
  if (type === 'JS_DECODE') {
    return text.replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([0-7]{1,3})|([\s\S]))/gi, (_, wide, hex, octal, other) => {
      if (wide !== undefined) return String.fromCharCode(Number.parseInt(wide.slice(2), 16));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }[String(other)] ?? other;
    });
  }
  throw new Error(`This evaluator has no ${type}.`);
}
