import type { Services } from '../../services.ts';
import type { MfaType } from '../../settings/mfa-types.ts';
import { enabledMfas } from '../../settings/mfa-types.ts';
import type { MfaPreference } from '../../store/factors/mfa-store.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { refuseExternal } from '../../users/external-user.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { boolean, structure } from '../../wire/members.ts';
import { contactOf, preferenceOf } from './second-factors.ts';

const settings = structure({ Enabled: boolean, PreferredMfa: boolean });

/** The input of SetUserMFAPreference and AdminSetUserMFAPreference. Factors that are not named stay as they are. */
export const mfaPreferenceMembers = {
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
  WebAuthnMfaSettings: structure({ Enabled: boolean }),
};

interface FactorSettings {
  readonly Enabled?: boolean;
  readonly PreferredMfa?: boolean;
}

export interface MfaPreferenceInput {
  readonly SMSMfaSettings?: FactorSettings;
  readonly SoftwareTokenMfaSettings?: FactorSettings;
  readonly EmailMfaSettings?: FactorSettings;
  readonly WebAuthnMfaSettings?: { readonly Enabled?: boolean };
}

/**
 * Enables and disables factors. Throws InvalidParameterException for a factor that the user cannot use, for two
 * preferred ones, and, if a user calls it, when MFA is required and no factor would be left.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserMFAPreference.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.preference-contradictions
 */
export function setMfaPreference(
  services: Services,
  pool: UserPool,
  user: User,
  input: MfaPreferenceInput,
  by: 'user' | 'admin',
): void {
  if (input.WebAuthnMfaSettings?.Enabled) {
    throw invalidParameter('Passkeys count as MFA where WebAuthnFactorConfiguration says so, for all users of the pool.');
  }
  const before = services.mfa.preference(user.id);
  const given: readonly (readonly [MfaType, FactorSettings])[] = [
    ['SMS_MFA', input.SMSMfaSettings ?? {}],
    ['SOFTWARE_TOKEN_MFA', input.SoftwareTokenMfaSettings ?? {}],
    ['EMAIL_OTP', input.EmailMfaSettings ?? {}],
  ];
  const enabled = given.filter(([type, { Enabled, PreferredMfa }]) => Enabled ?? (PreferredMfa || before.enabled.includes(type)));
  for (const [type, { Enabled, PreferredMfa }] of given) {
    if (PreferredMfa && Enabled === false) throw invalidParameter(`${type} cannot be preferred without being enabled.`);
    if (Enabled || PreferredMfa) {
      refuseExternal(user, 'set up MFA');
      refuseUnusable(services, pool, user, type);
    }
  }
  const [preferred, second] = given.filter(([, { PreferredMfa }]) => PreferredMfa).map(([type]) => type);
  if (second) throw invalidParameter('Only one MFA can be set as preferred.');
  const types = enabled.map(([type]) => type);
  const kept = given.some(([type, { PreferredMfa }]) => type === before.preferred && PreferredMfa === false)
    ? null
    : before.preferred;
  const candidate = preferred ?? kept;
  const isTurnedOff = input.SoftwareTokenMfaSettings?.Enabled === false;
  if (by === 'user' && pool.settings.MfaConfiguration === 'ON' && isTurnedOff && types.length === 0) {
    throw invalidParameter('The user pool requires MFA: the last factor cannot be turned off.');
  }
  services.transaction(() => {
    services.mfa.putPreference(user.id, { enabled: types, preferred: candidate && types.includes(candidate) ? candidate : null });
    // A disabled authenticator app must be set up again; this is how administrators reset a lost one.
    if (isTurnedOff) services.mfa.removeToken(user.id);
  });
}

/** Adds a factor to those that are enabled. */
export function turnOn({ mfa }: Pick<Services, 'mfa'>, { id }: User, factor: MfaType): void {
  const { enabled, preferred } = mfa.preference(id);
  if (!enabled.includes(factor)) mfa.putPreference(id, { enabled: [...enabled, factor], preferred });
}

/** As GetUser and AdminGetUser show it; an empty object if the user has no factor. */
export function describeMfa(services: Pick<Services, 'mfa'>, pool: UserPool, user: User) {
  const { enabled, preferred }: MfaPreference = preferenceOf(services, pool, user);
  return {
    ...(preferred && { PreferredMfaSetting: preferred }),
    ...(enabled.length > 0 && { UserMFASettingList: [...enabled] }),
  };
}

function refuseUnusable({ mfa }: Services, pool: UserPool, user: User, type: MfaType): void {
  const contact = contactOf(type);
  if (!contact) {
    if (mfa.token(user.id)) return;
    const isPending = mfa.pendingSecret(user.id) !== undefined;
    throw invalidParameter(`User has not ${isPending ? 'verified' : 'set up'} software token mfa`);
  }
  if (!enabledMfas(pool.settings).includes(type) || !user.attributes[contact]) {
    throw invalidParameter(`User does not have delivery config set to turn on ${type}`);
  }
}
