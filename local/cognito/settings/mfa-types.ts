import type { PoolSettings } from './pool.ts';

/** A second factor, in the words of UserMFASettingList. */
export type MfaType = 'SMS_MFA' | 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

/** CreateUserPool knows MFA by text message alone; the template and SetUserPoolMfaConfig name the others. */
export function enabledMfas({ MfaConfiguration, EnabledMfas, SmsConfiguration }: PoolSettings): readonly MfaType[] {
  if (MfaConfiguration === 'OFF') return [];
  return EnabledMfas ?? (SmsConfiguration ? ['SMS_MFA'] : []);
}
