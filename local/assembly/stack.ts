import type { GraphqlApiModel } from '../appsync/model/graphql-api-model.ts';
import type { Table } from '../aws/dynamodb/table.ts';
import type { LambdaFunction } from '../lambda/function.ts';
import { readApiModel } from './api-model.ts';
import { type Assembly, AssemblyError } from './assembly.ts';
import { readFunctions } from './functions.ts';
import { type CognitoPermission, readCognitoPermissions } from './permissions.ts';
import { createResources, type Provisioner, type Resources } from './resources.ts';
import { readTables } from './tables.ts';

/** A synthesised stack as the local services use it. */
export interface Stack {
  readonly api: GraphqlApiModel;
  /** By ARN. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** What Cognito may do with the functions. */
  readonly permissions: readonly CognitoPermission[];
  readonly secretArns: readonly string[];
  /** Of the secrets that hold the key of a captcha, as the functions name them. */
  readonly captchaSecretArns: readonly string[];
  readonly tables: readonly Table[];
  readonly region: string;
  readonly userPoolId: string;
  readonly userPoolClientId: string;
}

export interface StackOptions {
  readonly assembly: Assembly;
  readonly userPools: Provisioner;
  readonly apiKey: string;
  readonly graphqlUrl: string;
  /** The value of a secret, by its name or ARN; undefined if this machine does not have it. Default: none. */
  readonly secretString?: (id: string) => string | undefined;
}

/**
 * Reads the stack and creates its user pools and what belongs to them. Throws `AssemblyError` or `IntrinsicError`.
 */
export function loadStack(options: StackOptions): Stack {
  const { assembly } = options;
  const resources = createResources(options);
  const pools = resources.ofType('AWS::Cognito::UserPool');
  const kinds = ['IdentityProvider', 'ResourceServer', 'Client', 'Domain', 'Group', 'SessionConfigurationAttachment'];
  // Clients may name identity providers, and scopes of the resource servers.
  const ofPools = kinds.flatMap((kind) => resources.ofType(`AWS::Cognito::UserPool${kind}`));
  const styles = resources.ofType('AWS::Cognito::ManagedLoginBranding');
  for (const logicalId of [...pools, ...ofPools, ...styles]) resources.ref(logicalId);
  const api = readApiModel(assembly, resources);
  const triggers = pools.flatMap((pool) => lambdaArns(resources.properties(pool)['LambdaConfig']));
  const dataSources = api.resolvers.flatMap(({ dataSource }) =>
    dataSource.type === 'AWS_LAMBDA' ? [dataSource.functionArn] : [],
  );
  const permissions = readCognitoPermissions(assembly, resources);
  const permitted = permissions.map(({ functionArn }) => functionArn);
  const output = (name: string): string => readOutput(assembly.template.Outputs?.[name]?.Value, name, resources);
  const functions = readFunctions(assembly, resources, new Set([...dataSources, ...triggers, ...permitted]));
  return {
    api,
    functions,
    permissions,
    tables: readTables(resources),
    secretArns: resources.ofType('AWS::SecretsManager::Secret').map(resources.ref),
    captchaSecretArns: [...functions.values()].flatMap(({ variables }) => variables['CAPTCHA_SECRET_ID'] ?? []),
    region: assembly.region,
    userPoolId: output('UserPoolId'),
    userPoolClientId: output('UserPoolClientId'),
  };
}

function readOutput(value: unknown, name: string, resources: Resources): string {
  const resolved = resources.resolve(value, `Outputs.${name}`);
  if (typeof resolved !== 'string') throw new AssemblyError(`The stack has no output ${name}.`);
  return resolved;
}

/**
 * `PreSignUp: arn`, or `PreTokenGenerationConfig: { LambdaArn: arn }`. Other keys of the object contain no function
 * ARN.
 */
function lambdaArns(config: unknown): string[] {
  if (typeof config === 'string') return config.startsWith('arn:aws:lambda:') ? [config] : [];
  return typeof config === 'object' && config !== null ? Object.values(config).flatMap(lambdaArns) : [];
}
