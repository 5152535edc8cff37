import type { Services } from '../services.ts';
import type { PoolSettings } from '../settings/pool.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import { currentSecret } from './client-secrets.ts';

export function poolArn({ region, accountId }: Pick<Services, 'region' | 'accountId'>, { id }: Pick<UserPool, 'id'>): string {
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;
}

/**
 * A pool as the service describes it: its settings except those of SetUserPoolMfaConfig, which GetUserPoolMfaConfig
 * shows.
 */
export function describePool(services: Pick<Services, 'domains' | 'users' | 'region' | 'accountId'>, pool: UserPool) {
  const [prefix, host] = domainsOf(services, pool);
  const { EnabledMfas, EmailAuthenticationMessage, EmailAuthenticationSubject, ...rest } = pool.settings;
  const { WebAuthnRelyingPartyID, WebAuthnUserVerification, WebAuthnFactorConfiguration, ...shown } = rest;
  const { AutoVerifiedAttributes, AliasAttributes, UsernameAttributes, ...settings } = shown;
  const { TemporaryPasswordValidityDays } = settings.Policies.PasswordPolicy;
  return {
    ...settings,
    ...verificationMessages(settings),
    ...(AutoVerifiedAttributes.length > 0 && { AutoVerifiedAttributes }),
    ...(AliasAttributes.length > 0 && { AliasAttributes }),
    ...(UsernameAttributes.length > 0 && { UsernameAttributes }),
    AdminCreateUserConfig: { ...settings.AdminCreateUserConfig, UnusedAccountValidityDays: TemporaryPasswordValidityDays },
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' as const, ...settings.EmailConfiguration },
    SchemaAttributes: settings.SchemaAttributes.map(({ isAdded, ...attribute }) => ({
      DeveloperOnlyAttribute: false,
      ...attribute,
    })),
    LambdaConfig: settings.LambdaConfig ?? {},
    ...(prefix !== undefined && { Domain: prefix }),
    ...(host !== undefined && { CustomDomain: host }),
    Id: pool.id,
    Arn: poolArn(services, pool),
    EstimatedNumberOfUsers: services.users.count(pool.id),
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
  };
}

function domainsOf({ domains }: Pick<Services, 'domains'>, { id }: UserPool): (string | undefined)[] {
  const all = domains.ofPool(id);
  return [true, false].map((isPrefix) => all.find(({ certificate }) => (certificate === null) === isPrefix)?.domain);
}

/** The template and the older flat settings have the same texts; each shows what was given in the other. */
function verificationMessages(
  settings: Pick<
    PoolSettings,
    'VerificationMessageTemplate' | 'SmsVerificationMessage' | 'EmailVerificationMessage' | 'EmailVerificationSubject'
  >,
) {
  const { VerificationMessageTemplate: template } = settings;
  const sms = template?.SmsMessage ?? settings.SmsVerificationMessage;
  const message = template?.EmailMessage ?? settings.EmailVerificationMessage;
  const subject = template?.EmailSubject ?? settings.EmailVerificationSubject;
  return {
    ...(sms && { SmsVerificationMessage: sms }),
    ...(message && { EmailVerificationMessage: message }),
    ...(subject && { EmailVerificationSubject: subject }),
    VerificationMessageTemplate: {
      DefaultEmailOption: 'CONFIRM_WITH_CODE' as const,
      ...template,
      ...(sms && { SmsMessage: sms }),
      ...(message && { EmailMessage: message }),
      ...(subject && { EmailSubject: subject }),
    },
  };
}

/** A client as the service describes it. */
export function describeClient(client: UserPoolClient) {
  const { id, settings, createdAt, modifiedAt } = client;
  const secret = currentSecret(client);
  return {
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
    EnablePropagateAdditionalUserContextData: false,
    ...settings,
    ClientId: id,
    ...(secret === null ? {} : { ClientSecret: secret }),
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  };
}
