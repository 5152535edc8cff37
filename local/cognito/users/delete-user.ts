import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';

/**
 * Removes a user with everything they own. What expires by itself, such as their sessions, no longer finds the user.
 */
export function deleteUser(services: Services, { id }: User): void {
  const { users, identities, mfa, pastPasswords, passkeys, devices, groups, transaction } = services;
  transaction(() => {
    mfa.removeUser(id);
    pastPasswords.removeUser(id);
    for (const { credentialId } of passkeys.ofUser(id)) passkeys.remove(id, credentialId);
    for (const { key } of devices.ofUser(id, '', Number.MAX_SAFE_INTEGER)) devices.remove(key);
    groups.removeUser(id);
    // The person may sign in again, as a new user.
    identities.removeUser(id);
    users.remove(id);
  });
}
