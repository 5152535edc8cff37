import { type Resource, resources, statements, type Template } from '../template/template.ts';
import { authorizationRules } from './authorization.ts';
import { problems } from './finding.ts';
import { linkRules } from './links.ts';
import { surroundingsRules, surroundingsVocabulary } from './surroundings.ts';
import { userPoolRules } from './user-pool.ts';

/**
 * What a green synth, cfn-lint and the CDK's own validation let through, and AWS then refuses or takes in another sense: each rule gives the
 * problems it finds. Sources: the CloudFormation and API references of Cognito and AppSync, and the threads named with a rule.
 * @see docs/aws-behaviour/cloudformation.md#cloudformation.cdk-validation
 */
export const deployRules = {
  ...userPoolRules,
  ...surroundingsRules,
  ...linkRules,
  ...authorizationRules,

  /**
   * `No data source found named …`; `The code contains one or more errors.`; a root field without a resolver answers null.
   * @see docs/aws-behaviour/appsync.md#appsync.limits.code
   * @see docs/aws-behaviour/appsync.md#appsync.api.root-field-without-resolver
   */
  resolvers: (template: Template) => {
    const sources = resources(template, 'AWS::AppSync::DataSource');
    const [schemaId] = resources(template, 'AWS::AppSync::GraphQLSchema').map(([id]) => id);
    const resolvers = resources(template, 'AWS::AppSync::Resolver');
    const fields = resolvers.map(([, { Properties }]) => `${Properties['TypeName']}.${Properties['FieldName']}`);
    return [
      ...resolvers.flatMap(([id, { Properties, DependsOn = [] }]) => {
        const source = sources.find(
          ([
            ,
            {
              Properties: { Name },
            },
          ]) => Name === Properties['DataSourceName'],
        );
        return problems({
          [`${id}: code without runtime, or runtime without code`]: 'Code' in Properties !== 'Runtime' in Properties,
          [`${id}: more than 32 KB of code`]: Buffer.byteLength(Properties['Code'] ?? '') > 32_768,
          [`${id}: its data source does not exist`]: source === undefined,
          [`${id}: may be made before the schema or its data source`]: [schemaId, source?.[0]].some(
            (needed) => needed !== undefined && !DependsOn.includes(needed),
          ),
        });
      }),
      ...sources.flatMap(([id, { Properties }]) =>
        problems({ [`${id}: its name is no name`]: !/^[_A-Za-z][_0-9A-Za-z]*$/.test(Properties['Name']) }),
      ),
      ...problems({ 'a field has two resolvers': new Set(fields).size < fields.length }),
    ];
  },

  /**
   * A key without a date dies after seven days; one further ahead than a year is refused.
   * @see docs/aws-behaviour/appsync.md#appsync.api.key-expiry
   */
  apiKey: (template: Template, now = new Date()) =>
    resources(template, 'AWS::AppSync::ApiKey').flatMap(([id, { Properties, DependsOn = [] }]) => {
      const days = (Properties['Expires'] * 1000 - now.getTime()) / 86_400_000;
      return problems({
        [`${id}: expires in ${days} days`]: !(days >= 1 && days <= 364),
        [`${id}: may be made before the schema`]: !DependsOn.some((needed) => needed in template.Resources),
      });
    }),

  /**
   * A callback handler ends nodejs24.x at its start; a fixed name collides with what an earlier stack left.
   * @see docs/aws-behaviour/lambda.md#lambda.callback-handler
   */
  functions: (template: Template) =>
    resources(template, 'AWS::Lambda::Function').flatMap(([id, { Properties }]) =>
      problems({
        [`${id}: not Node 24`]: Properties['Runtime'] !== 'nodejs24.x',
        [`${id}: not arm64`]: Properties['Architectures']?.[0] !== 'arm64',
        [`${id}: has a fixed name`]: 'FunctionName' in Properties,
        [`${id}: reserves concurrency, which a new account has not`]: 'ReservedConcurrentExecutions' in Properties,
        [`${id}: outlasts AppSync`]: Properties['Timeout'] >= 30,
        [`${id}: writes into no log of the stack`]: !('LoggingConfig' in Properties),
        [`${id}: reads a secret at deployment`]: JSON.stringify(Properties).includes('{{resolve:secretsmanager'),
      }),
    ),

  /**
   * `Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`; a fixed name can neither be
   * replaced nor made again while an old table has it; throughput that is provisioned is paid for and throttles (API_CreateTable, API_UpdateTimeToLive).
   */
  tables: (template: Template) =>
    ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'].flatMap((type) =>
      resources(template, type).flatMap(([id, { Properties, DeletionPolicy, UpdateReplacePolicy }]) => {
        const names = (list: { AttributeName: string }[] = []) => list.map(({ AttributeName }) => AttributeName).toSorted();
        const key = names(Properties['KeySchema']);
        const { AttributeName, Enabled } = Properties['TimeToLiveSpecification'] ?? {};
        return problems({
          [`${id}: has a fixed name`]: 'TableName' in Properties,
          [`${id}: defines other attributes than its key has`]: names(Properties['AttributeDefinitions']).join() !== key.join(),
          [`${id}: its throughput is provisioned`]: Properties['BillingMode'] !== 'PAY_PER_REQUEST',
          [`${id}: grows for ever`]: Enabled !== true,
          [`${id}: its key tells when it expires`]: key.includes(AttributeName),
          [`${id}: protected, yet to be deleted`]:
            Properties['DeletionProtectionEnabled'] === true && DeletionPolicy === 'Delete',
          [`${id}: its two policies differ`]: (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
        });
      }),
    ),

  /** Only Cognito's signed operations know rights, and only on the pool. */
  rights: (template: Template) =>
    statements(template).flatMap(({ owner, actions, resource }) =>
      problems({
        [`${owner}: names an action by a wildcard`]: actions.some((action) => action.includes('*')),
        // A trigger's author names the tables that it may use.
        [`${owner}: DynamoDB beyond a table of this stack`]:
          actions.some((action) => action.startsWith('dynamodb:')) &&
          !owner.includes('Triggers') &&
          !resources(template, 'AWS::DynamoDB::Table').some(
            ([id]) => JSON.stringify(resource) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
          ),
        // Traces and telephone numbers have no ARN.
        [`${owner}: any resource`]:
          resource === '*' && !actions.every((action) => action.startsWith('xray:') || action === 'sns:Publish'),
        [`${owner}: Cognito beyond this pool`]:
          actions.some((action) => action.startsWith('cognito-idp:')) &&
          !/^\{"Fn::GetAtt":\["\w+","Arn"\]\}$/.test(JSON.stringify(resource)),
      }),
    ),

  /** Exports lock stacks together; an output is readable by whoever may describe the stack. */
  outputs: (template: Template) =>
    Object.entries(template.Outputs).flatMap(([name, output]) =>
      problems({
        [`${name}: is exported`]: 'Export' in output,
        [`${name}: shows a secret`]: /Secret/.test(JSON.stringify(output.Value)),
      }),
    ),

  /** cfn-lint knows these enumerations not, and the CDK's own validation only warns (W3030). */
  vocabulary: (template: Template) => Object.values(template.Resources).flatMap(unknownWords),
} satisfies Record<string, (template: Template) => string[]>;

