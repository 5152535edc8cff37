import { resources, type Template } from '../template/template.ts';
import { type Check, findings, hasTwins } from './check.ts';
import { standardAttributes } from './standard-attributes.ts';

/** What the user pool is: its addresses, its plan and its attributes. */
export const userPoolChecks = {
  /**
   * An attribute that is kept until the new one is verified must be one that Cognito verifies (aws/aws-cli#7151).
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.keep-original
   */
  addresses: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const kept: string[] = pool['UserAttributeUpdateSettings']?.AttributesRequireVerificationBeforeUpdate ?? [];
      const names: string[] = [...(pool['AliasAttributes'] ?? []), ...(pool['UsernameAttributes'] ?? [])];
      const verified: string[] = pool['AutoVerifiedAttributes'] ?? [];
      return findings(id, [
        [
          kept.some((name) => !verified.includes(name)),
          'It keeps an address that nobody verifies.',
          'List in AttributesRequireVerificationBeforeUpdate only what AutoVerifiedAttributes lists.',
        ],
        [
          names.some((name) => !verified.includes(name)),
          'A user signs in by what nobody verifies.',
          'Add the names that users sign in by to AutoVerifiedAttributes.',
        ],
        [
          verified.includes('phone_number') && !('SmsConfiguration' in pool),
          'It verifies numbers without text messages.',
          'Set messages.sms.',
        ],
      ]);
    }),

  /** Without a plan written out, features of another plan fail with FeatureUnavailableInTierException. */
  plan: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const plan: unknown = pool['UserPoolTier'];
      return findings(id, [
        [!['LITE', 'ESSENTIALS', 'PLUS'].includes(String(plan)), 'It names no plan.', 'Set UserPoolTier.'],
        [
          'UserPoolAddOns' in pool && plan !== 'PLUS',
          'It has threat protection below Plus.',
          'Set signIn.plan to PLUS, or protection.threatProtection to OFF.',
        ],
        [
          !('UserPoolAddOns' in pool) && plan === 'PLUS',
          'It pays for Plus for nothing, since threat protection is off.',
          'Set signIn.plan to ESSENTIALS.',
        ],
        [
          plan === 'LITE' && hasFeaturesOfEssentials(pool, template),
          'It has features of Essentials on Lite.',
          'Set signIn.plan to ESSENTIALS, or leave these features out.',
        ],
      ]);
    }),

  /**
   * Pairs that exclude each other, and what can never be changed and so must be said on the first day.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.code-or-link
   */
  exclusive: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const schema: SchemaEntry[] = pool['Schema'] ?? [];
      return findings(id, [
        [
          'UnusedAccountValidityDays' in (pool['AdminCreateUserConfig'] ?? {}),
          'It has two validities of temporary passwords.',
          'Leave AdminCreateUserConfig.UnusedAccountValidityDays out.',
        ],
        [
          'AliasAttributes' in pool && 'UsernameAttributes' in pool,
          'It has both kinds of alias.',
          'Set AliasAttributes or UsernameAttributes, and leave the other out.',
        ],
        [
          ['EmailMessage', 'EmailMessageByLink'].every((key) => key in (pool['VerificationMessageTemplate'] ?? {})),
          'It has two styles of message.',
          'Leave EmailMessage or EmailMessageByLink out.',
        ],
        [
          !('UsernameConfiguration' in pool),
          'It says nothing about case, which can never be changed afterwards.',
          'Set UsernameConfiguration.CaseSensitive.',
        ],
        [
          schema.some(({ AttributeDataType, Required }) => AttributeDataType && Required),
          'A custom attribute is required, and Cognito has no such attributes.',
          'Leave Required out for custom attributes.',
        ],
        [
          schema.some(({ Name }) => Name.endsWith('_verified')),
          'It has a verified flag in the schema.',
          'Remove email_verified and phone_number_verified from Schema: Cognito has them by itself.',
        ],
      ]);
    }),

  /**
   * `Invalid AttributeDataType input`, and a custom attribute that Cognito takes for a standard one.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.fixed-schema
   */
  schema: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const schema: SchemaEntry[] = pool['Schema'] ?? [];
      const own = schema.filter(({ AttributeDataType }) => AttributeDataType);
      const bounds = own.flatMap(({ StringAttributeConstraints: text = {}, NumberAttributeConstraints: number = {} }) => [
        [text.MinLength, text.MaxLength],
        [number.MinValue, number.MaxValue],
      ]);
      return findings(id, [
        [hasTwins(schema.map(({ Name }) => Name)), 'It has an attribute twice.', 'List each attribute once in Schema.'],
        [
          own.some(({ Name }) => standardAttributes.includes(Name)),
          'A custom attribute has a standard name.',
          'Give it another name in signUp.customAttributes.',
        ],
        [
          own.some(({ Name }) => Name.length > 20),
          'A custom attribute has a name of more than 20 characters.',
          'Give it a shorter name in signUp.customAttributes.',
        ],
        [own.length > 50, 'It has more than 50 custom attributes.', 'Remove some from signUp.customAttributes.'],
        [
          own.some(({ Mutable }) => typeof Mutable !== 'boolean'),
          'A custom attribute says nothing about change, which can never be decided afterwards.',
          'Set Mutable to true or false.',
        ],
        [
          bounds.flat().some((bound) => bound !== undefined && typeof bound !== 'string'),
          'A bound of a custom attribute is no text, which Cognito refuses.',
          'Write the bounds as texts, such as "8".',
        ],
        [
          bounds.some(([least, most]) => Number(least ?? -Infinity) > Number(most ?? Infinity)),
          'The bounds of a custom attribute have nothing between them.',
          'Let the minimum be at most the maximum.',
        ],
      ]);
    }),
} satisfies Record<string, Check>;

interface SchemaEntry {
  readonly Name: string;
  readonly AttributeDataType?: string;
  readonly Required?: boolean;
  readonly Mutable?: boolean;
  readonly StringAttributeConstraints?: { readonly MinLength?: unknown; readonly MaxLength?: unknown };
  readonly NumberAttributeConstraints?: { readonly MinValue?: unknown; readonly MaxValue?: unknown };
}

function hasFeaturesOfEssentials(pool: Template['Resources'][string]['Properties'], template: Template): boolean {
  return (
    'SignInPolicy' in (pool['Policies'] ?? {}) ||
    'PasswordHistorySize' in (pool['Policies']?.PasswordPolicy ?? {}) ||
    'WebAuthnFactorConfiguration' in pool ||
    (pool['EnabledMfas'] ?? []).includes('EMAIL_OTP') ||
    (pool['LambdaConfig']?.PreTokenGenerationConfig?.LambdaVersion ?? 'V1_0') !== 'V1_0' ||
    resources(template, 'AWS::Cognito::UserPoolClient').some(([, { Properties }]) =>
      (Properties['ExplicitAuthFlows'] ?? []).includes('ALLOW_USER_AUTH'),
    )
  );
}
