import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';

/**
 * Removes a user with everything they own. What expires by itself, such as their sessions, no longer finds the user.
 */
export function deleteUser({ users, mfa, pastPasswords, passkeys, devices, groups, transaction }: Services, { id }: User): void {
  transaction(() => {
    mfa.removeUser(id);
    pastPasswords.removeUser(id);
    for (const { credentialId } of passkeys.ofUser(id)) passkeys.remove(id, credentialId);
    for (const { key } of devices.ofUser(id, '', Number.MAX_SAFE_INTEGER)) devices.remove(key);
    groups.removeUser(id);
    users.remove(id);
  });
}
