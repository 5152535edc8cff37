import { AuthError, invalidInput } from '../errors/auth-error.ts';
import type { MfaPreferenceInput, SetUserMfaPreferenceInput } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';

/**
 * The second factors of an input, as SetUserMFAPreference and AdminSetUserMFAPreference take them.
 * @throws AuthError `INVALID_INPUT`.
 */
export function readMfaPreference({ sms, softwareToken, email, webAuthn }: SetUserMfaPreferenceInput) {
  refuseContradictions({ sms, softwareToken, email, webAuthn });
  return {
    ...(sms && { SMSMfaSettings: toSettings(sms) }),
    ...(softwareToken && { SoftwareTokenMfaSettings: toSettings(softwareToken) }),
    ...(email && { EmailMfaSettings: toSettings(email) }),
    ...(webAuthn && { WebAuthnMfaSettings: { Enabled: webAuthn.enabled } }),
  };
}

/**
 * Refuses input for which Cognito's answer is not documented.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.preference-contradictions
 */
function refuseContradictions(input: SetUserMfaPreferenceInput): void {
  if (!Object.values(input).some(isGiven)) throw new AuthError('INVALID_INPUT', 'Give at least one second factor.');
  const preferred = (['sms', 'softwareToken', 'email'] as const).filter((factor) => input[factor]?.preferred);
  const off = preferred.find((factor) => !input[factor]?.enabled);
  if (off) throw invalidInput(`${off}.preferred`, 'A second factor that is disabled cannot be preferred.');
  if (preferred[1]) throw invalidInput(`${preferred[1]}.preferred`, 'Only one second factor can be preferred.');
}

function toSettings({ enabled, preferred }: MfaPreferenceInput) {
  return { Enabled: enabled, ...(isGiven(preferred) && { PreferredMfa: preferred }) };
}
