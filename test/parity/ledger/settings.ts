/** What the embedded pool does with a setting that it does not simply do. */
export interface Differs {
  /** `kept`: taken and given back, and nothing follows from it. `refused`: NotImplementedException names it. */
  readonly is: 'kept' | 'refused';
  readonly why: string;
}

/** By the operation, and the member of its input or the beginning of its path. Everything else is done. */
export const differing: Readonly<Record<string, Readonly<Record<string, Differs>>>> = {
  CreateUserPool: {
    AcrConfiguration: { is: 'refused', why: 'the levels are Cognito’s own' },
    DcrConfiguration: { is: 'refused', why: 'there is no dynamic registration of clients' },
    IssuerConfiguration: { is: 'refused', why: 'the issuer has the older form' },
    KeyConfiguration: { is: 'refused', why: 'the data are sealed with a key of the machine' },
    'SmsConfiguration.EumsSms': { is: 'refused', why: 'text messages go to the inbox' },
    'SmsConfiguration.SnsRegion': { is: 'kept', why: 'text messages go to the inbox' },
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows': { is: 'refused', why: 'there is no threat protection' },
    'UserPoolAddOns.AdvancedSecurityMode': { is: 'kept', why: 'there is no threat protection' },
    'EmailConfiguration.ConfigurationSet': { is: 'kept', why: 'mails go to the inbox' },
    UserPoolTags: { is: 'kept', why: 'nothing on a laptop uses tags' },
  },
  SetUserPoolMfaConfig: {
    'SmsMfaConfiguration.SmsConfiguration.EumsSms': { is: 'refused', why: 'text messages go to the inbox' },
    'SmsMfaConfiguration.SmsConfiguration.SnsRegion': { is: 'kept', why: 'text messages go to the inbox' },
  },
  CreateUserPoolClient: {
    AnalyticsConfiguration: { is: 'kept', why: 'there is no Amazon Pinpoint' },
    DefaultRedirectURI: { is: 'kept', why: 'a request must name its redirect URI' },
  },
  SetUserPoolSessionConfiguration: {},
};

/** Why no setting of a stage writes a member, by the operation. */
export const withoutSetting: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CreateUserPool: {
    AcrConfiguration: 'the levels are Cognito’s own',
    AutoVerifiedAttributes: 'follows from `signUp.modes` and `signIn.names`',
    DcrConfiguration: 'no page needs it',
    IssuerConfiguration: 'CloudFormation may not have it yet',
    KeyConfiguration: 'CloudFormation may not have it yet',
    PoolName: 'CloudFormation makes it',
    'AdminCreateUserConfig.UnusedAccountValidityDays': '`passwords.temporaryPasswordValidityDays` has replaced it',
    EmailVerificationMessage: '`VerificationMessageTemplate` has replaced it',
    EmailVerificationSubject: '`VerificationMessageTemplate` has replaced it',
    SmsVerificationMessage: '`VerificationMessageTemplate` has replaced it',
    'EmailConfiguration.EmailSendingAccount': 'follows from `messages.ses`',
    'LambdaConfig.PreTokenGeneration': '`PreTokenGenerationConfig` has replaced it',
    'SmsConfiguration.EumsSms': 'SNS sends the text messages',
    'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate': 'always on',
    UserPoolTags: '`naming.tags` writes the tags of every resource',
  },
  SetUserPoolMfaConfig: {
    UserPoolId: 'names the pool',
    'SmsMfaConfiguration.SmsConfiguration': 'as of the pool',
    'WebAuthnConfiguration.FactorConfiguration': 'a passkey is a first factor, as by default',
  },
  CreateUserPoolClient: {
    UserPoolId: 'names the pool',
    ClientName: 'CloudFormation makes it',
    ClientSecret: 'Cognito makes it',
    TokenValidityUnits: 'each setting of `tokens` has its unit',
    ReadAttributes: 'every attribute can be read',
    AnalyticsConfiguration: 'no page needs it',
    PreventUserExistenceErrors: 'always on',
    EnableTokenRevocation: 'always on',
    DefaultRedirectURI: 'a request names its redirect URI',
  },
  SetUserPoolSessionConfiguration: { UserPoolId: 'names the pool' },
};

/**
 * Where the template says what an operation takes: the types of its resources, and the members that have another name
 * there.
 */
export const resourceOf: Readonly<Record<string, { readonly type: string; readonly names?: Readonly<Record<string, string>> }>> =
  {
    CreateUserPool: {
      type: 'AWS::Cognito::UserPool',
      names: {
        UsernameAttributes: 'AliasAttributes',
        'VerificationMessageTemplate.EmailMessageByLink': 'VerificationMessageTemplate.EmailMessage',
        'VerificationMessageTemplate.EmailSubjectByLink': 'VerificationMessageTemplate.EmailSubject',
      },
    },
    SetUserPoolMfaConfig: {
      type: 'AWS::Cognito::UserPool',
      names: {
        'SmsMfaConfiguration.SmsAuthenticationMessage': 'SmsAuthenticationMessage',
        'SoftwareTokenMfaConfiguration.Enabled': 'EnabledMfas',
        'EmailMfaConfiguration.Message': 'EmailAuthenticationMessage',
        'EmailMfaConfiguration.Subject': 'EmailAuthenticationSubject',
        'WebAuthnConfiguration.RelyingPartyId': 'WebAuthnRelyingPartyID',
        'WebAuthnConfiguration.UserVerification': 'WebAuthnUserVerification',
      },
    },
    CreateUserPoolClient: { type: 'AWS::Cognito::UserPoolClient' },
    SetUserPoolSessionConfiguration: {
      type: 'AWS::Cognito::UserPoolSessionConfigurationAttachment',
      names: { UserSessionTracking: 'TokenSession.MaxPerUser' },
    },
  };
