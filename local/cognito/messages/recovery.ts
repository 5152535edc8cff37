import type { UserPool } from '../store/pool-store.ts';
import type { Attributes, User } from '../store/users/user-store.ts';
import { invalidParameter, notAuthorized } from '../wire/errors.ts';
import type { Contact } from './messages.ts';

/**
 * Where the code of a sign-up may be sent: to an auto-verified address, the phone number first.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.phone-first
 */
export function confirmationOrder({ settings }: UserPool): Contact[] {
  return (['phone_number', 'email'] as const).filter((name) => settings.AutoVerifiedAttributes.includes(name));
}

/** Where the code of a sign-up is sent; undefined if the user gave no such address. */
export function confirmationContact(pool: UserPool, attributes: Attributes): Contact | undefined {
  return confirmationOrder(pool).find((name) => attributes[name]);
}

/**
 * Where the code of a password recovery may be sent, best first: as AccountRecoverySetting says, or the phone number
 * first if it is not set. Throws NotAuthorizedException if only administrators can reset passwords.
 * @see docs/aws-behaviour/cognito-users.md#cognito.users.recovery-order
 */
export function recoveryOrder({ settings }: UserPool): Contact[] {
  const mechanisms = settings.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.length === 0) return ['phone_number', 'email'];
  return mechanisms
    .toSorted((a, b) => a.Priority - b.Priority)
    .map(({ Name }) => {
      if (Name === 'admin_only') throw notAuthorized('Contact administrator to reset password.');
      return contactOf[Name];
    });
}

const contactOf = { verified_phone_number: 'phone_number', verified_email: 'email' } as const;

/** The first of these addresses that the user has verified; undefined if there is none. Throws like `recoveryOrder`. */
export function recoveryContact(pool: UserPool, user: User | undefined): Contact | undefined {
  return recoveryOrder(pool).find((contact) => user?.attributes[contact] && user.attributes[`${contact}_verified`] === 'true');
}

export const cannotReset = () => notAuthorized('User password cannot be reset in the current state.');

export const noContact = () =>
  invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number');
