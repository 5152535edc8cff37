import type { UserStatusType } from '@aws-sdk/client-cognito-identity-provider';
import { totpNow } from '../secrets/totp.ts';
import type { Services } from '../services.ts';
import { preferenceOf } from '../sign-in/factors/second-factors.ts';
import type { MfaPreference } from '../store/factors/mfa-store.ts';
import type { UserPool } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { groupClaims } from '../users/group-members.ts';
import { type NextSignIn, nextSignIn } from './next-sign-in.ts';

/** Everything that developers want to know about a user. */
export interface UserOverview {
  readonly username: string;
  readonly sub: string;
  readonly status: UserStatusType;
  readonly enabled: boolean;
  /** Without `sub`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** In order of precedence. */
  readonly groups: readonly string[];
  readonly mfa: MfaPreference;
  /** The code that their authenticator app shows; null if they have no app. */
  readonly totp: Totp | null;
  readonly passkeys: readonly string[];
  /** The remembered devices. */
  readonly devices: readonly string[];
  /** The number of sign-ins with a valid refresh token. */
  readonly signIns: number;
  readonly nextSignIn: NextSignIn;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly modifiedAt: string;
}

interface Totp {
  readonly code: string;
  readonly secondsLeft: number;
  /** A code works only once; if it is used, wait for the next one. */
  readonly isUsed: boolean;
}

export function overviews(services: Services, pool: UserPool, users: readonly User[]): UserOverview[] {
  const live = services.signIns.live(pool.id, services.world.now());
  return users.map((user) => describe(services, pool, user, live.get(user.id) ?? 0));
}

function describe(services: Services, pool: UserPool, user: User, signIns: number): UserOverview {
  return {
    username: user.username,
    sub: user.sub,
    status: user.status,
    enabled: user.enabled,
    attributes: user.attributes,
    groups: groupClaims(services, user).names,
    mfa: preferenceOf(services, pool, user),
    totp: totpOf(services, user),
    passkeys: services.passkeys.ofUser(user.id).map(({ name }) => name),
    devices: services.devices.ofUser(user.id, '', 100).map(({ name, key }) => name ?? key),
    signIns,
    nextSignIn: nextSignIn(services, pool, user),
    createdAt: new Date(user.createdAt).toISOString(),
    modifiedAt: new Date(user.modifiedAt).toISOString(),
  };
}

function totpOf({ mfa, world }: Services, { id }: User): Totp | null {
  const token = mfa.token(id);
  if (!token) return null;
  const { code, step, secondsLeft } = totpNow(world, token.secret);
  return { code, secondsLeft, isUsed: step <= token.lastStep };
}
