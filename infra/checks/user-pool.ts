import { only, type Resource, resources, type Template } from '../template/template.ts';
import { problems } from './finding.ts';

/** The part of the rules of deployment that is about the user pool, its client and its triggers. */
export const userPoolRules = {
  /**
   * `Only PASSWORD and WEB_AUTHN … if MFA is enabled`; `can't turn off MFA and configure an MFA together`.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.required-mfa-and-codes
   */
  mfa: (template: Template) =>
    pools(template).flatMap(({ MfaConfiguration: mode, EnabledMfas: factors = [], ...pool }) => {
      const first: string[] = pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? [];
      const recovery = ways(pool).map(({ Name }) => Name);
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
        'SMS MFA, and a phone recovers the account': factors.includes('SMS_MFA') && recovery.includes('verified_phone_number'),
        'e-mail MFA, and e-mail alone recovers the account':
          factors.includes('EMAIL_OTP') && recovery.join() === 'verified_email',
        'words for a factor that is off':
          !factors.includes('EMAIL_OTP') && ('EmailAuthenticationMessage' in pool || 'EmailAuthenticationSubject' in pool),
        'text messages, and MFA without them': 'SmsConfiguration' in pool && mode !== 'OFF' && !factors.includes('SMS_MFA'),
        'recovers accounts in no way, or in an impossible order':
          recovery.length === 0 ||
          new Set(recovery).size < recovery.length ||
          (recovery.includes('admin_only') && recovery.length > 1) ||
          ways(pool).some(({ Priority }, index) => Priority !== index + 1),
      });
    }),

  /**
   * An attribute that is kept until the new one is verified must be one that Cognito verifies (aws/aws-cli#7151).
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.keep-original
   */
  addresses: (template: Template) =>
    pools(template).flatMap((pool) => {
      const kept: string[] = pool['UserAttributeUpdateSettings']?.AttributesRequireVerificationBeforeUpdate ?? [];
      return problems({
        'keeps an address that nobody verifies': kept.some((name) => !(pool['AutoVerifiedAttributes'] ?? []).includes(name)),
        'signs in by what nobody verifies': [...(pool['AliasAttributes'] ?? []), ...(pool['UsernameAttributes'] ?? [])].some(
          (name) => !(pool['AutoVerifiedAttributes'] ?? []).includes(name),
        ),
        'verifies numbers without text messages':
          (pool['AutoVerifiedAttributes'] ?? []).includes('phone_number') && !('SmsConfiguration' in pool),
      });
    }),

  /** Without a plan written out, features of another plan fail with FeatureUnavailableInTierException. */
  plan: (template: Template) =>
    pools(template).flatMap((pool) =>
      problems({
        'names no plan': !['LITE', 'ESSENTIALS', 'PLUS'].includes(pool['UserPoolTier']),
        'threat protection below Plus': 'UserPoolAddOns' in pool && pool['UserPoolTier'] !== 'PLUS',
        'Plus for nothing': !('UserPoolAddOns' in pool) && pool['UserPoolTier'] === 'PLUS',
        'features of Essentials on Lite':
          pool['UserPoolTier'] === 'LITE' &&
          ('SignInPolicy' in (pool['Policies'] ?? {}) ||
            'PasswordHistorySize' in (pool['Policies']?.PasswordPolicy ?? {}) ||
            'WebAuthnFactorConfiguration' in pool ||
            (pool['EnabledMfas'] ?? []).includes('EMAIL_OTP') ||
            (pool['LambdaConfig']?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0') !== 'V1_0' ||
            clients(template).some((client) => (client['ExplicitAuthFlows'] ?? []).includes('ALLOW_USER_AUTH'))),
      }),
    ),

  /**
   * Pairs that exclude each other, and what can never be changed and so must be said on the first day.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.code-or-link
   */
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

  /**
   * `Invalid AttributeDataType input`, and an attribute of one's own that Cognito takes for a standard one.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-schema
   */
  schema: (template: Template) =>
    pools(template).flatMap((pool) => {
      const schema: SchemaEntry[] = pool['Schema'] ?? [];
      const own = schema.filter(({ AttributeDataType }) => AttributeDataType);
      const bounds = own.flatMap(({ StringAttributeConstraints: text = {}, NumberAttributeConstraints: number = {} }) => [
        [text.MinLength, text.MaxLength],
        [number.MinValue, number.MaxValue],
      ]);
      return problems({
        'an attribute twice': new Set(schema.map(({ Name }) => Name)).size < schema.length,
        'an own attribute of a standard name': own.some(({ Name }) => standardAttributes.includes(Name)),
        'a name of more than 20 characters': own.some(({ Name }) => Name.length > 20),
        'more than 50 attributes': own.length > 50,
        'an attribute that says nothing about change': own.some(({ Mutable }) => typeof Mutable !== 'boolean'),
        'a bound that is no text': bounds.flat().some((bound) => bound !== undefined && typeof bound !== 'string'),
        'bounds with nothing between': bounds.some(([least, most]) => Number(least ?? -Infinity) > Number(most ?? Infinity)),
      });
    }),

  /**
   * `Role does not have a trust relationship allowing Cognito to assume the role`: at the deployment, and for as long as the pool lives.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.sms-role
   */
  sms: (template: Template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([, { Properties: pool, DeletionPolicy }]) => {
      const sms = pool['SmsConfiguration'];
      const role = template.Resources[sms?.SnsCallerArn?.['Fn::GetAtt']?.[0] ?? ''];
      const [trust] = role?.Properties['AssumeRolePolicyDocument'].Statement ?? [];
      return problems({
        'words for text messages that are never sent':
          'SmsAuthenticationMessage' in pool &&
          !(sms && (pool['EnabledMfas'] ?? []).includes('SMS_MFA')) &&
          !(sms && (pool['Policies']?.SignInPolicy?.AllowedFirstAuthFactors ?? []).includes('SMS_OTP')),
        'text messages without an external id': sms && !sms.ExternalId,
        'a role that trusts another id': role && trust.Condition?.StringEquals?.['sts:ExternalId'] !== sms.ExternalId,
        'a role that trusts somebody else': role && trust.Principal?.Service !== 'cognito-idp.amazonaws.com',
        'a role that may not publish': role && !JSON.stringify(role.Properties['Policies'] ?? '').includes('sns:Publish'),
        'a pool that outlives its role': role && role.DeletionPolicy !== DeletionPolicy,
      });
    }),

  /**
   * `Email address is not verified. The following identities failed the check in region …`.
   * @see docs/aws-behaviour/messages.md#messages.verified-identity
   */
  mail: (template: Template) =>
    pools(template).flatMap(({ EmailConfiguration: mail }) => {
      if (mail === undefined) return [];
      const source = JSON.stringify(mail.SourceArn ?? '');
      const identity = /identity\/([^"]+)"/.exec(source)?.[1] ?? '';
      const address = /<([^>]+)>$/.exec(mail.From ?? '')?.[1] ?? mail.From ?? '';
      const host = address.slice(address.lastIndexOf('@') + 1);
      return problems({
        'mail from nobody': !address,
        'its own sender without an identity': mail.EmailSendingAccount !== 'DEVELOPER' || !identity,
        'an identity of no certain Region': source.includes('AWS::Region'),
        'an identity that is not the sender': identity !== address && host !== identity && !host.endsWith(`.${identity}`),
        'a sender outside ASCII': /[^\x20-\x7e]/.test(mail.From ?? ''),
      });
    }),

  /**
   * `The user pool cannot be deleted because deletion protection is activated.`
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.deletion-protection
   */
  removal: (template: Template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([, { Properties, DeletionPolicy, UpdateReplacePolicy }]) =>
      problems({
        'protected, yet to be deleted': Properties['DeletionProtection'] === 'ACTIVE' && DeletionPolicy === 'Delete',
        'its two policies differ': (DeletionPolicy === 'Delete') !== (UpdateReplacePolicy === 'Delete'),
      }),
    ),

  /**
   * `Invalid write attributes specified while creating a client`; the service's defaults where a list is left out.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.client.attributes
   */
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
        // Left out, it may stay as it was.
        'says nothing about the rotation of refresh tokens':
          only(template, 'AWS::Cognito::UserPool').Properties['UserPoolTier'] !== 'LITE' && !('RefreshTokenRotation' in client),
        'mixes old and new names of flows': flows.some((flow) => !flow.startsWith('ALLOW_')),
        'rotates refresh tokens with a grace out of bounds':
          rotates && !(client['RefreshTokenRotation'].RetryGracePeriodSeconds <= 60),
        'passes addresses on without a secret':
          client['EnablePropagateAdditionalUserContextData'] === true && client['GenerateSecret'] !== true,
        'judges the address of the functions':
          'UserPoolAddOns' in only(template, 'AWS::Cognito::UserPool').Properties &&
          client['EnablePropagateAdditionalUserContextData'] !== true,
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

  /**
   * CloudFormation adds no permission of its own: without one, sign-up ends in UnexpectedLambdaException.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.trigger-permission
   */
  triggers: (template: Template) =>
    pools(template).flatMap((pool) => {
      const { KMSKeyID: _, ...functions } = pool['LambdaConfig'] ?? {};
      const arns = Object.values<Record<string, unknown>>(functions)
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

  /**
   * A sender that cannot decrypt sends nothing, and nobody hears of it.
   * @see docs/aws-behaviour/cognito-users.md#cognito.triggers.sender-is-silent
   */
  senders: (template: Template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([, { Properties, DeletionPolicy }]) => {
      const { CustomEmailSender, CustomSMSSender, KMSKeyID } = Properties['LambdaConfig'] ?? {};
      const senders = [CustomEmailSender, CustomSMSSender].filter((sender) => sender !== undefined);
      const keyArn = JSON.stringify(KMSKeyID);
      const key = template.Resources[KMSKeyID?.['Fn::GetAtt']?.[0] ?? ''];
      const functions = senders.map(({ LambdaArn }) => template.Resources[LambdaArn['Fn::GetAtt']?.[0]]);
      return problems({
        'a sender without a key': senders.length > 0 && KMSKeyID === undefined,
        'a key without a sender': senders.length === 0 && KMSKeyID !== undefined,
        'a key that is no ARN':
          KMSKeyID !== undefined && !/^(\{"Fn::GetAtt":\["\w+","Arn"\]\}|"arn:aws[a-z-]*:kms:.*)$/.test(keyArn),
        'a sender that may not decrypt': functions.some((fn) => !mayDecrypt(template, fn, keyArn)),
        'a sender that does not know the key': functions.some(
          (fn) => JSON.stringify(fn?.Properties['Environment']?.Variables?.KEY_ARN) !== keyArn,
        ),
        'a key that is never rotated': key && key.Properties['EnableKeyRotation'] !== true,
        'a pool that outlives its key': key && key.DeletionPolicy !== DeletionPolicy,
      });
    }),
} satisfies Record<string, (template: Template) => string[]>;

interface SchemaEntry {
  readonly Name: string;
  readonly AttributeDataType?: string;
  readonly Mutable?: boolean;
  readonly StringAttributeConstraints?: { readonly MinLength?: unknown; readonly MaxLength?: unknown };
  readonly NumberAttributeConstraints?: { readonly MinValue?: unknown; readonly MaxValue?: unknown };
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

function ways(pool: Resource['Properties']): readonly { readonly Name: string; readonly Priority: number }[] {
  return pool['AccountRecoverySetting']?.RecoveryMechanisms ?? [];
}

/** Whether the role of a function may decrypt under a key, and by that statement under no other. */
function mayDecrypt(template: Template, fn: Resource | undefined, keyArn: string): boolean {
  const role = JSON.stringify({ Ref: fn?.Properties['Role']['Fn::GetAtt'][0] });
  return resources(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(role))
    .flatMap(([, { Properties }]) => Properties['PolicyDocument'].Statement)
    .some(({ Action, Resource: on }) => [Action].flat().join() === 'kms:Decrypt' && JSON.stringify(on) === keyArn);
}
