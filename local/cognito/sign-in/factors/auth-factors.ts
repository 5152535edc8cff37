import type { Services } from '../../services.ts';
import type { UserPool } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { availableFactors } from './first-factors.ts';
import { describeMfa } from './mfa-preference.ts';

/** What a user can sign in with, as GetUserAuthFactors and AdminGetUserAuthFactors show it. */
export function describeAuthFactors(services: Services, pool: UserPool, user: User) {
  const first = availableFactors(services, pool, user).filter((factor) => factor !== 'PASSWORD_SRP');
  const token = services.mfa.token(user.id) ? ['SOFTWARE_TOKEN'] : [];
  return { Username: user.username, ...describeMfa(services, pool, user), ConfiguredUserAuthFactors: [...first, ...token] };
}
