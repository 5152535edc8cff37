import type { Contact } from '../../messages/messages.ts';
import type { Services } from '../../services.ts';
import { enabledMfas, type MfaType } from '../../settings/mfa-types.ts';
import type { PoolSettings } from '../../settings/pool.ts';
import type { MfaPreference } from '../../store/factors/mfa-store.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { invalidParameter } from '../../wire/errors.ts';
import type { SecondFactor } from '../steps/outcome.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html

const contacts = { SMS_MFA: 'phone_number', EMAIL_OTP: 'email' } as const;
const mfaTypes: readonly MfaType[] = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'];

/** The kind of address that codes of a factor are sent to; undefined for an authenticator app. */
export function contactOf(factor: MfaType): Contact | undefined {
  return factor === 'SOFTWARE_TOKEN_MFA' ? undefined : contacts[factor];
}

/**
 * The preference without factors that the user can no longer use. An authenticator app still works if the pool has
 * disabled them.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.apps-outlive-the-setting
 */
export function preferenceOf({ mfa }: Pick<Services, 'mfa'>, { settings }: UserPool, user: User): MfaPreference {
  const { enabled, preferred } = mfa.preference(user.id);
  const inPool = enabledMfas(settings);
  const usable = enabled.filter((factor) => {
    const contact = contactOf(factor);
    return contact ? inPool.includes(factor) && user.attributes[contact] : mfa.token(user.id);
  });
  return { enabled: usable, preferred: preferred && usable.includes(preferred) ? preferred : null };
}

/** The factors that a user of an OPTIONAL pool has enabled. */
export function activeFactors(services: Pick<Services, 'mfa'>, pool: UserPool, user: User): readonly MfaType[] {
  return preferenceOf(services, pool, user).enabled;
}

/** The factors that a user can be asked for after a password. */
export function usableFactors(services: Pick<Services, 'mfa'>, pool: UserPool, user: User): readonly MfaType[] {
  return pool.settings.MfaConfiguration === 'ON'
    ? requiredFactors(services, pool, user)
    : preferenceOf(services, pool, user).enabled;
}

/**
 * Undefined if no second factor is asked for. Throws InvalidParameterException if the pool requires MFA and the user
 * has nothing that could be asked for.
 */
export function secondFactorOf(services: Pick<Services, 'mfa'>, pool: UserPool, user: User): SecondFactor | undefined {
  const { MfaConfiguration } = pool.settings;
  if (MfaConfiguration === 'OFF') return undefined;
  const { preferred } = preferenceOf(services, pool, user);
  if (preferred) return { ask: preferred };
  const choices = usableFactors(services, pool, user);
  const [only] = choices;
  if (only) return choices.length === 1 ? { ask: only } : { choose: choices };
  if (MfaConfiguration === 'OPTIONAL') return undefined;
  const setUp = enabledMfas(pool.settings).filter((factor) => canSetUp(pool.settings, user, factor));
  if (setUp.length === 0) throw invalidParameter('The user has no factor for the MFA that the user pool requires.');
  return { setUp };
}

/**
 * If MFA is required, a registered authenticator app counts without a preference, and so does an address, verified or
 * not.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.decision
 */
function requiredFactors({ mfa }: Pick<Services, 'mfa'>, { settings }: UserPool, user: User): readonly MfaType[] {
  const inPool = enabledMfas(settings);
  return mfaTypes.filter((factor) => {
    const contact = contactOf(factor);
    if (!contact) return mfa.token(user.id) !== undefined;
    return inPool.includes(factor) && user.attributes[contact] && !isOnlyRecovery(settings, contact);
  });
}

/**
 * If passwords can only be recovered through one address, it cannot also be the second factor: one mailbox would then
 * be both.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mail-factor-and-recovery
 */
function isOnlyRecovery({ AccountRecoverySetting }: PoolSettings, contact: Contact): boolean {
  const [first, second] = AccountRecoverySetting?.RecoveryMechanisms ?? [];
  return second === undefined && first?.Name === `verified_${contact}`;
}

function canSetUp(settings: PoolSettings, user: User, factor: MfaType): boolean {
  const contact = contactOf(factor);
  return !contact || (!user.attributes[contact] && !isOnlyRecovery(settings, contact));
}
