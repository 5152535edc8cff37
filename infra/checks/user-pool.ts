import { resources, type Template } from '../template/template.ts';
import { type Check, findings, hasTwins } from './check.ts';
import { standardAttributes } from './facts/standard-attributes.ts';

/** The user pool itself: its addresses, its plan and its attributes. */
export const userPoolChecks = {
  /**
   * Only an attribute that Cognito verifies can keep its old value until the new one is verified (aws/aws-cli#7151).
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
          'It keeps the old value of an address that is never verified.',
          'List in AttributesRequireVerificationBeforeUpdate only what AutoVerifiedAttributes lists.',
        ],
        [
          names.some((name) => !verified.includes(name)),
          'Users sign in with an address that is never verified.',
          'Add everything that users sign in with to AutoVerifiedAttributes.',
        ],
        [
          verified.includes('phone_number') && !('SmsConfiguration' in pool),
          'It verifies phone numbers, but sends no text messages.',
          'Set messages.sms.',
        ],
      ]);
    }),

  /** If the plan is not set, features of another plan fail with FeatureUnavailableInTierException. */
  plan: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const plan: unknown = pool['UserPoolTier'];
      return findings(id, [
        [!['LITE', 'ESSENTIALS', 'PLUS'].includes(String(plan)), 'It sets no plan.', 'Set UserPoolTier.'],
        [
          'UserPoolAddOns' in pool && plan !== 'PLUS',
          'It has threat protection on a plan below Plus.',
          'Set signIn.plan to PLUS, or protection.threatProtection to OFF.',
        ],
        [
          !('UserPoolAddOns' in pool) && plan === 'PLUS',
          'Its plan is Plus although threat protection is off, so you would pay for nothing.',
          'Set signIn.plan to ESSENTIALS.',
        ],
        [
          plan === 'LITE' && hasFeaturesOfEssentials(pool, template),
          'It has features of Essentials on plan Lite.',
          'Set signIn.plan to ESSENTIALS, or leave these features out.',
        ],
      ]);
    }),

  /**
   * Pairs that exclude each other, and what must be set from the start since it can never be changed.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.code-or-link
   */
  exclusive: (template) =>
    resources(template, 'AWS::Cognito::UserPool').flatMap(([id, { Properties: pool }]) => {
      const schema: SchemaEntry[] = pool['Schema'] ?? [];
      return findings(id, [
        [
          'UnusedAccountValidityDays' in (pool['AdminCreateUserConfig'] ?? {}),
          'It sets the validity of temporary passwords twice.',
          'Remove AdminCreateUserConfig.UnusedAccountValidityDays.',
        ],
        [
          'AliasAttributes' in pool && 'UsernameAttributes' in pool,
          'It has both kinds of alias.',
          'Set AliasAttributes or UsernameAttributes, and remove the other.',
        ],
        [
          ['EmailMessage', 'EmailMessageByLink'].every((key) => key in (pool['VerificationMessageTemplate'] ?? {})),
          'It has a message with a code and one with a link.',
          'Remove EmailMessage or EmailMessageByLink.',
        ],
        [
          !('UsernameConfiguration' in pool),
          'It does not set whether case matters in user names, which can never be changed afterwards.',
          'Set UsernameConfiguration.CaseSensitive.',
        ],
        [
          schema.some(({ AttributeDataType, Required }) => AttributeDataType && Required),
          'A custom attribute is required, which Cognito does not support.',
          'Remove Required from custom attributes.',
        ],
        [
          schema.some(({ Name }) => Name.endsWith('_verified')),
          'Its schema contains a verified flag.',
          'Remove email_verified and phone_number_verified from Schema: Cognito adds them itself.',
        ],
      ]);
    }),

  /**
   * `Invalid AttributeDataType input`; and a custom attribute that Cognito would mistake for a standard one.
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
          'A custom attribute does not set whether it can change, which cannot be decided later.',
          'Set Mutable to true or false.',
        ],
        [
          bounds.flat().some((bound) => bound !== undefined && typeof bound !== 'string'),
          'A bound of a custom attribute is not a string, which Cognito refuses.',
          'Write the bounds as strings, such as "8".',
        ],
        [
          bounds.some(([least, most]) => Number(least ?? -Infinity) > Number(most ?? Infinity)),
          'The minimum of a custom attribute is above its maximum.',
          'Set a minimum that is at most the maximum.',
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
