import { invalidParameter, notAuthorized } from './errors.ts';
import type { Contact } from './messages.ts';
import type { UserPool } from './store/pools.ts';
import type { Attributes, User } from './store/users.ts';

/** Where the code of a sign-up goes: to an auto-verified address that the user gave, the phone before the mail. */
export function confirmationContact(pool: UserPool, attributes: Attributes): Contact | undefined {
  const verified = pool.settings.AutoVerifiedAttributes;
  return (['phone_number', 'email'] as const).find((name) => verified.includes(name) && attributes[name]);
}

/**
 * Where the code of a password recovery goes: to the first verified address in the order of AccountRecoverySetting, which is phone
 * before mail when unset. Undefined when the user has none. Throws NotAuthorizedException in a pool where only administrators reset.
 */
export function recoveryContact(pool: UserPool, user: User | undefined): Contact | undefined {
  const mechanisms = pool.settings.AccountRecoverySetting?.RecoveryMechanisms ?? [];
  if (mechanisms.some(({ Name }) => Name === 'admin_only')) throw notAuthorized('Contact administrator to reset password.');
  const order =
    mechanisms.length > 0 ? mechanisms.toSorted((a, b) => a.Priority - b.Priority).map(({ Name }) => Name) : legacyOrder;
  return order
    .map((name) => contactOf[name])
    .find((contact) => contact && user?.attributes[contact] && user.attributes[`${contact}_verified`] === 'true');
}

const legacyOrder = ['verified_phone_number', 'verified_email'] as const;
const contactOf = { verified_phone_number: 'phone_number', verified_email: 'email', admin_only: undefined } as const;

export const cannotReset = () => notAuthorized('User password cannot be reset in the current state.');

export const noContact = () =>
  invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number');
