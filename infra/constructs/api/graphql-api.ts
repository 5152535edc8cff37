import { ArnFormat, Expiration, Stack, Token, Validations } from 'aws-cdk-lib';
import {
  AuthorizationType,
  type CfnGraphQLApi,
  Code,
  Definition,
  FieldLogLevel,
  FunctionRuntime,
  GraphqlApi,
  IntrospectionConfig,
  LambdaDataSource,
  NoneDataSource,
  SchemaFile,
} from 'aws-cdk-lib/aws-appsync';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { type FunctionName, functionNames, locateOperations, type PerFunction, type RootField } from '../../schema/operations.ts';
import { toAppSyncDialect } from '../../schema/sdl.ts';
import { refuseAccessGaps } from '../../schema/sdl-access.ts';
import { adminGroup, refuseOpenAdministration, withGroups } from '../../schema/sdl-groups.ts';
import type { Settings } from '../../settings/stage.ts';
import { logRetention } from '../common/logs.ts';
import { removal } from '../common/removal.ts';
import type { AuthUserPool } from '../users/user-pool.ts';
import { apiKeyExpiry } from './api-key.ts';
import { addApiKeys, apiKeyDescription } from './api-keys.ts';

export interface AuthGraphqlApiProps {
  readonly settings: Settings;
  /** Path of the schema, in modern SDL. */
  readonly schemaFile: string;
  /** Path of the folder that has one folder of operations per function. */
  readonly operationsFolder: string;
  /** The APPSYNC_JS code of every field that a function serves. */
  readonly resolverCode: string;
  /** The APPSYNC_JS code of a field whose function the stage disables. */
  readonly notEnabledCode: string;
  readonly functions: PerFunction<IFunction>;
  readonly users: AuthUserPool;
  /** The time of the synth, from which the expiry of the API keys is computed. */
  readonly now: Date;
}

/**
 * The names of the data sources must never change: another name is another data source, while resolvers still use the
 * old one.
 * @see docs/aws-behaviour/appsync.md#appsync.api.data-sources
 */
const dataSourceNames = {
  user: 'user',
  account: 'account',
  recovery: 'recovery',
  'sign-up': 'signUp',
  admin: 'admin',
  gpt: 'gpt',
} as const satisfies Record<FunctionName, string>;
/**
 * A separate data source, so that a field can be disabled and enabled in place: CloudFormation creates one, moves the
 * resolver, and removes the other.
 */
const notEnabledName = 'notEnabled';

/** The AppSync API: schema, authorization, and one unit resolver for each field of Query and Mutation. */
export class AuthGraphqlApi extends Construct {
  readonly api: GraphqlApi;
  /** The first of the keys. */
  readonly apiKey: string;
  /** When every key expires. */
  readonly apiKeyExpires: Date;
  private notEnabled: NoneDataSource | undefined;

  constructor(scope: Construct, id: string, props: AuthGraphqlApiProps) {
    super(scope, id);
    const { settings } = props;
    const schema = SchemaFile.fromAsset(props.schemaFile);
    const fields = locateOperations(schema.definition, props.operationsFolder);
    refuseOpenAdministration(schema.definition, fields);
    refuseAccessGaps(schema.definition, ['aws_api_key', 'aws_cognito_user_pools']);
    const { group } = settings.administration ?? { group: adminGroup };
    schema.definition = toAppSyncDialect(withGroups(schema.definition, new Map([[adminGroup, group]])));
    const [firstKey = 'Public', ...otherKeys] = settings.api.keys;
    this.apiKeyExpires = apiKeyExpiry(props.now, settings.api.keyMonths);
    const expires = Expiration.atDate(this.apiKeyExpires);

    this.api = new GraphqlApi(this, 'Api', {
      name: settings.naming.stackName,
      definition: Definition.fromSchema(schema),
      authorizationConfig: {
        // A field or type that names no mode is open only to the default mode, and no role of this stack may call
        // appsync:GraphQL. So whatever names no mode is closed. With a user pool as the default mode, DENY is not
        // allowed beside other modes.
        // @see docs/aws-behaviour/appsync.md#appsync.auth.default-mode
        defaultAuthorization: { authorizationType: AuthorizationType.IAM },
        additionalAuthorizationModes: [
          {
            authorizationType: AuthorizationType.USER_POOL,
            userPoolConfig: {
              userPool: props.users.pool,
              // Refuses tokens that were issued to other clients of the pool.
              appIdClientRegex: `^${props.users.client.userPoolClientId}$`,
            },
          },
          {
            authorizationType: AuthorizationType.API_KEY,
            apiKeyConfig: { name: firstKey, description: apiKeyDescription, expires },
          },
        ],
      },
      queryDepthLimit: settings.api.depthLimit,
      resolverCountLimit: settings.api.resolverLimit,
      introspectionConfig: settings.api.introspection ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED,
      xrayEnabled: true,
    });
    const { apiKey } = this.api;
    if (apiKey === undefined) throw new Error('The API has no API-key mode.');
    this.apiKey = apiKey;
    addApiKeys(this.api, otherKeys, expires);
    this.log(settings);
    this.addResolvers(fields, props);
  }

