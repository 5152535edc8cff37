import { only, type Resource, resources, statements, type Template } from './template.ts';

/**
 * What a green synth, cfn-lint and the CDK's own validation let through, and AWS then refuses or takes in another sense: each rule gives the
 * problems it finds. Sources: the CloudFormation and API references of Cognito and AppSync, and the threads named with a rule.
 */
export const deployRules = {
  /** `Only PASSWORD and WEB_AUTHN … if MFA is enabled`; `can't turn off MFA and configure an MFA together`. */
  mfa: (template: Template) =>
    pools(template).flatMap(({ MfaConfiguration: mode, EnabledMfas: factors = [], ...pool }) => {
      const first: string[] = pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
      const multiFactor = pool['WebAuthnFactorConfiguration'] === 'MULTI_FACTOR_WITH_USER_VERIFICATION';
      return problems({
        'MFA is off, yet has factors': mode === 'OFF' && factors.length > 0,
        'MFA is off, yet has a message':
          mode === 'OFF' && ('EmailAuthenticationMessage' in pool || 'EmailAuthenticationSubject' in pool),
        'MFA is on, without factors': mode !== 'OFF' && factors.length === 0,
        'e-mail is the only second factor': factors.length === 1 && factors[0] === 'EMAIL_OTP',
        'MFA is required, and a code is a first factor': mode === 'ON' && first.some((factor) => factor.endsWith('_OTP')),
        'MFA is required, and a passkey counts once': mode === 'ON' && first.includes('WEB_AUTHN') && !multiFactor,
        'a passkey has no relying party': first.includes('WEB_AUTHN') && !('WebAuthnRelyingPartyID' in pool),
        'e-mail MFA without SES':
          factors.includes('EMAIL_OTP') && pool['EmailConfiguration']?.EmailSendingAccount !== 'DEVELOPER',
        'an SMS factor without an SMS role':
          [...factors, ...first].some((factor) => factor.startsWith('SMS')) && !pool['SmsConfiguration']?.SnsCallerArn,
        'SMS MFA, and a phone recovers the account':
          factors.includes('SMS_MFA') && JSON.stringify(pool['AccountRecoverySetting'] ?? '').includes('verified_phone_number'),
      });
    }),

  /** An attribute that is kept until the new one is verified must be one that Cognito verifies (aws/aws-cli#7151). */
  addresses: (template: Template) =>
    pools(template).flatMap((pool) => {
      const kept: string[] = pool['UserAttributeUpdateSettings']?.AttributesRequireVerificationBeforeUpdate ?? [];
      return problems({
        'keeps an address that nobody verifies': kept.some((name) => !(pool['AutoVerifiedAttributes'] ?? []).includes(name)),
      });
    }),

  /** Without a plan written out, features of another plan fail with FeatureUnavailableInTierException. */
  plan: (template: Template) =>
    pools(template).flatMap((pool) =>
      problems({
        'names no plan': !['LITE', 'ESSENTIALS', 'PLUS'].includes(pool['UserPoolTier']),
        'threat protection below Plus': 'UserPoolAddOns' in pool && pool['UserPoolTier'] !== 'PLUS',
        'features of Essentials on Lite':
          pool['UserPoolTier'] === 'LITE' && (pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? []).length > 1,
      }),
    ),

  /** Pairs that exclude each other, and what can never be changed and so must be said on the first day. */
  exclusive: (template: Template) =>
    pools(template).flatMap((pool) =>
      problems({
        'two validities of temporary passwords': 'UnusedAccountValidityDays' in (pool['AdminCreateUserConfig'] ?? {}),
        'both kinds of alias': 'AliasAttributes' in pool && 'UsernameAttributes' in pool,
        'two styles of message': ['EmailMessage', 'EmailMessageByLink'].every(
          (key) => key in (pool['VerificationMessageTemplate'] ?? {}),
        ),
        'says nothing about case': !('UsernameConfiguration' in pool),
        'a custom attribute is required': (pool['Schema'] ?? []).some(
          (attribute: { Name: string; Required?: boolean; AttributeDataType?: string }) =>
            attribute.AttributeDataType && attribute.Required,
        ),
        'a verified flag in the schema': (pool['Schema'] ?? []).some(({ Name }: { Name: string }) => Name.endsWith('_verified')),
      }),
    ),

  /** `The user pool cannot be deleted because deletion protection is activated.` */
  removal: (template: Template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([, { Properties, DeletionPolicy, UpdateReplacePolicy }]) =>
      problems({
        'protected, yet to be deleted': Properties['DeletionProtection'] === 'ACTIVE' && DeletionPolicy === 'Delete',
        'its two policies differ': (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
      }),
    ),

  /** `Invalid write attributes specified while creating a client`; the service's defaults where a list is left out. */
  client: (template: Template) =>
    clients(template).flatMap((client) => {
      const flows: string[] = client['ExplicitAuthFlows'] ?? [];
      const rotates = client['RefreshTokenRotation']?.Feature === 'ENABLED';
      const written: string[] = client['WriteAttributes'] ?? [];
      const read: string[] = client['ReadAttributes'] ?? [];
      const schema: { Name: string; Required?: boolean }[] = only(template, 'AWS::Cognito::UserPool').Properties['Schema'] ?? [];
      const known = [...standardAttributes, ...schema.map(({ Name }) => `custom:${Name}`)];
      const choice =
        (only(template, 'AWS::Cognito::UserPool').Properties['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? []).length > 1;
      return problems({
        'lists no flows': flows.length === 0,
        'mixes old and new names of flows': flows.some((flow) => !flow.startsWith('ALLOW_')),
        'rotates refresh tokens and allows the old flow': rotates && flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
        'neither rotates nor allows a refresh': !rotates && !flows.includes('ALLOW_REFRESH_TOKEN_AUTH'),
        'offers a choice of factors by no flow': choice && !flows.includes('ALLOW_USER_AUTH'),
        'lists no attributes': written.length === 0 || read.length === 0,
        'writes or reads an unknown attribute': [...written, ...read].some((name) => !known.includes(name)),
        'writes a verified flag': written.some((name) => name.endsWith('_verified')),
        'cannot write a required attribute': schema.some(({ Name, Required }) => Required === true && !written.includes(Name)),
        'tells who exists': client['PreventUserExistenceErrors'] !== 'ENABLED',
        'has OAuth on':
          client['AllowedOAuthFlowsUserPoolClient'] !== false ||
          ['AllowedOAuthFlows', 'CallbackURLs'].some((key) => key in client),
        'a token outlives its limit': client['AccessTokenValidity'] > 1440 || client['IdTokenValidity'] > 1440,
        'the refresh token dies before the others':
          client['RefreshTokenValidity'] < Math.max(client['AccessTokenValidity'], client['IdTokenValidity']),
      });
    }),

  /** CloudFormation adds no permission of its own: without one, sign-up ends in UnexpectedLambdaException. */
  triggers: (template: Template) =>
    pools(template).flatMap((pool) => {
      const arns = Object.values<Record<string, unknown>>(pool['LambdaConfig'] ?? {})
        .map((value) => value['LambdaArn'] ?? value)
        .filter((value) => JSON.stringify(value).includes('Fn::GetAtt'));
      const permitted = resources(template, 'AWS::Lambda::Permission')
        .filter(([, { Properties }]) => Properties['Principal'] === 'cognito-idp.amazonaws.com' && 'SourceArn' in Properties)
        .map(([, { Properties }]) => JSON.stringify(Properties['FunctionName']));
      return problems({
        'a trigger that Cognito may not call': arns.some((arn) => !permitted.includes(JSON.stringify(arn))),
        'custom sign-in without its triggers':
          clients(template).some((client) => (client['ExplicitAuthFlows'] ?? []).includes('ALLOW_CUSTOM_AUTH')) &&
          ['DefineAuthChallenge', 'CreateAuthChallenge', 'VerifyAuthChallengeResponse'].some(
            (name) => !(name in (pool['LambdaConfig'] ?? {})),
          ),
      });
    }),

  /** `No data source found named …`; `The code contains one or more errors.`; a root field without a resolver answers null. */
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

  /** A key without a date dies after seven days; one further ahead than a year is refused. */
  apiKey: (template: Template, now = new Date()) =>
    resources(template, 'AWS::AppSync::ApiKey').flatMap(([id, { Properties, DependsOn = [] }]) => {
      const days = (Properties['Expires'] * 1000 - now.getTime()) / 86_400_000;
      return problems({
        [`${id}: expires in ${days} days`]: !(days >= 1 && days <= 364),
        [`${id}: may be made before the schema`]: !DependsOn.some((needed) => needed in template.Resources),
      });
    }),

  /** A callback handler ends nodejs24.x at its start; a fixed name collides with what an earlier stack left. */
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
        [`${owner}: any resource`]: resource === '*' && !actions.every((action) => action.startsWith('xray:')),
        [`${owner}: DynamoDB beyond a table of this stack`]:
          actions.some((action) => action.startsWith('dynamodb:')) &&
          !resources(template, 'AWS::DynamoDB::Table').some(
            ([id]) => JSON.stringify(resource) === JSON.stringify({ 'Fn::GetAtt': [id, 'Arn'] }),
          ),
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
    DefaultEmailOption: ['CONFIRM_WITH_LINK', 'CONFIRM_WITH_CODE'],
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

function unknownWords({ Type, Properties }: Resource): string[] {
  const words = vocabulary[Type] ?? {};
  const walk = (node: unknown): string[] =>
    typeof node !== 'object' || node === null
      ? []
      : Object.entries(node).flatMap(([key, value]) => [
          ...(Object.hasOwn(words, key) && !Array.isArray(node) ? [value].flat() : [])
            .filter((word) => typeof word === 'string' && !words[key]?.includes(word))
            .map((word) => `${Type}: ${key} is never ${word}`),
          ...walk(value),
        ]);
  return walk(Properties);
}

const standardAttributes = [
  ...['address', 'birthdate', 'email', 'email_verified', 'family_name', 'gender', 'given_name', 'locale', 'middle_name', 'name'],
  ...[
    'nickname',
    'phone_number',
    'phone_number_verified',
    'picture',
    'preferred_username',
    'profile',
    'updated_at',
    'website',
    'zoneinfo',
  ],
];

const pools = (template: Template) => resources(template, 'AWS::Cognito::UserPool').map(([, { Properties }]) => Properties);
const clients = (template: Template) =>
  resources(template, 'AWS::Cognito::UserPoolClient').map(([, { Properties }]) => Properties);

function problems(checks: Record<string, unknown>): string[] {
  return Object.entries(checks).flatMap(([text, broken]) => (broken ? [text] : []));
}
