import type { Template } from '../template/template.ts';
import { type Check, type Finding, findings } from './check.ts';

/** Values that AWS does not know. */
export const vocabularyChecks = {
  /** cfn-lint does not know these enumerations, and the CDK's own validation only warns (W3030). */
  vocabulary: (template) => Object.entries(template.Resources).flatMap(unknownWords),
} satisfies Record<string, Check>;

/**
 * From the service models: cognito-idp 2016-04-18, appsync 2017-07-25, dynamodb 2012-08-10, wafv2 2019-07-29,
 * cloudwatch 2010-08-01, sns 2010-03-31, route53 2013-04-01.
 */
const vocabulary: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
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
    'InboundFederation.LambdaVersion': ['V1_0'],
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
  'AWS::Cognito::UserPoolIdentityProvider': {
    ProviderType: ['SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC'],
    attributes_request_method: ['GET', 'POST'],
    RequestSigningAlgorithm: ['rsa-sha256'],
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
  'AWS::WAFv2::WebACL': {
    Scope: ['CLOUDFRONT', 'REGIONAL'],
    AggregateKeyType: ['IP', 'FORWARDED_IP', 'CUSTOM_KEYS', 'CONSTANT'],
    MatchScope: ['ALL', 'KEY', 'VALUE'],
    InvalidFallbackBehavior: ['MATCH', 'NO_MATCH', 'EVALUATE_AS_STRING'],
    OversizeHandling: ['CONTINUE', 'MATCH', 'NO_MATCH'],
    ContentType: ['TEXT_PLAIN', 'TEXT_HTML', 'APPLICATION_JSON'],
    Type: [
      'NONE',
      'COMPRESS_WHITE_SPACE',
      'HTML_ENTITY_DECODE',
      'LOWERCASE',
      'CMD_LINE',
      'URL_DECODE',
      'JS_DECODE',
      'ESCAPE_SEQ_DECODE',
      'UTF8_TO_UNICODE',
    ],
  },
  'AWS::CloudWatch::Alarm': {
    ComparisonOperator: [
      'GreaterThanOrEqualToThreshold',
      'GreaterThanThreshold',
      'LessThanThreshold',
      'LessThanOrEqualToThreshold',
    ],
    TreatMissingData: ['breaching', 'notBreaching', 'ignore', 'missing'],
    Stat: ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum', 'p50', 'p95', 'p99'],
  },
  'AWS::SNS::Subscription': {
    Protocol: ['email', 'email-json', 'sms', 'sqs', 'http', 'https', 'lambda', 'application', 'firehose'],
  },
  'AWS::Route53::RecordSet': { Type: ['A', 'AAAA', 'CNAME'] },
};

/** A list of allowed values is found by the name of its member, or by that name and the name of its parent. */
function unknownWords([id, { Type, Properties }]: [string, Template['Resources'][string]]): Finding[] {
  const words = vocabulary[Type] ?? {};
  const walk = (node: unknown, around: string): Finding[] => {
    if (typeof node !== 'object' || node === null) return [];
    if (Array.isArray(node)) return node.flatMap((item) => walk(item, around));
    return Object.entries(node).flatMap(([key, value]) => {
      const known = words[key] ?? words[`${around}.${key}`];
      const unknown = [value].flat().filter((word) => typeof word === 'string' && known && !known.includes(word));
      return [
        ...unknown.flatMap((word) =>
          findings(id, [[true, `${key} cannot be ${word}.`, `Use one of ${(known ?? []).join(', ')}.`]]),
        ),
        ...walk(value, key),
      ];
    });
  };
  return walk(Properties, '');
}
