import { pool, set } from './complete.ts';
import type { HarmfulChange } from './harmful-change.ts';
import { idOf, rename } from './living.ts';

const schema = (...attributes: object[]) => set(pool, 'Schema', attributes);
const email = { Name: 'email', Required: true, Mutable: true };
const team = { Name: 'team', AttributeDataType: 'String', Mutable: true };

export const changesOfPool: readonly HarmfulChange[] = [
  {
    guards: `${pool} (logical id)`,
    change: (t) => rename(t, pool),
    setting: 'constructs',
    says: /this API would no longer know them/,
  },
  {
    guards: `${pool} (logical id)`,
    before: (t) => Object.assign(idOf(t, pool)[1], { DeletionPolicy: 'Delete' }),
    change: (t) => delete t.Resources[idOf(t, pool)[0]],
    setting: 'constructs',
    says: /deleted with all its users/,
  },
  {
    guards: `${pool}.AliasAttributes`,
    change: set(pool, 'AliasAttributes', ['email', 'phone_number']),
    setting: 'signIn.names',
    says: /userMigration/,
  },
  {
    guards: `${pool}.UsernameAttributes`,
    change: set(pool, 'UsernameAttributes', ['email']),
    setting: 'signIn.names',
    says: /existing pool/,
  },
  {
    guards: `${pool}.UsernameConfiguration`,
    change: set(pool, 'UsernameConfiguration.CaseSensitive', true),
    setting: 'signIn.caseSensitive',
    says: /would fail/,
  },
  {
    guards: `${pool}.Schema`,
    change: schema(email, { ...team, Mutable: false }),
    setting: 'signUp.customAttributes.team',
    says: /new name/,
  },
  {
    guards: `${pool}.Schema`,
    change: schema(email),
    setting: 'signUp.customAttributes.team',
    says: /can neither change nor remove/,
  },
  { guards: `${pool}.Schema`, change: schema(team), setting: 'signUp.requiredAttributes', says: /preSignUp/ },
  {
    guards: `${pool}.Schema`,
    change: schema(email, team, { Name: 'birthdate', Required: true, Mutable: true }),
    setting: 'signUp.requiredAttributes',
    says: /attribute birthdate was absent/,
  },
  {
    guards: `${pool}.WebAuthnRelyingPartyID`,
    change: set(pool, 'WebAuthnRelyingPartyID', 'example.org'),
    setting: 'signIn.passkeys.relyingParty',
    says: /passkey/,
  },
  {
    guards: `${pool}.LambdaConfig.KMSKeyID`,
    change: set(pool, 'LambdaConfig.KMSKeyID', 'arn:key/two'),
    setting: 'messages.senderKeyArn',
    says: /encrypted with the previous key/,
  },
  {
    guards: `${pool}.UserPoolTier`,
    change: (t) => {
      set(pool, 'UserPoolTier', 'LITE')(t);
      set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'])(t);
    },
    setting: 'signIn.plan',
    says: /First deploy without signIn\.flows USER_AUTH, signIn\.firstFactors WEB_AUTHN, tokens\.sessions and/,
  },
  {
    guards: `${pool}.UserPoolTier`,
    before: (t) => {
      set(pool, 'UserPoolTier', 'PLUS')(t);
      set(pool, 'UserPoolAddOns.AdvancedSecurityMode', 'ENFORCED')(t);
    },
    change: (t) => {
      set(pool, 'UserPoolTier', 'ESSENTIALS')(t);
      set(pool, 'UserPoolAddOns', undefined)(t);
    },
    setting: 'signIn.plan',
    says: /protection\.threatProtection/,
  },
  {
    guards: `${pool}.MfaConfiguration`,
    before: (t) => {
      set(pool, 'MfaConfiguration', 'ON')(t);
      set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD'])(t);
    },
    change: set(pool, 'Policies.SignInPolicy.AllowedFirstAuthFactors', ['PASSWORD', 'WEB_AUTHN']),
    setting: 'signIn.firstFactors',
    says: /First deploy the passkeys with mfa\.mode OPTIONAL/,
  },
  {
    guards: `${pool}.DeletionPolicy`,
    change: (t) => Object.assign(idOf(t, pool)[1], { DeletionPolicy: 'Delete' }),
    setting: 'retention.keepData',
    says: /deletes the pool with all its users/,
  },
  {
    guards: `${pool}.SmsConfiguration`,
    change: set(pool, 'SmsConfiguration', undefined),
    setting: 'messages.sms',
    says: /cannot sign in\. Let these users/,
  },
  {
    guards: `${pool}.EmailConfiguration.EmailSendingAccount`,
    change: set(pool, 'EmailConfiguration', undefined),
    setting: 'messages.ses',
    says: /50 a day/,
  },
  {
    guards: `${pool}.LambdaConfig.CustomEmailSender`,
    change: set(pool, 'LambdaConfig.CustomEmailSender', undefined),
    setting: 'triggers.customEmailSender',
    says: /send by itself again/,
  },
  {
    guards: `${pool}.LambdaConfig.CustomSMSSender`,
    change: set(pool, 'LambdaConfig.CustomSMSSender', undefined),
    setting: 'triggers.customSmsSender',
    says: /send by itself again/,
  },
  {
    guards: `${pool}.LambdaConfig.UserMigration`,
    change: set(pool, 'LambdaConfig.UserMigration', undefined),
    setting: 'triggers.userMigration',
    says: /could no longer be migrated/,
  },
  {
    guards: `${pool}.IssuerConfiguration`,
    change: set(pool, 'IssuerConfiguration', { Type: 'UPDATED' }),
    setting: 'constructs',
    says: /another issuer/,
  },
];
