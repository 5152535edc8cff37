import type { AdminField } from '../call/fields.ts';

/**
 * Operations that require a recent sign-in: those that could give an account to somebody else, take it from its owner,
 * or decide who may do so. Without one, somebody at an administrator's open page can only read, invite users and end
 * sessions.
 */
export const freshAdministration = [
  'adminDisableUser',
  'adminDeleteUser',
  'adminResetUserPassword',
  'adminSetUserPassword',
  'adminUpdateUserAttributes',
  'adminSetUserMfaPreference',
  'adminDeleteSoftwareToken',
  'adminResetRecoveryCodes',
  'adminLinkProviderForUser',
  'adminDisableProviderForUser',
  'adminAddUserToGroup',
  'adminRemoveUserFromGroup',
  'deleteGroup',
] as const satisfies readonly AdminField[];
