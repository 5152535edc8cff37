import { createHash } from 'node:crypto';
import type { Assembly, TemplateResource } from './assembly.ts';
import { AssemblyError } from './assembly.ts';
import { withSecrets } from './dynamic-references.ts';
import { createIntrinsics } from './intrinsics.ts';

/** Creates Cognito's resources. The embedded user pool implements it. */
export interface Provisioner {
  /** @param key the name of the stack and the logical id: `CognitoGraphqlDev/Pool`. */
  provisionUserPool(key: string, properties: Record<string, unknown>): string;
  provisionUserPoolClient(key: string, properties: Record<string, unknown>): string;
  provisionUserPoolGroup(key: string, properties: Record<string, unknown>): string;
  provisionUserPoolDomain(key: string, properties: Record<string, unknown>): string;
  provisionIdentityProvider(key: string, properties: Record<string, unknown>): string;
  provisionManagedLoginBranding(key: string, properties: Record<string, unknown>): string;
  provisionUserPoolResourceServer(key: string, properties: Record<string, unknown>): string;
  provisionUserPoolSessions(key: string, properties: Record<string, unknown>): string;
  /** Null for a client without a secret. */
  userPoolClientSecret(clientId: string): string | null;
  issuer(userPoolId: string): string;
}

export interface ResourcesOptions {
  readonly assembly: Assembly;
  readonly userPools: Provisioner;
  readonly apiKey: string;
  readonly graphqlUrl: string;
  /** The value of a secret, by its name or ARN; undefined if this machine does not have it. Default: none. */
  readonly secretString?: (id: string) => string | undefined;
}

/** The resources of a stack with their physical names. Each is created when it is first referred to. */
export interface Resources {
  /** The logical ids of all resources of a type whose condition is true, in the template's order. */
  ofType(type: string): string[];
  /** `Ref`. Throws `IntrinsicError` or `AssemblyError`. */
  ref(logicalId: string): string;
  /** `Fn::GetAtt`. Throws like `ref`. */
  attribute(logicalId: string, name: string): string;
  /** The properties with all intrinsic functions evaluated. Throws like `ref`. */
  properties(logicalId: string): Record<string, unknown>;
  /** Any value of the template, resolved. `at` names the resource for the error text. */
  resolve(value: unknown, at: string): unknown;
}

interface Row {
  ref(logicalId: string): string;
  readonly attributes: Readonly<Record<string, (logicalId: string) => string>>;
}

/**
 * Supports every resource type that something on a laptop refers to. What `Ref` and `Fn::GetAtt` return is documented
 * in the CloudFormation reference of each type.
 */
