import { action } from '../../action.ts';
import { refuseDuringImport } from '../../user-import/jobs.ts';
import { poolOf } from '../../users/accounts.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/**
 * Deletes the pool with its clients, users, groups and keys. What expires by itself is purged later.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html
 */
export const DeleteUserPool = action(input, ({ UserPoolId }, services) => {
  const { pools, users, keys, mfa, pastPasswords, passkeys, devices, groups, resourceServers, imports } = services;
  const { identities, identityProviders, brandings, domains, transaction } = services;
  const { id, settings } = poolOf({ pools }, UserPoolId);
  if (settings.DeletionProtection === 'ACTIVE') {
    throw invalidParameter(
      'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
    );
  }
  refuseDuringImport({ imports }, id);
  transaction(() => {
    mfa.deleteAll(id);
    pastPasswords.deleteAll(id);
    users.deleteAll(id);
    identities.deleteAll(id);
    identityProviders.deleteAll(id);
    brandings.deleteAll(id);
    domains.deleteAll(id);
    passkeys.deleteAll(id);
    devices.deleteAll(id);
    groups.deleteAll(id);
    resourceServers.deleteAll(id);
    imports.deleteAll(id);
    keys.delete(id);
    pools.deletePool(id);
  });
  return {};
});