  /**
   * Without this, AppSync would create its log group and keep it for ever. Created here, it has the retention of the
   * stage. `GraphqlApi.logConfig` would set that with a function that may change the retention of every log group.
   * @see docs/aws-behaviour/appsync.md#appsync.logs.group
   */
  private log(settings: Settings): void {
    new LogGroup(this, 'Log', {
      logGroupName: `/aws/appsync/apis/${this.api.apiId}`,
      retention: logRetention(settings.retention.logDays),
      removalPolicy: removal(settings),
    });
    const resource = this.api.node.defaultChild as CfnGraphQLApi; // GraphqlApi always has this child
    resource.logConfig = {
      fieldLogLevel: FieldLogLevel.ERROR,
      // Otherwise queries and headers would be logged at every level, and with them passwords and tokens.
      // @see docs/aws-behaviour/appsync.md#appsync.logs.verbose
      excludeVerboseContent: true,
      cloudWatchLogsRoleArn: this.logRole().roleArn,
    };
    Validations.of(this.api).acknowledge({
      id: 'AwsSolutions-ASC3',
      reason: 'Logs of whole requests would hold passwords and tokens. Failing fields and the functions are logged.',
    });
  }

  /** Replaces AWSAppSyncPushToCloudWatchLogs, which may write to every log group of the account. */
  private logRole(): Role {
    const stack = Stack.of(this);
    // cdk-nag writes an ARN this way: values that the stack's environment leaves open are pseudo parameters.
    const written = (value: string, name: string): string => (Token.isUnresolved(value) ? `<AWS::${name}>` : value);
    const place = [written(stack.region, 'Region'), written(stack.account, 'AccountId')].join(':');
    const role = new Role(this, 'LogRole', {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
      description: 'Lets AppSync write the log of the API',
      inlinePolicies: {
        Log: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [
                stack.formatArn({
                  service: 'logs',
                  resource: 'log-group',
                  resourceName: '/aws/appsync/apis/*',
                  arnFormat: ArnFormat.COLON_RESOURCE_NAME,
                }),
              ],
            }),
          ],
        }),
      },
    });
    Validations.of(role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::arn:${written(stack.partition, 'Partition')}:logs:${place}:log-group:/aws/appsync/apis/*]`,
      reason: 'AppSync names the log group by the id of the API, and the API needs its role before it has an id.',
    });
    return role;
  }

  private addResolvers(fields: readonly RootField[], props: AuthGraphqlApiProps): void {
    const sources = new Map(functionNames.map((name) => [name, this.dataSourceOf(name, props)]));
    for (const { typeName, fieldName, function: name } of fields) {
      const { source, code } = sources.get(name) ?? {};
      if (source === undefined || code === undefined) throw new Error(`${typeName}.${fieldName} has no data source.`);
      // The id depends only on the field, so that a field that moves to another function keeps its resolver: AppSync
      // allows one resolver per field, and CloudFormation creates before it deletes.
      // @see docs/aws-behaviour/appsync.md#appsync.api.one-resolver
      source.createResolver(`${typeName}.${fieldName}`, {
        typeName,
        fieldName,
        runtime: FunctionRuntime.JS_1_0_0,
        code: Code.fromInline(code),
      });
    }
  }

  private dataSourceOf(name: FunctionName, { functions, resolverCode, notEnabledCode }: AuthGraphqlApiProps) {
    const handler = functions[name];
    return handler === undefined
      ? { source: this.notEnabledSource(), code: notEnabledCode }
      : { source: this.dataSource(name, handler), code: resolverCode };
  }

  /** One data source for all disabled fields. */
  private notEnabledSource(): NoneDataSource {
    this.notEnabled ??= new NoneDataSource(this, `${notEnabledName}Source`, { api: this.api, name: notEnabledName });
    return this.notEnabled;
  }

  private dataSource(name: FunctionName, handler: IFunction): LambdaDataSource {
    const role = new Role(this, `${dataSourceNames[name]}Role`, {
      assumedBy: new ServicePrincipal('appsync.amazonaws.com'),
      description: `Lets AppSync call the ${name} function`,
      inlinePolicies: {
        Invoke: new PolicyDocument({
          statements: [new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] })],
        }),
      },
    });
    return new LambdaDataSource(this, `${dataSourceNames[name]}Source`, {
      api: this.api,
      name: dataSourceNames[name],
      lambdaFunction: handler,
      // Without this, the CDK would add the right to every version and alias of the function.
      serviceRole: role.withoutPolicyUpdates(),
    });
  }
}
