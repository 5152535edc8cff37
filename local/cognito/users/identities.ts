import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html

/**
 * The attribute `identities`: JSON, as GetUser, AdminGetUser, ListUsers and the triggers show it; undefined for a user
 * without external identities.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.identities
 */
export function identitiesAttribute(user: Pick<User, 'identities'>): string | undefined {
  if (user.identities.length === 0) return undefined;
  return JSON.stringify(shown(user, (value) => value));
}

/** The claim `identities` of the ID token, in which all values are strings. */
export function identitiesClaim(user: Pick<User, 'identities'>): object {
  if (user.identities.length === 0) return {};
  return { identities: shown(user, String) };
}

/**
 * Whether a user can still sign in with a provider: it exists, and an identity of it is linked to them. For the pool
 * itself (null) yes, since a user's credential tells of a password that ended.
 */
export function signsInWith(
  { identityProviders }: Pick<Services, 'identityProviders'>,
  { poolId, identities }: Pick<User, 'poolId' | 'identities'>,
  provider: string | null,
): boolean {
  if (provider === null) return true;
  return identities.some((identity) => identity.provider === provider) && identityProviders.find(poolId, provider) !== undefined;
}

function shown({ identities }: Pick<User, 'identities'>, form: (value: boolean | number) => unknown): object[] {
  return identities.map(({ provider, type, issuer, subject, isPrimary, createdAt }) => ({
    userId: subject,
    providerName: provider,
    providerType: type,
    issuer,
    primary: form(isPrimary),
    dateCreated: form(createdAt),
  }));
}
