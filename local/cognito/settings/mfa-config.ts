import { invalidParameter } from '../wire/errors.ts';
import { boolean, type Input, structure } from '../wire/members.ts';
import { checkMfa } from './mfa-rules.ts';
import { enabledMfas } from './mfa-types.ts';
import type { PoolSettings } from './pool.ts';
import { mfaMembers, poolMembers } from './pool-members.ts';

/** The input of SetUserPoolMfaConfig. */
export const mfaConfigMembers = {
  SmsMfaConfiguration: structure({
    SmsAuthenticationMessage: poolMembers.SmsAuthenticationMessage,
    SmsConfiguration: poolMembers.SmsConfiguration,
  }),
  SoftwareTokenMfaConfiguration: structure({ Enabled: boolean }),
  EmailMfaConfiguration: structure({
    Message: mfaMembers.EmailAuthenticationMessage,
    Subject: mfaMembers.EmailAuthenticationSubject,
  }),
  MfaConfiguration: poolMembers.MfaConfiguration,
  WebAuthnConfiguration: structure({
    RelyingPartyId: mfaMembers.WebAuthnRelyingPartyID,
    UserVerification: mfaMembers.WebAuthnUserVerification,
    FactorConfiguration: mfaMembers.WebAuthnFactorConfiguration,
  }),
};

type MfaConfig = Input<typeof mfaConfigMembers>;

/** Throws InvalidParameterException for MFA without a factor, for a factor without MFA, and for what a factor lacks. */
export function withMfaConfig(settings: PoolSettings, config: MfaConfig): PoolSettings {
  const {
    SmsMfaConfiguration: sms,
    SoftwareTokenMfaConfiguration: app,
    EmailMfaConfiguration: email,
    WebAuthnConfiguration,
  } = config;
  const MfaConfiguration = config.MfaConfiguration ?? settings.MfaConfiguration;
  const EnabledMfas = [
    ...(sms ? (['SMS_MFA'] as const) : []),
    ...(app?.Enabled ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
    ...(email ? (['EMAIL_OTP'] as const) : []),
  ];
  if (MfaConfiguration === 'OFF' && EnabledMfas.length > 0) {
    throw invalidParameter("Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
  }
  if (MfaConfiguration !== 'OFF' && EnabledMfas.length === 0) {
    throw invalidParameter('At least one of [SmsMfaConfiguration] or [SoftwareTokenMfaConfiguration] must be provided.');
  }
  const changed = {
    ...settings,
    MfaConfiguration,
    EnabledMfas,
    ...(sms?.SmsConfiguration && { SmsConfiguration: sms.SmsConfiguration }),
    ...(sms?.SmsAuthenticationMessage && { SmsAuthenticationMessage: sms.SmsAuthenticationMessage }),
    ...(email?.Message && { EmailAuthenticationMessage: email.Message }),
    ...(email?.Subject && { EmailAuthenticationSubject: email.Subject }),
    ...(WebAuthnConfiguration?.RelyingPartyId && { WebAuthnRelyingPartyID: WebAuthnConfiguration.RelyingPartyId }),
    ...(WebAuthnConfiguration?.UserVerification && { WebAuthnUserVerification: WebAuthnConfiguration.UserVerification }),
    ...(WebAuthnConfiguration?.FactorConfiguration && { WebAuthnFactorConfiguration: WebAuthnConfiguration.FactorConfiguration }),
  };
  checkMfa(changed);
  return changed;
}

export function describeMfaConfig(settings: PoolSettings): MfaConfig {
  const { MfaConfiguration, SmsConfiguration, SmsAuthenticationMessage } = settings;
  const { EmailAuthenticationMessage, EmailAuthenticationSubject } = settings;
  const { WebAuthnRelyingPartyID, WebAuthnUserVerification, WebAuthnFactorConfiguration } = settings;
  const enabled = enabledMfas(settings);
  return {
    ...(enabled.includes('SMS_MFA') && {
      SmsMfaConfiguration: {
        ...(SmsAuthenticationMessage && { SmsAuthenticationMessage }),
        ...(SmsConfiguration && { SmsConfiguration }),
      },
    }),
    // A pool without MFA shows no factors.
    ...(MfaConfiguration !== 'OFF' && {
      SoftwareTokenMfaConfiguration: { Enabled: enabled.includes('SOFTWARE_TOKEN_MFA') },
    }),
    ...(enabled.includes('EMAIL_OTP') && {
      EmailMfaConfiguration: {
        ...(EmailAuthenticationMessage && { Message: EmailAuthenticationMessage }),
        ...(EmailAuthenticationSubject && { Subject: EmailAuthenticationSubject }),
      },
    }),
    MfaConfiguration,
    ...(WebAuthnRelyingPartyID && {
      WebAuthnConfiguration: {
        RelyingPartyId: WebAuthnRelyingPartyID,
        UserVerification: WebAuthnUserVerification ?? 'preferred',
        FactorConfiguration: WebAuthnFactorConfiguration ?? 'SINGLE_FACTOR',
      },
    }),
  };
}
