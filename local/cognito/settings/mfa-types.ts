import type { PoolSettings } from './pool.ts';

/** A second factor, with its name in UserMFASettingList. */
export type MfaType = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

/** CreateUserPool only supports MFA by SMS; the template and SetUserPoolMfaConfig name the other factors. */
export function enabledMfas({ MfaConfiguration, EnabledMfas, SmsConfiguration }: PoolSettings): readonly MfaType[] {
  if (MfaConfiguration === 'OFF') return [];
  return EnabledMfas ?? (SmsConfiguration ? ['SMS_MFA'] : []);
}
