import { draftInvitation } from '../messages/messages.ts';
import { checkPassword, generatePassword } from '../secrets/password-policy.ts';
import { newVerifier } from '../secrets/passwords.ts';
import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import type { Caller } from '../triggers/fire.ts';
import { current, updateUser, userForAdmin } from '../users/accounts.ts';
import { CognitoError, invalidParameter } from '../wire/errors.ts';

type Mediums = readonly ('SMS' | 'EMAIL')[];

export interface Invitation {
  /** Null for a user who will sign in with codes. */
  readonly password: string | null;
  readonly expiresAt: number | null;
}

const dayMs = 86_400_000;

/**
 * The temporary password of a new user: the given one, which must meet the policy, or a generated one. If the pool has
 * one-time codes as first factor, a missing password means none, and the user is CONFIRMED.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.no-password
 */
export function invitation(services: Services, pool: UserPool, given: string | undefined): Invitation {
  const { PasswordPolicy } = pool.settings.Policies;
  if (!given && signsInByCode(pool)) return { password: null, expiresAt: null };
  if (given) checkPassword(PasswordPolicy, given, 'does not conform to');
  const password = given || generatePassword(PasswordPolicy, services.world);
  return { password, expiresAt: temporaryPasswordExpiry(services, pool) };
}

/** Whether users of the pool may have no password. */
export function signsInByCode({ settings }: UserPool): boolean {
  const { AllowedFirstAuthFactors } = settings.Policies.SignInPolicy;
  return AllowedFirstAuthFactors.some((factor) => factor === 'EMAIL_OTP' || factor === 'SMS_OTP');
}

export function temporaryPasswordExpiry({ world }: Pick<Services, 'world'>, { settings }: UserPool): number {
  return world.now() + settings.Policies.PasswordPolicy.TemporaryPasswordValidityDays * dayMs;
}

/**
 * Throws InvalidParameterException for a mail to a user without an address, even if the message is suppressed. SMS does
 * not require a number, because it is the default if no medium is named.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.suppressed-invitation
 */
export function refuseWithoutEmail(mediums: Mediums, { email }: Attributes): void {
  if (mediums.includes('EMAIL') && !email) throw invalidParameter('No email provided but desired delivery medium was Email');
}

/** A new message, a new temporary password and a new expiry for a user who has not signed in yet. */
export async function resendInvitation(
  services: Services,
  pool: UserPool,
  name: string,
  given: string | undefined,
  mediums: Mediums,
  caller: Caller,
): Promise<User> {
  const user = userForAdmin(services, pool, name);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    const text = `Resend not possible. ${user.username} status is not FORCE_CHANGE_PASSWORD`;
    throw new CognitoError('UnsupportedUserStateException', text);
  }
  refuseWithoutEmail(mediums, user.attributes);
  const password = given || generatePassword(pool.settings.Policies.PasswordPolicy, services.world);
  const { expiresAt } = invitation(services, pool, password);
  const draft = await draftInvitation(services, pool, user, mediums, caller);
  return services.transaction(() => {
    const now = current(services, user);
    const changed = updateUser(services, pool, now, {
      password: newVerifier(services.world, pool, user.username, password),
      passwordExpiresAt: expiresAt,
      credential: now.credential + 1,
    });
    draft.send(password);
    return changed;
  });
}
