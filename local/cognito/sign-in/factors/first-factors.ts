import { hasPassword } from '../../secrets/passwords.ts';
import type { Services } from '../../services.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { isExternal } from '../../users/external-user.ts';
import { usablePasskeys } from '../../webauthn/passkeys.ts';
import { passkeyIsMultiFactor } from '../../webauthn/relying-party.ts';
import type { FirstFactor } from '../steps/outcome.ts';
import { activeFactors } from './second-factors.ts';

/**
 * In the order of Cognito's own answers.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.order
 */
const firstFactors: readonly FirstFactor[] = ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];

/**
 * What a user can sign in with: what the pool allows and the user has. A user who needs a second factor cannot use
 * one-time codes, after which no second factor is asked for, and a passkey only if it counts as two factors. A user
 * with a temporary password can only use that.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.choice.available
 */
export function availableFactors(services: Services, pool: UserPool, user: User): FirstFactor[] {
  // The provider of an external user has the factors.
  if (isExternal(user)) return [];
  const { settings } = pool;
  const allowed = settings.Policies.SignInPolicy.AllowedFirstAuthFactors;
  const isStrict =
    settings.MfaConfiguration === 'ON' ||
    (settings.MfaConfiguration === 'OPTIONAL' && activeFactors(services, pool, user).length > 0);
  const byCode = !isStrict && user.status !== 'FORCE_CHANGE_PASSWORD';
  const byPassword = allowed.includes('PASSWORD') && hasPassword(user);
  const has: Record<FirstFactor, boolean> = {
    PASSWORD_SRP: byPassword,
    PASSWORD: byPassword,
    EMAIL_OTP: byCode && allowed.includes('EMAIL_OTP') && Boolean(user.attributes['email']),
    SMS_OTP: byCode && allowed.includes('SMS_OTP') && Boolean(user.attributes['phone_number']),
    WEB_AUTHN: (!isStrict || passkeyIsMultiFactor(settings)) && hasPasskey(services, pool, user),
  };
  return firstFactors.filter((factor) => has[factor]);
}

function hasPasskey(services: Pick<Services, 'passkeys'>, pool: UserPool, user: User): boolean {
  const offered = pool.settings.Policies.SignInPolicy.AllowedFirstAuthFactors.includes('WEB_AUTHN');
  return offered && usablePasskeys(services, pool, user).length > 0;
}
