import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { Kind, parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import { capacity } from '../../../../infra/checks/facts/waf-capacity.ts';
import { publicMutations } from '../../../../infra/schema/public-mutations.ts';
import { only } from '../../../../infra/template/template.ts';
import { devWith } from '../../../support/infra/everything.ts';
import { templateOf } from '../../../support/infra/stack.ts';
import { matches, type WafRequest } from '../../../support/infra/waf.ts';

type Rules = 'OFF' | 'COUNT' | 'BLOCK';
const templateWith = (managedRules: Rules) => templateOf(devWith({ protection: { webAcl: { managedRules } } }));
const aclWith = (managedRules: Rules) => only(templateWith(managedRules), 'AWS::WAFv2::WebACL').Properties;
const acl = aclWith('BLOCK');
const rule = (name: string) => acl['Rules'].find(({ Name }: { Name: string }) => Name === name);

const schema = readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8');
const names = publicMutations(schema);
const scope = rule('PublicMutationRate').Statement.RateBasedStatement.ScopeDownStatement;

/** The same result, no matter how WAF reads the escapes of JSON. */
function isPublic(request: WafRequest): boolean {
  const [decoded, raw] = [true, false].map((decodes) => matches(scope, request, decodes));
  expect(raw).toBe(decoded);
  return decoded === true;
}
const body = (query: string, variables = {}) => ({ body: JSON.stringify({ query, variables }) });

describe('the web ACL', () => {
  test('is associated with the API of the stack, once that is ready', () => {
    const template = templateWith('COUNT');
    expect(acl['Scope']).toBe('REGIONAL');
    expect(acl).not.toHaveProperty('Name');
    expect(only(template, 'AWS::WAFv2::WebACLAssociation')).toMatchObject({
      Properties: {
        ResourceArn: { 'Fn::GetAtt': ['AuthGraphqlApiE2AB0265', 'Arn'] },
        WebACLArn: { 'Fn::GetAtt': [expect.stringMatching(/^AuthSurroundingsWebAcl/), 'Arn'] },
      },
      DependsOn: ['AuthGraphqlApiSchema960A9590'],
    });
  });

  test.each(['OFF', 'COUNT', 'BLOCK'] as const)(
    'costs less than 1,500 units, above which requests cost more: %s',
    (managedRules) => {
      const { Rules } = aclWith(managedRules);
      const units = Rules.map(({ Statement }: { Statement: unknown }) => capacity(Statement)).reduce(
        (a: number, b: number) => a + b,
      );
      expect(units).toBeGreaterThan(0);
      expect(units).toBeLessThan(1500);
    },
  );

  test('keeps no sample of a request: its headers hold the token of the caller', () => {
    const visible = [acl, ...acl['Rules']].map(({ VisibilityConfig }) => VisibilityConfig);
    expect(visible).toHaveLength(6);
    for (const { SampledRequestsEnabled, CloudWatchMetricsEnabled } of visible) {
      expect({ SampledRequestsEnabled, CloudWatchMetricsEnabled }).toEqual({
        SampledRequestsEnabled: false,
        CloudWatchMetricsEnabled: true,
      });
    }
    expect(new Set(visible.map(({ MetricName }) => MetricName)).size).toBe(6);
    expect(acl['VisibilityConfig'].MetricName).toMatch(/^CognitoGraphqlDev-Auth-\w+$/);
  });
});

describe('the limits', () => {
  test('are for each address and five minutes', () => {
    const template = templateOf(
      devWith({ protection: { webAcl: { requestsPerFiveMinutes: 700, publicRequestsPerFiveMinutes: 70, managedRules: 'OFF' } } }),
    );
    const { Rules } = only(template, 'AWS::WAFv2::WebACL').Properties;
    const limit = { AggregateKeyType: 'IP', EvaluationWindowSec: 300 };
    expect(Rules).toMatchObject([
      { Name: 'PublicMutationRate', Priority: 0, Statement: { RateBasedStatement: { ...limit, Limit: 70 } } },
      { Name: 'AddressRate', Priority: 1, Statement: { RateBasedStatement: { ...limit, Limit: 700 } } },
    ]);
    expect(Rules[1].Statement.RateBasedStatement).not.toHaveProperty('ScopeDownStatement');
  });

  test('answer in the form of the API, readable for a page of any origin', () => {
    for (const { Action } of [rule('PublicMutationRate'), rule('AddressRate')]) {
      const { ResponseCode, CustomResponseBodyKey, ResponseHeaders } = Action.Block.CustomResponse;
      expect(ResponseCode).toBe(429);
      expect(ResponseHeaders).toContainEqual({ Name: 'access-control-allow-origin', Value: '*' });
      const { ContentType, Content } = acl['CustomResponseBodies'][CustomResponseBodyKey];
      expect(ContentType).toBe('APPLICATION_JSON');
      const { errors } = JSON.parse(Content);
      expect(errors).toMatchObject([{ errorType: 'TOO_MANY_REQUESTS', errorInfo: { retryable: true } }]);
      expect(schema).toMatch(new RegExp(`^ {2}${errors[0].errorType}$`, 'm'));
      expect(Object.keys(errors[0].errorInfo)).toEqual(['cognito', 'retryable', 'field', 'requestId']);
    }
  });
});

describe("AWS's own rules", () => {
  const groups = (managedRules: Rules) =>
    aclWith(managedRules)['Rules'].filter((each: { Statement: object }) => 'ManagedRuleGroupStatement' in each.Statement);

  test('are left out, counted or blocking', () => {
    expect(groups('OFF')).toEqual([]);
    expect(groups('COUNT').map(({ OverrideAction }: { OverrideAction: object }) => OverrideAction)).toEqual(
      Array(3).fill({ Count: {} }),
    );
    expect(groups('BLOCK').map(({ OverrideAction }: { OverrideAction: object }) => OverrideAction)).toEqual(
      Array(3).fill({ None: {} }),
    );
  });

  test('on the body only ever count', () => {
    const counted = groups('BLOCK').flatMap(({ Statement }: { Statement: { ManagedRuleGroupStatement: object } }) =>
      'RuleActionOverrides' in Statement.ManagedRuleGroupStatement ? Statement.ManagedRuleGroupStatement.RuleActionOverrides : [],
    );
    expect(counted.map(({ Name }: { Name: string }) => Name).toSorted()).toEqual([
      'CrossSiteScripting_BODY',
      'EC2MetaDataSSRF_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'JavaDeserializationRCE_BODY',
      'Log4JRCE_BODY',
      'ReactJSRCE_BODY',
      'SizeRestrictions_BODY',
    ]);
    for (const { ActionToUse } of counted) expect(ActionToUse).toEqual({ Count: {} });
  });
});

describe('what counts as public', () => {
  test('are the mutations that an API key may call', () => {
    expect(names).toContain('login');
    expect(names).toContain('signUp');
    expect(names).not.toContain('globalSignOut');
    expect(names).not.toContain('authConfig');
  });

  const operations = parse(
    readFileSync(new URL('../../../../examples/operations.graphql', import.meta.url), 'utf8'),
  ).definitions.flatMap((node) => {
    if (node.kind !== Kind.OPERATION_DEFINITION) return [];
    const fields = node.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
    return [{ name: node.name?.value ?? '', document: print(node), holds: fields.some((field) => names.includes(field)) }];
  });

  test.each(operations)('$name of the examples: $holds', ({ document, holds }) => {
    expect(isPublic(body(document))).toBe(holds);
  });

  test.each(names)('%s, by itself', (name) => expect(isPublic(body(`mutation{${name}{x}}`))).toBe(true));

  const login = 'mutation { login(input: {}) { __typename } }';
  test.each<[string, WafRequest]>([
    ['as a further field', body('mutation { globalSignOut a: login(input: {}) { __typename } }')],
    ['under an alias', body('mutation{globalSignOut:login(input:{}){__typename}}')],
    ['in a fragment', body('mutation { ...F } fragment F on Mutation { login(input: {}) { __typename } }')],
    ['in a fragment that is in line', body('mutation { ... on Mutation { login(input: {}) { __typename } } }')],
    ['after a comment', body('mutation {#\nlogin(input: {}) { __typename } }')],
    ['after a comment that ends in a backslash', body('mutation {#\\\nlogin(input: {}) { __typename } }')],
    ['after a comment that begins an escape', body('mutation {#\\u00\nlogin(input: {}) { __typename } }')],
    ['after a text that ends in a backslash', body('mutation { globalSignOut @x(y: "\\\\") login(input: {}) { __typename } }')],
    ['before a comment', body('mutation {login#x\n(input: {}) { __typename } }')],
    ['between commas', body('mutation {,login,(input: {}) { __typename } }')],
    ['with spaces of every kind', body('mutation\t{\r\n\tlogin\uFEFF(input: {}) { __typename } }')],
    ['with a letter escaped', { body: JSON.stringify({ query: login }).replace('login', '\\u006cogin') }],
    [
      'with every letter escaped',
      { body: JSON.stringify({ query: login }).replace('login', '\\u006C\\u006f\\u0067\\u0069\\u006E') },
    ],
    ['under an escaped key', { body: `{"qu\\u0065ry":${JSON.stringify(login)}}` }],
    ['under a key that stands there twice', { body: `{"query":${JSON.stringify(login)},"query":"{ authConfig { flows } }"}` }],
    [
      'under a key that stands there twice, at last',
      { body: `{"query":"{ authConfig { flows } }","query":${JSON.stringify(login)}}` },
    ],
    ['in a batch', { body: JSON.stringify([{ query: '{ me { sub } }' }, { query: login }]) }],
    ['beyond the 8 KB', body(`mutation { globalSignOut } ${'#'.repeat(9000)}\n`)],
    ['compressed', { body: gzipSync(JSON.stringify({ query: login })) }],
    ['in UTF-16', { body: Buffer.from(JSON.stringify({ query: login }), 'utf16le') }],
    ['cut short', { body: JSON.stringify({ query: login }).slice(0, -1) }],
    ['in the URL', { queryString: `query=${encodeURIComponent(login)}` }],
    ['in the URL, escaped', { queryString: 'query=mutation%7B%6c%6fgin(input:%7B%7D)%7B__typename%7D%7D' }],
  ])('%s it does not slip past', (_, request) => expect(isPublic(request)).toBe(true));

  test.each<[string, WafRequest]>([
    ['nothing', {}],
    ['a field whose name begins alike', body('{ authConfig { signUpModes loginx xlogin } }')],
    ['a value that is such a name', body('mutation ($input: X!) { confirmDevice(input: $input) }', { input: { name: 'login' } })],
    ['an operation that is called nearly so', { body: '{"query":"query Login { me { sub } }","operationName":"Login"}' }],
    ['a query in the URL', { queryString: `query=${encodeURIComponent('{ authConfig { signUpModes } }')}` }],
  ])('not: %s', (_, request) => expect(isPublic(request)).toBe(false));

  test('WAF accepts each expression: at most 200 characters, and only constructs that it supports', () => {
    const expressions: string[] = scope.OrStatement.Statements.map(
      (each: { RegexMatchStatement: { RegexString: string } }) => each.RegexMatchStatement.RegexString,
    );
    expect(expressions.length).toBeGreaterThan(1);
    for (const expression of expressions) {
      expect(expression.length).toBeLessThanOrEqual(200);
      expect(expression).toMatch(/^\\W\(\?:\w+(\|\w+){0,9}\)\\W$/);
    }
  });
});
