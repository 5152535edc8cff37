import { uuid } from '../../world/random.ts';
import type { World } from '../../world/world.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { Attributes, NewUser } from '../store/users/user-store.ts';
import { invalidParameter } from '../wire/errors.ts';
import { looksLikeEmail, looksLikePhone } from './sign-in-names.ts';

export interface Named {
  readonly sub: string;
  readonly username: string;
  /** The attribute with the typed name, in a pool whose users sign in with an address. */
  readonly attributes: Attributes;
}

/**
 * With UsernameAttributes, the typed name must be such an address and is stored as an attribute; the username is the
 * sub. Otherwise the typed name is the username, and must not look like an alias of the pool.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.address-as-name
 */
export function usernameFor(pool: UserPool, typed: string, world: World): Named {
  const { UsernameAttributes, AliasAttributes } = pool.settings;
  const sub = uuid(world);
  if (UsernameAttributes.length > 0) {
    const attribute = UsernameAttributes.find((name) => shapes[name].matches(typed));
    if (!attribute) throw invalidParameter(`Username should be ${expected(UsernameAttributes)}.`);
    return { sub, username: sub, attributes: { [attribute]: typed } };
  }
  for (const alias of ['email', 'phone_number'] as const) {
    if (!AliasAttributes.includes(alias) || !shapes[alias].matches(typed)) continue;
    const { format, configured } = shapes[alias];
    throw invalidParameter(`Username cannot be of ${format} format, since user pool is configured for ${configured} alias.`);
  }
  return { sub, username: typed, attributes: {} };
}

export function newUser(
  pool: UserPool,
  user: Pick<NewUser, 'sub' | 'username' | 'attributes' | 'status' | 'password' | 'passwordExpiresAt'> &
    Partial<Pick<NewUser, 'importedHash'>>,
  world: World,
): NewUser {
  const now = world.now();
  return {
    importedHash: null,
    ...user,
    poolId: pool.id,
    enabled: true,
    credential: 0,
    generation: 0,
    createdAt: now,
    modifiedAt: now,
  };
}

const shapes = {
  email: { matches: looksLikeEmail, format: 'email', configured: 'email' },
  phone_number: { matches: looksLikePhone, format: 'phone number', configured: 'phone number' },
} as const;

function expected(names: readonly ('email' | 'phone_number')[]): string {
  if (names.length > 1) return 'either an email or a phone number';
  return names.includes('email') ? 'an email' : 'a phone number';
}
