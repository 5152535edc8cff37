import { AdminAddUserToGroupCommand, CreateGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { AdminField } from '../../../resolvers/call/fields.ts';
import type { FieldOperation } from '../../../resolvers/call/operation.ts';
import type { Instance } from './instance.ts';
import { confirmed, type Person, signedIn } from './people.ts';

/** Creates the group of the administrators, as the stack does. */
export async function makeGroup({ admin, userPoolId }: Instance, GroupName = 'admin'): Promise<void> {
  await admin.send(new CreateGroupCommand({ UserPoolId: userPoolId, GroupName }));
}

/** Adds a user to a group, as the command for a deployed stage does. */
export async function join({ admin, userPoolId }: Instance, { username }: Person, GroupName = 'admin'): Promise<void> {
  await admin.send(new AdminAddUserToGroupCommand({ UserPoolId: userPoolId, Username: username, GroupName }));
}

/** An administrator who has signed in since they became one. */
export async function administrator(instance: Instance): Promise<{ readonly person: Person; readonly token: string }> {
  const person = await confirmed(instance);
  await join(instance, person);
  return { person, token: (await signedIn(instance, person)).accessToken };
}

/** One call of each field of administrators, about a user of this name. */
export function adminCalls(username: string) {
  const input = { username };
  const group = { input: { groupName: 'staff' } };
  return {
    users: {},
    user: { username },
    groups: {},
    groupMembers: { groupName: 'staff' },
    adminListUserSessions: { username },
    adminListActivity: { username },
    adminCreateUser: { input: { username: `${username}2`, temporaryPassword: 'Correct-horse-1' } },
    adminConfirmSignUp: { input },
    adminEnableUser: { input },
    adminDisableUser: { input },
    adminDeleteUser: { input },
    adminResetUserPassword: { input },
    adminSetUserPassword: { input: { ...input, password: 'Correct-horse-1' } },
    adminUpdateUserAttributes: { input: { ...input, attributes: [{ name: 'given_name', value: 'Ann' }] } },
    adminUserGlobalSignOut: { input },
    adminSetUserMfaPreference: { input: { ...input, sms: { enabled: false } } },
    adminDeleteSoftwareToken: { input },
    adminResetRecoveryCodes: { input },
    adminRevokeUserSession: { input: { ...input, sessionId: 'tknm5k9p2q7r4s8t1v6w3x0y5z2b' } },
    adminLinkProviderForUser: { input: { ...input, providerName: 'Google', userId: '1234' } },
    adminDisableProviderForUser: { input: { ...input, providerName: 'Google', userId: '1234' } },
    adminForgetDevice: { input: { ...input, deviceKey: 'eu-central-1_f0f0f0f0-f0f0-40f0-80f0-f0f0f0f0f0f0' } },
    adminAddUserToGroup: { input: { ...input, groupName: 'staff' } },
    adminRemoveUserFromGroup: { input: { ...input, groupName: 'staff' } },
    createGroup: group,
    updateGroup: group,
    deleteGroup: group,
  } satisfies { readonly [F in AdminField]: Parameters<FieldOperation<F, never>>[0] };
}
