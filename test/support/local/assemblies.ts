// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation's Fn::Sub is written so.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Template, TemplateResource } from '../../../local/assembly/assembly.ts';

export const schema = 'type Query { hello: String @aws_api_key }\nschema { query: Query }';

export const resolverCode = `
  export function request(ctx) { return { operation: 'Invoke', payload: { field: ctx.info.fieldName } }; }
  export function response(ctx) { return ctx.error ? util.error(ctx.error.message, ctx.error.type) : ctx.result; }
`;

/** The smallest stack that the runtime takes, as the CDK writes it. */
export const resources: Record<string, TemplateResource> = {
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'people' } },
  Client: {
    Type: 'AWS::Cognito::UserPoolClient',
    Properties: {
      UserPoolId: { Ref: 'Pool' },
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    },
  },
  Api: {
    Type: 'AWS::AppSync::GraphQLApi',
    Properties: {
      Name: 'auth',
      AuthenticationType: 'AWS_IAM',
      AdditionalAuthenticationProviders: [
        {
          AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
          UserPoolConfig: {
            UserPoolId: { Ref: 'Pool' },
            AwsRegion: { Ref: 'AWS::Region' },
            AppIdClientRegex: { Ref: 'Client' },
          },
        },
        { AuthenticationType: 'API_KEY' },
      ],
      QueryDepthLimit: 5,
      ResolverCountLimit: 0,
      IntrospectionConfig: 'DISABLED',
    },
  },
  Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId: { 'Fn::GetAtt': ['Api', 'ApiId'] }, Definition: schema } },
  Source: {
    Type: 'AWS::AppSync::DataSource',
    Properties: { Name: 'User', Type: 'AWS_LAMBDA', LambdaConfig: { LambdaFunctionArn: { 'Fn::GetAtt': ['Fn', 'Arn'] } } },
  },
  Resolver: {
    Type: 'AWS::AppSync::Resolver',
    Properties: {
      TypeName: 'Query',
      FieldName: 'hello',
      Kind: 'UNIT',
      DataSourceName: 'User',
      Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
      CodeS3Location: { 'Fn::Sub': 's3://cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}/code.js' },
    },
  },
  Fn: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Runtime: 'nodejs24.x',
      Handler: 'index.handler',
      Timeout: 6,
      MemorySize: 256,
      Code: { S3Bucket: { 'Fn::Sub': 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}' }, S3Key: 'fn.zip' },
      Role: { 'Fn::GetAtt': ['Elsewhere', 'Arn'] },
      Environment: { Variables: { USER_POOL_ID: { Ref: 'Pool' }, USER_POOL_CLIENT_ID: { Ref: 'Client' } } },
    },
  },
  Elsewhere: { Type: 'AWS::IAM::Role' },
  Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'openai' } },
  Untouched: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'python3.13', Role: { 'Fn::ImportValue': 'role' } } },
};

const outputs = { UserPoolId: { Value: { Ref: 'Pool' } }, UserPoolClientId: { Value: { Ref: 'Client' } } };

/** Changes to the stack; null takes a resource away. */
export interface AssemblyChanges {
  readonly resources?: Record<string, TemplateResource | null>;
  readonly template?: Partial<Template>;
  readonly environment?: string;
  readonly stackName?: string;
  /** The bundle of `Fn`. */
  readonly code?: string;
}

/** A cloud assembly in its own folder, which is deleted after the test. */
export function makeAssembly(changes: AssemblyChanges = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  writeAssembly(directory, changes);
  return directory;
}

/** The files of a synthesis into this folder. The manifest is written last, as the CDK does it. */
export function writeAssembly(
  directory: string,
  { resources: changed = {}, template = {}, environment, stackName, code }: AssemblyChanges = {},
): void {
  const all = Object.entries({ ...resources, ...changed }).filter(([, resource]) => resource !== null);
  const write = (name: string, value: unknown): void => writeFileSync(join(directory, name), JSON.stringify(value));
  mkdirSync(join(directory, 'asset.fn'), { recursive: true });
  writeFileSync(
    join(directory, 'asset.fn', 'index.js'),
    code ?? 'exports.handler = async ({ field }) => `${field}, ${process.env.USER_POOL_ID}`;',
  );
  writeFileSync(join(directory, 'asset.code.js'), resolverCode);
  write('Auth.template.json', { Outputs: outputs, ...template, Resources: Object.fromEntries(all) });
  write('Auth.assets.json', {
    files: {
      fn: { source: { path: 'asset.fn', packaging: 'zip' }, destinations: { d: { objectKey: 'fn.zip' } } },
      code: { source: { path: 'asset.code.js', packaging: 'file' }, destinations: { d: { objectKey: 'code.js' } } },
    },
  });
  write('manifest.json', {
    artifacts: {
      'Auth.assets': { type: 'cdk:asset-manifest', properties: { file: 'Auth.assets.json' } },
      Auth: {
        type: 'aws:cloudformation:stack',
        environment: environment ?? 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Auth.template.json', ...(stackName !== undefined && { stackName }) },
      },
    },
  });
}
