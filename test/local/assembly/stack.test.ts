import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TemplateResource } from '../../../local/assembly/assembly.ts';
import { resolverCode, resources, schema } from '../../support/local/assemblies.ts';
import { changed, load, provisioner } from './load.ts';

describe('loadStack', () => {
  test('the API is what the template says', () => {
    const { api } = load();
    expect(api).toEqual({
      apiId: expect.stringMatching(/^[a-z0-9]{26}$/),
      name: 'auth',
      definition: schema,
      defaultMode: { type: 'AWS_IAM' },
      additionalModes: [
        {
          type: 'AMAZON_COGNITO_USER_POOLS',
          userPoolId: 'us-east-1_Pool',
          appIdClientRegex: 'clientClient',
          defaultAction: 'ALLOW',
        },
        { type: 'API_KEY' },
      ],
      queryDepthLimit: 5,
      resolverCountLimit: null,
      introspection: false,
      environmentVariables: {},
      resolvers: [
        {
          typeName: 'Query',
          fieldName: 'hello',
          code: resolverCode,
          dataSource: { type: 'AWS_LAMBDA', functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:Auth-Fn' },
        },
      ],
    });
  });

  test('a function has its folder, its variables with real ids, and its limits', () => {
    const { functions, directory } = load();
    const arn = 'arn:aws:lambda:us-east-1:000000000000:function:Auth-Fn';
    expect([...functions]).toEqual([
      [
        arn,
        {
          arn,
          name: 'Auth-Fn',
          codeDirectory: join(directory, 'asset.fn'),
          handler: 'index.handler',
          variables: { USER_POOL_ID: 'us-east-1_Pool', USER_POOL_CLIENT_ID: 'clientClient' },
          timeoutMs: 6000,
          memorySizeMB: 256,
          region: 'us-east-1',
        },
      ],
    ]);
  });

  test('every API key of the stack becomes the one key of the laptop', () => {
    const key = { Type: 'AWS::AppSync::ApiKey' };
    const Variables = { FIRST: { 'Fn::GetAtt': ['First', 'ApiKey'] }, SECOND: { 'Fn::GetAtt': ['Second', 'ApiKey'] } };
    const { functions } = load({ resources: { First: key, Second: key, ...changed('Fn', { Environment: { Variables } }) } });
    expect([...functions.values()].map(({ variables }) => variables)).toEqual([{ FIRST: 'da2-key', SECOND: 'da2-key' }]);
  });

  test('each pool, client and domain is created once, by stack and logical id, even if nothing refers to it', () => {
    const userPools = provisioner();
    load(
      {
        resources: {
          Second: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' } } },
          Links: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { UserPoolId: { Ref: 'Pool' }, Domain: 'acme' } },
        },
      },
      userPools,
    );
    expect(userPools.made).toMatchObject({
      'Auth/Pool': { UserPoolName: 'people' },
      'Auth/Client': { UserPoolId: 'us-east-1_Pool', ClientName: 'web' },
      'Auth/Second': { UserPoolId: 'us-east-1_Pool' },
      'Auth/Links': { UserPoolId: 'us-east-1_Pool', Domain: 'acme' },
    });
  });

  test('groups are created with the pool and the role that they name', () => {
    const userPools = provisioner();
    const Properties = { UserPoolId: { Ref: 'Pool' }, GroupName: 'admin', RoleArn: { 'Fn::GetAtt': ['Elsewhere', 'Arn'] } };
    load({ resources: { Admins: { Type: 'AWS::Cognito::UserPoolGroup', Properties } } }, userPools);
    expect(userPools.made['Auth/Admins']).toEqual({
      UserPoolId: 'us-east-1_Pool',
      GroupName: 'admin',
      RoleArn: 'arn:aws:iam::000000000000:role/Auth-Elsewhere',
    });
  });

  test('a resource server is created before the clients that name its scopes', () => {
    const userPools = provisioner();
    const UserPoolId = { Ref: 'Pool' };
    const Properties = {
      UserPoolId,
      Identifier: 'solar',
      Name: 'Solar',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read' }],
    };
    load({ resources: { Solar: { Type: 'AWS::Cognito::UserPoolResourceServer', Properties } } }, userPools);
    expect(userPools.made['Auth/Solar']).toEqual({ ...Properties, UserPoolId: 'us-east-1_Pool' });
    const order = Object.keys(userPools.made);
    expect(order.indexOf('Auth/Solar')).toBeLessThan(order.indexOf('Auth/Client'));
  });

  test('a trigger and its pool may name each other', () => {
    const userPools = provisioner();
    const { functions } = load(
      {
        resources: changed('Pool', {
          LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: { 'Fn::GetAtt': ['Fn', 'Arn'] }, LambdaVersion: 'V2_0' } },
        }),
      },
      userPools,
    );
    expect(userPools.made['Auth/Pool']).toMatchObject({
      LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: 'arn:aws:lambda:us-east-1:000000000000:function:Auth-Fn' } },
    });
    expect(functions.size).toBe(1);
  });

  const tableProperties = {
    KeySchema: [
      { AttributeName: 'sub', KeyType: 'HASH' },
      { AttributeName: 'n', KeyType: 'RANGE' },
    ],
    AttributeDefinitions: [
      { AttributeName: 'n', AttributeType: 'N' },
      { AttributeName: 'sub', AttributeType: 'S' },
    ],
  };
  const endless = { AttributeName: 'expiresAt', Enabled: false };

  test('the tables of DynamoDB have their keys, and a function finds them by name and ARN', () => {
    const { Fn } = resources;
    const Variables = { TABLE: { Ref: 'Counts' }, ARN: { 'Fn::GetAtt': ['Counts', 'Arn'] } };
    const { tables, functions } = load({
      resources: {
        Counts: {
          Type: 'AWS::DynamoDB::Table',
          Properties: { ...tableProperties, TimeToLiveSpecification: { ...endless, Enabled: true } },
        },
        World: {
          Type: 'AWS::DynamoDB::GlobalTable',
          Properties: { ...tableProperties, TableName: 'world', TimeToLiveSpecification: endless },
        },
        Fn: { Type: 'AWS::Lambda::Function', Properties: { ...Fn?.Properties, Environment: { Variables } } },
      },
    });
    const arn = 'arn:aws:dynamodb:us-east-1:000000000000:table/';
    const key = new Map([
      ['sub', 'S'],
      ['n', 'N'],
    ]);
    expect(tables).toEqual([
      { name: 'Auth-Counts', arn: `${arn}Auth-Counts`, key, timeToLive: 'expiresAt' },
      { name: 'world', arn: `${arn}world`, key, timeToLive: null },
    ]);
    expect([...functions.values()][0]?.variables).toEqual({ TABLE: 'Auth-Counts', ARN: `${arn}Auth-Counts` });
  });

  test.each([
    [{ ...tableProperties, KeySchema: [] }, 'Counts has no key.'],
    [{ ...tableProperties, AttributeDefinitions: [] }, 'Counts does not define sub, an attribute of its key.'],
  ])('a table that DynamoDB would not make is refused (%#)', (Properties, message) => {
    expect(() => load({ resources: { Counts: { Type: 'AWS::DynamoDB::Table', Properties } } })).toThrow(message);
  });

  test("a function gets its client's secret if the client has one", () => {
    const named = changed('Fn', {
      Environment: { Variables: { USER_POOL_CLIENT_SECRET: { 'Fn::GetAtt': ['Client', 'ClientSecret'] } } },
    });
    const withSecret = { ...provisioner(), userPoolClientSecret: (id: string) => `secret of ${id}` };
    const [fn] = load({ resources: named }, withSecret).functions.values();
    expect(fn?.variables).toEqual({ USER_POOL_CLIENT_SECRET: 'secret of clientClient' });
    expect(() => load({ resources: named })).toThrow('Client has no secret: its GenerateSecret is not true.');
  });

  test('a resource whose condition is false does not exist', () => {
    const { secretArns } = load({
      template: { Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } } },
      resources: { Other: { Type: 'AWS::SecretsManager::Secret', Condition: 'Never' } },
    });
    expect(secretArns).toEqual([
      expect.stringMatching(/^arn:aws:secretsmanager:us-east-1:000000000000:secret:openai-[a-z0-9]{6}$/),
    ]);
  });

  test('inline code and a NONE data source are accepted', () => {
    const { api } = load({
      resources: {
        ...changed('Source', { Type: 'NONE' }),
        ...changed('Resolver', { Code: 'inline', CodeS3Location: { Ref: 'AWS::NoValue' } }),
      },
    });
    expect(api.resolvers).toMatchObject([{ code: 'inline', dataSource: { type: 'NONE' } }]);
  });

  test.each<[Record<string, TemplateResource | null>, string]>([
    [
      changed('Resolver', { Kind: 'PIPELINE' }),
      'Resolver is a resolver of kind PIPELINE; the local endpoint runs UNIT resolvers.',
    ],
    [
      changed('Resolver', { Runtime: { Ref: 'AWS::NoValue' } }),
      'Resolver has no APPSYNC_JS code; the local endpoint runs nothing else.',
    ],
    [changed('Resolver', { CodeS3Location: { Ref: 'AWS::NoValue' } }), 'Resolver has neither Code nor CodeS3Location.'],
    [changed('Resolver', { DataSourceName: 'Other' }), 'Resolver names a data source Other that the template does not declare.'],
    [
      changed('Source', { Type: 'AMAZON_DYNAMODB' }),
      'Source is a data source of type AMAZON_DYNAMODB; the local endpoint has AWS_LAMBDA and NONE.',
    ],
    [
      changed('Api', { AuthenticationType: 'AWS_LAMBDA' }),
      'The API authorizes by AWS_LAMBDA; the local endpoint has API_KEY, AWS_IAM and AMAZON_COGNITO_USER_POOLS.',
    ],
    [
      changed('Api', {
        AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
        UserPoolConfig: { UserPoolId: { Ref: 'Pool' }, AwsRegion: 'us-east-1', DefaultAction: 'DENY' },
        AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }],
      }),
      'AppSync would refuse how Api authorizes: a user pool as the default mode may only have DefaultAction DENY if it is the only mode. ' +
        'To close whatever names no mode, make AWS_IAM the default mode, grant appsync:GraphQL to nobody, and list the user pool among ' +
        'the additional modes.',
    ],
    [
      changed('Api', { AdditionalAuthenticationProviders: [{ AuthenticationType: 'AWS_IAM' }] }),
      'AppSync would refuse how Api authorizes: the mode AWS_IAM is listed twice.',
    ],
    [
      changed('Schema', { Definition: { Ref: 'AWS::NoValue' } }),
      'The schema must be in the template itself (Definition of AWS::AppSync::GraphQLSchema).',
    ],
    [changed('Fn', { Runtime: 'python3.13' }), 'Fn cannot run locally: its Runtime is python3.13, not Node.js.'],
    [changed('Fn', { Layers: ['arn'] }), 'Fn cannot run locally: it has Layers.'],
    [changed('Fn', { Code: { ZipFile: 'x' } }), 'Fn cannot run locally: its Code is no asset.'],
    [changed('Fn', { Environment: { Variables: { X: { Ref: 'Nowhere' } } } }), 'Ref "Nowhere" in Fn is not known here.'],
    [
      changed('Fn', { Environment: { Variables: { X: { 'Fn::GetAtt': ['Pool', 'Nothing'] } } } }),
      'Fn::GetAtt ["Pool","Nothing"] in Fn is not known here.',
    ],
    [changed('Pool', { UserPoolName: { Ref: 'Client' } }), 'Pool refers to itself, by way of Pool, Client.'],
    [{ Fn: null }, 'Fn::GetAtt ["Fn","Arn"] in Source is not known here.'],
  ])('what cannot run on a laptop is refused by name (%#)', (change, message) => {
    expect(() => load({ resources: change })).toThrow(expect.objectContaining({ message }));
  });

  test('a stack without the outputs that clients need is refused', () => {
    expect(() => load({ template: { Outputs: {} } })).toThrow('The stack has no output UserPoolId.');
  });
});
