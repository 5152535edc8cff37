import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import type { User } from '../store/users/user-store.ts';
import { toList } from './attributes.ts';

/** A user as the administrator's operations describe them. */
export function describeUser(user: User) {
  return {
    Username: user.username,
    Attributes: toList(user),
    UserCreateDate: new Date(user.createdAt),
    UserLastModifiedDate: new Date(user.modifiedAt),
    Enabled: user.enabled,
    UserStatus: user.status,
  } satisfies UserType;
}
