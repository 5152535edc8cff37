import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, Kind, parse, type SelectionSetNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { functionNames } from '../../../../infra/schema/operations.ts';
import { rootFields } from '../../../../infra/schema/sdl.ts';
import { stageSettings } from '../../../../infra/stage-settings.ts';
import { only, resources, statements } from '../../../../infra/template/template.ts';
import { code, stageTemplate, templateOf } from '../../../support/infra/stack.ts';

const dev = stageTemplate({ stage: 'dev' });
const api = only(dev, 'AWS::AppSync::GraphQLApi').Properties;
const schema = readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8');

describe('authorization', () => {
  const [pool, key, ...others] = api['AdditionalAuthenticationProviders'];

  test('is IAM by default, and no role of the stack may call it, so fields without a mode are closed', () => {
    expect(api['AuthenticationType']).toBe('AWS_IAM');
    expect(api['UserPoolConfig']).toBeUndefined();
    expect(statements(dev).flatMap(({ actions }) => actions.filter((action) => action.startsWith('appsync:')))).toEqual([]);
  });

  test('takes tokens of this user pool, of this app client only', () => {
    expect(pool).toEqual({
      AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
      UserPoolConfig: {
        AwsRegion: expect.anything(),
        UserPoolId: { Ref: expect.stringMatching(/^AuthUsersPool/) },
        AppIdClientRegex: { 'Fn::Join': ['', ['^', { Ref: expect.stringMatching(/^AuthUsersClient/) }, '$']] },
      },
    });
  });

  test('takes an API key besides, and nothing else', () => {
    expect([key, ...others]).toEqual([{ AuthenticationType: 'API_KEY' }]);
  });
});

describe('the API key', () => {
  const expires = (now: string) => {
    const template = templateOf(stageSettings({ stage: 'dev' }), new Date(now));
    return new Date(only(template, 'AWS::AppSync::ApiKey').Properties['Expires'] * 1000).toISOString();
  };

  test('expires on the first of a month, eleven months ahead', () => {
    const now = new Date();
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11, 1)).toISOString();
    expect(expires(now.toISOString())).toBe(first);
  });
});

describe('limits', () => {
  test('leave few root fields for one request, so that aliases cannot try many passwords', () => {
    expect(api['ResolverCountLimit']).toBe(5);
  });

  test('bound the depth', () => {
    expect(api['QueryDepthLimit']).toBe(20);
  });

  // AppSync's documentation does not say whether a fragment counts as a level.
  test.each([
    ['fields alone', 0],
    ['fields and fragments', 1],
  ])('let the introspection query of GraphQL tools through, counting %s', (_, fragmentLevel) => {
    const options = {
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    };
    expect(depth(getIntrospectionQuery(options), fragmentLevel)).toBeLessThanOrEqual(api['QueryDepthLimit']);
  });
});

describe('logs', () => {
  test('contain errors, but neither arguments nor headers', () => {
    expect(api['LogConfig']).toMatchObject({ FieldLogLevel: 'ERROR', ExcludeVerboseContent: true });
  });

  test('go to a log that is kept as long as the stage says', () => {
    const log = resources(dev, 'AWS::Logs::LogGroup').find(([, { Properties }]) => 'LogGroupName' in Properties);
    expect(log?.[1].Properties).toMatchObject({
      LogGroupName: {
        'Fn::Join': ['', ['/aws/appsync/apis/', { 'Fn::GetAtt': [expect.stringMatching(/^AuthGraphqlApi/), 'ApiId'] }]],
      },
      RetentionInDays: 7,
    });
  });

  test('come with traces', () => {
    expect(api['XrayEnabled']).toBe(true);
  });
});

test('the schema can be read from the endpoint in dev, and not in prod', () => {
  expect(api['IntrospectionConfig']).toBe('ENABLED');
  expect(only(stageTemplate({ stage: 'prod' }), 'AWS::AppSync::GraphQLApi').Properties['IntrospectionConfig']).toBe('DISABLED');
});

describe('resolvers', () => {
  const all = resources(dev, 'AWS::AppSync::Resolver').map(([, { Properties }]) => Properties);

  test('serve each field of Query and Mutation, once', () => {
    const served = all.map(({ TypeName, FieldName }) => `${TypeName}.${FieldName}`);
    expect(served.toSorted()).toEqual(
      rootFields(schema)
        .map(({ typeName, fieldName }) => `${typeName}.${fieldName}`)
        .toSorted(),
    );
  });

  test('are unit resolvers that all run the one bundled code', () => {
    for (const resolver of all) {
      expect(resolver).toMatchObject({
        Kind: 'UNIT',
        Code: code.resolver,
        Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      });
    }
  });

  test('call the function that has the rights for them', () => {
    const source = (field: string) => all.find(({ FieldName }) => FieldName === field)?.['DataSourceName'];
    expect({
      login: source('login'),
      signUp: source('signUp'),
      gpt: source('gpt'),
      me: source('me'),
      confirmForgotPassword: source('confirmForgotPassword'),
    }).toEqual({
      login: 'user',
      signUp: 'signUp',
      gpt: 'gpt',
      me: 'account',
      confirmForgotPassword: 'recovery',
    });
  });

  test('have a data source of fixed name for each function', () => {
    expect(resources(dev, 'AWS::AppSync::DataSource').map(([, { Properties }]) => Properties['Name'])).toEqual([
      'user',
      'account',
      'recovery',
      'signUp',
      'admin',
      'gpt',
    ]);
    expect(functionNames).toHaveLength(6);
  });
});

/** Levels of nesting, leaves included, fragments spread. */
function depth(query: string, fragmentLevel: number): number {
  const { definitions } = parse(query);
  const fragments = new Map(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node.selectionSet] as const] : [],
    ),
  );
  const levels = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map((selection) => {
        if (selection.kind === Kind.FIELD) return 1 + levels(selection.selectionSet);
        if (selection.kind === Kind.INLINE_FRAGMENT) return fragmentLevel + levels(selection.selectionSet);
        return fragmentLevel + levels(fragments.get(selection.name.value));
      }),
    );
  return Math.max(...definitions.map((node) => (node.kind === Kind.OPERATION_DEFINITION ? levels(node.selectionSet) : 0)));
}