/** By the service models: cognito-idp 2016-04-18, appsync 2017-07-25, dynamodb 2012-08-10. */
const vocabulary: Record<string, Record<string, readonly string[]>> = {
  ...surroundingsVocabulary,
  'AWS::Cognito::UserPool': {
    MfaConfiguration: ['OFF', 'ON', 'OPTIONAL'],
    EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
    AliasAttributes: ['phone_number', 'email', 'preferred_username'],
    UsernameAttributes: ['phone_number', 'email'],
    AutoVerifiedAttributes: ['phone_number', 'email'],
    DeletionProtection: ['ACTIVE', 'INACTIVE'],
    UserPoolTier: ['LITE', 'ESSENTIALS', 'PLUS'],
    WebAuthnUserVerification: ['required', 'preferred'],
    WebAuthnFactorConfiguration: ['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
    AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'],
    AttributesRequireVerificationBeforeUpdate: ['phone_number', 'email'],
    DefaultEmailOption: ['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'],
    EmailSendingAccount: ['COGNITO_DEFAULT', 'DEVELOPER'],
    AdvancedSecurityMode: ['OFF', 'AUDIT', 'ENFORCED'],
    AttributeDataType: ['String', 'Number', 'DateTime', 'Boolean'],
    'RecoveryMechanisms.Name': ['verified_email', 'verified_phone_number', 'admin_only'],
    'PreTokenGenerationConfig.LambdaVersion': ['V1_0', 'V2_0', 'V3_0'],
    'CustomEmailSender.LambdaVersion': ['V1_0'],
    'CustomSMSSender.LambdaVersion': ['V1_0'],
  },
  'AWS::Cognito::UserPoolClient': {
    ExplicitAuthFlows: [
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
    ],
    PreventUserExistenceErrors: ['LEGACY', 'ENABLED'],
    'RefreshTokenRotation.Feature': ['ENABLED', 'DISABLED'],
    AllowedOAuthFlows: ['code', 'implicit', 'client_credentials'],
    AccessToken: ['seconds', 'minutes', 'hours', 'days'],
    IdToken: ['seconds', 'minutes', 'hours', 'days'],
    RefreshToken: ['seconds', 'minutes', 'hours', 'days'],
  },
  'AWS::AppSync::GraphQLApi': {
    AuthenticationType: ['API_KEY', 'AWS_IAM', 'AMAZON_COGNITO_USER_POOLS', 'OPENID_CONNECT', 'AWS_LAMBDA'],
    DefaultAction: ['ALLOW', 'DENY'],
    FieldLogLevel: ['NONE', 'ERROR', 'ALL', 'INFO', 'DEBUG'],
    IntrospectionConfig: ['ENABLED', 'DISABLED'],
    Visibility: ['GLOBAL', 'PRIVATE'],
  },
  'AWS::AppSync::Resolver': { Kind: ['UNIT', 'PIPELINE'], Name: ['APPSYNC_JS'], RuntimeVersion: ['1.0.0'] },
  'AWS::AppSync::DataSource': { Type: ['AWS_LAMBDA', 'NONE'] },
  'AWS::DynamoDB::Table': {
    BillingMode: ['PROVISIONED', 'PAY_PER_REQUEST'],
    KeyType: ['HASH', 'RANGE'],
    AttributeType: ['S', 'N', 'B'],
  },
};

/** A word is known by its member's name, or by that and the name of the member around it. */
function unknownWords({ Type, Properties }: Resource): string[] {
  const words = vocabulary[Type] ?? {};
  const walk = (node: unknown, around: string): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    if (Array.isArray(node)) return node.flatMap((item) => walk(item, around));
    return Object.entries(node).flatMap(([key, value]) => {
      const known = words[key] ?? words[`${around}.${key}`];
      const unknown = [value].flat().filter((word) => typeof word === 'string' && known && !known.includes(word));
      return [...unknown.map((word) => `${Type}: ${key} is never ${word}`), ...walk(value, key)];
    });
  };
  return walk(Properties, '');
}
