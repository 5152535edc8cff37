import { readFileSync } from 'node:fs';
import type { AuthMode } from '../appsync/model/auth-mode.ts';
import { authProblems } from '../appsync/model/auth-rules.ts';
import type { GraphqlApiModel, ResolverModel } from '../appsync/model/graphql-api-model.ts';
import type { Assembly } from './assembly.ts';
import { AssemblyError } from './assembly.ts';
import type { Resources } from './resources.ts';

type DataSourceModel = ResolverModel['dataSource'];

/** The one GraphQL API of the stack. Throws `AssemblyError` for what the local endpoint does not support. */
export function readApiModel(assembly: Assembly, resources: Resources): GraphqlApiModel {
  const [api, ...others] = resources.ofType('AWS::AppSync::GraphQLApi');
  if (api === undefined || others.length > 0) throw new AssemblyError('The stack must declare exactly one GraphQL API.');
  const properties = resources.properties(api);
  const defaultMode = authMode(properties);
  const additionalModes = list(properties['AdditionalAuthenticationProviders']).map((mode) => authMode(record(mode)));
  const problems = authProblems(defaultMode, additionalModes);
  if (problems.length > 0) throw new AssemblyError(`AppSync would refuse how ${api} authorizes: ${problems.join('; ')}.`);
  const introspection = properties['IntrospectionConfig'] ?? 'ENABLED';
  return {
    apiId: resources.attribute(api, 'ApiId'),
    name: String(properties['Name']),
    definition: readDefinition(resources),
    defaultMode,
    additionalModes,
    queryDepthLimit: limit(properties['QueryDepthLimit']),
    resolverCountLimit: limit(properties['ResolverCountLimit']),
    introspection: introspection === 'ENABLED',
    environmentVariables: strings(properties['EnvironmentVariables']),
    resolvers: readResolvers(assembly, resources),
  };
}

function readDefinition(resources: Resources): string {
  const [schema] = resources.ofType('AWS::AppSync::GraphQLSchema');
  const definition = schema === undefined ? undefined : resources.properties(schema)['Definition'];
  if (typeof definition !== 'string')
    throw new AssemblyError('The schema must be in the template itself (Definition of AWS::AppSync::GraphQLSchema).');
  return definition;
}

function readResolvers(assembly: Assembly, resources: Resources): ResolverModel[] {
  const dataSources = new Map<unknown, DataSourceModel>();
  for (const logicalId of resources.ofType('AWS::AppSync::DataSource')) {
    const properties = resources.properties(logicalId);
    dataSources.set(properties['Name'], dataSource(logicalId, properties));
  }
  const codes = new Map<string, string>();
  return resources.ofType('AWS::AppSync::Resolver').map((logicalId) => {
    const properties = resources.properties(logicalId);
    const { Kind = 'UNIT', Runtime, TypeName, FieldName, DataSourceName } = properties;
    if (Kind !== 'UNIT')
      throw new AssemblyError(`${logicalId} is a resolver of kind ${String(Kind)}; the local endpoint runs UNIT resolvers.`);
    if (record(Runtime)['Name'] !== 'APPSYNC_JS')
      throw new AssemblyError(`${logicalId} has no APPSYNC_JS code; the local endpoint runs nothing else.`);
    const source = dataSources.get(DataSourceName);
    if (source === undefined)
      throw new AssemblyError(`${logicalId} names a data source ${String(DataSourceName)} that the template does not declare.`);
    return {
      typeName: String(TypeName),
      fieldName: String(FieldName),
      code: readCode(assembly, logicalId, properties, codes),
      dataSource: source,
    };
  });
}

/** Inline, or an asset: `s3://bucket/key`. Several resolvers may share one file, which is read once. */
function readCode(
  assembly: Assembly,
  logicalId: string,
  { Code, CodeS3Location }: Record<string, unknown>,
  read: Map<string, string>,
): string {
  if (typeof Code === 'string') return Code;
  if (typeof CodeS3Location !== 'string') throw new AssemblyError(`${logicalId} has neither Code nor CodeS3Location.`);
  const path = assembly.assetPath(CodeS3Location.slice(CodeS3Location.lastIndexOf('/') + 1));
  const code = read.get(path) ?? readFileSync(path, 'utf8');
  read.set(path, code);
  return code;
}

function dataSource(logicalId: string, { Type, LambdaConfig }: Record<string, unknown>): DataSourceModel {
  if (Type === 'NONE') return { type: 'NONE' };
  if (Type === 'AWS_LAMBDA') return { type: 'AWS_LAMBDA', functionArn: String(record(LambdaConfig)['LambdaFunctionArn']) };
  throw new AssemblyError(`${logicalId} is a data source of type ${String(Type)}; the local endpoint has AWS_LAMBDA and NONE.`);
}

function authMode({ AuthenticationType, UserPoolConfig }: Record<string, unknown>): AuthMode {
  if (AuthenticationType === 'API_KEY' || AuthenticationType === 'AWS_IAM') return { type: AuthenticationType };
  if (AuthenticationType !== 'AMAZON_COGNITO_USER_POOLS') {
    throw new AssemblyError(
      `The API authorizes by ${String(AuthenticationType)}; the local endpoint has API_KEY, AWS_IAM and AMAZON_COGNITO_USER_POOLS.`,
    );
  }
  const { UserPoolId, AppIdClientRegex, DefaultAction = 'ALLOW' } = record(UserPoolConfig);
  return {
    type: 'AMAZON_COGNITO_USER_POOLS',
    userPoolId: String(UserPoolId),
    appIdClientRegex: typeof AppIdClientRegex === 'string' ? AppIdClientRegex : null,
    defaultAction: DefaultAction === 'DENY' ? 'DENY' : 'ALLOW',
  };
}

/**
 * 0 means no limit, as in AppSync.
 * @see docs/aws-behaviour/appsync.md#appsync.limits.depth
 */
function limit(value: unknown): number | null {
  return value === undefined || Number(value) === 0 ? null : Number(value);
}

function strings(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(record(value)).map(([name, item]) => [name, String(item)]));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Record<string, unknown> {
  // It is an object, and each key that is read from it is checked.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