export function createResources(options: ResourcesOptions): Resources {
  const { assembly, userPools, apiKey, graphqlUrl, secretString = () => undefined } = options;
  const { region, accountId, stackName, template } = assembly;
  const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${accountId}:${resource}`;
  const named = (property: string) => (logicalId: string) => {
    // Evaluates only this property, since a pool's trigger and the function's environment may refer to each other.
    const name = intrinsics.resolve(resourceOf(logicalId).Properties?.[property], logicalId);
    return typeof name === 'string' ? name : `${stackName}-${logicalId}`;
  };
  const functionName = named('FunctionName');
  const roleName = named('RoleName');
  const logGroupName = named('LogGroupName');
  const secretArn = (id: string): string => arn('secretsmanager', `secret:${named('Name')(id)}-${digest(id, 6)}`);
  const userPool = (id: string): string => once(id, () => userPools.provisionUserPool(`${stackName}/${id}`, properties(id)));
  const client = (id: string): string => once(id, () => userPools.provisionUserPoolClient(`${stackName}/${id}`, properties(id)));
  const group = (id: string): string => once(id, () => userPools.provisionUserPoolGroup(`${stackName}/${id}`, properties(id)));
  const domain = (id: string): string => once(id, () => userPools.provisionUserPoolDomain(`${stackName}/${id}`, properties(id)));
  const resourceServer = (id: string): string =>
    once(id, () => userPools.provisionUserPoolResourceServer(`${stackName}/${id}`, properties(id)));
  const identityProvider = (id: string): string =>
    once(id, () => userPools.provisionIdentityProvider(`${stackName}/${id}`, withSecrets(properties(id), secretString)));
  const branding = (id: string): string =>
    once(id, () => userPools.provisionManagedLoginBranding(`${stackName}/${id}`, properties(id)));
  const sessions = (id: string): string =>
    once(id, () => userPools.provisionUserPoolSessions(`${stackName}/${id}`, properties(id)));
  const clientSecret = (id: string): string => {
    const secret = userPools.userPoolClientSecret(client(id));
    if (secret === null) throw new AssemblyError(`${id} has no secret: its GenerateSecret is not true.`);
    return secret;
  };
  const roleArn = (id: string): string => `arn:aws:iam::${accountId}:role/${roleName(id)}`;
  const tableName = named('TableName');
  const table: Row = { ref: tableName, attributes: { Arn: (id) => arn('dynamodb', `table/${tableName(id)}`) } };
  const keyId = (id: string): string => uuid(`${stackName}/${id}`);
  const apiId = (id: string): string => digest(`${stackName}/${id}`, 26);
  const apiArn = (id: string): string => arn('appsync', `apis/${apiId(id)}`);

  const rows = new Map<string, Row>([
    [
      'AWS::Cognito::UserPool',
      {
        ref: userPool,
        attributes: {
          Arn: (id) => arn('cognito-idp', `userpool/${userPool(id)}`),
          ProviderName: (id) => `cognito-idp.${region}.amazonaws.com/${userPool(id)}`,
          ProviderURL: (id) => userPools.issuer(userPool(id)),
          UserPoolId: userPool,
        },
      },
    ],
    ['AWS::Cognito::UserPoolDomain', { ref: domain, attributes: {} }],
    ['AWS::Cognito::UserPoolIdentityProvider', { ref: identityProvider, attributes: {} }],
    ['AWS::Cognito::ManagedLoginBranding', { ref: branding, attributes: { ManagedLoginBrandingId: branding } }],
    ['AWS::Cognito::UserPoolGroup', { ref: group, attributes: {} }],
    ['AWS::Cognito::UserPoolResourceServer', { ref: resourceServer, attributes: {} }],
    ['AWS::Cognito::UserPoolSessionConfigurationAttachment', { ref: sessions, attributes: {} }],
    ['AWS::Cognito::UserPoolClient', { ref: client, attributes: { ClientId: client, ClientSecret: clientSecret } }],
    ['AWS::Lambda::Function', { ref: functionName, attributes: { Arn: (id) => arn('lambda', `function:${functionName(id)}`) } }],
    ['AWS::IAM::Role', { ref: roleName, attributes: { Arn: roleArn } }],
    ['AWS::Logs::LogGroup', { ref: logGroupName, attributes: { Arn: (id) => arn('logs', `log-group:${logGroupName(id)}:*`) } }],
    ['AWS::KMS::Key', { ref: keyId, attributes: { Arn: (id) => arn('kms', `key/${keyId(id)}`), KeyId: keyId } }],
    ['AWS::DynamoDB::Table', table],
    ['AWS::DynamoDB::GlobalTable', table],
    ['AWS::SecretsManager::Secret', { ref: secretArn, attributes: { Id: secretArn } }],
    [
      'AWS::AppSync::GraphQLApi',
      {
        ref: apiArn,
        attributes: { ApiId: apiId, Arn: apiArn, GraphQLUrl: () => graphqlUrl, GraphQLDns: () => new URL(graphqlUrl).host },
      },
    ],
    ['AWS::AppSync::ApiKey', { ref: (id) => arn('appsync', `apikey/${digest(id, 26)}`), attributes: { ApiKey: () => apiKey } }],
    ['AWS::AppSync::DataSource', { ref: (id) => arn('appsync', `datasource/${id}`), attributes: { Name: named('Name') } }],
  ]);

  const rowOf = (logicalId: string): Row | undefined => rows.get(template.Resources[logicalId]?.Type ?? '');
  const attribute = (logicalId: string, name: string): string | undefined => {
    const attributes = rowOf(logicalId)?.attributes ?? {};
    return Object.hasOwn(attributes, name) ? attributes[name]?.(logicalId) : undefined;
  };
  const intrinsics = createIntrinsics({
    ...assembly,
    resources: { ref: (logicalId) => rowOf(logicalId)?.ref(logicalId), attribute },
  });

  const made = new Map<string, string>();
  const making = new Set<string>();
  const once = (logicalId: string, make: () => string): string => {
    const known = made.get(logicalId);
    if (known !== undefined) return known;
    if (making.has(logicalId)) throw new AssemblyError(`${logicalId} refers to itself, by way of ${[...making].join(', ')}.`);
    making.add(logicalId);
    try {
      const id = make();
      made.set(logicalId, id);
      return id;
    } finally {
      making.delete(logicalId);
    }
  };
  const resourceOf = (logicalId: string): TemplateResource => {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new AssemblyError(`The template has no resource ${logicalId}.`);
    return resource;
  };
  // Properties are an object, and an object that is not an intrinsic function remains one.
  const properties = (logicalId: string): Record<string, unknown> =>
    intrinsics.resolve(resourceOf(logicalId).Properties ?? {}, logicalId) as Record<string, unknown>;

  return {
    ofType: (type) =>
      Object.keys(template.Resources).filter((id) => {
        const { Type, Condition } = resourceOf(id);
        return Type === type && (Condition === undefined || intrinsics.holds(Condition));
      }),
    ref: (logicalId) => String(intrinsics.resolve({ Ref: logicalId }, logicalId)),
    attribute: (logicalId, name) => String(intrinsics.resolve({ 'Fn::GetAtt': [logicalId, name] }, logicalId)),
    properties,
    resolve: intrinsics.resolve,
  };
}

/** Like `digest`, formatted as a UUID. */
function uuid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A name that looks random, but is the same at every start. */
function digest(text: string, length: number): string {
  return [...createHash('sha256').update(text).digest()]
    .map((byte) => (byte % 36).toString(36))
    .join('')
    .slice(0, length);
}
