import type { AdminField } from '../call/fields.ts';

/**
 * What wants a recent sign-in: what gives an account to somebody else, takes it from its owner, or decides who may do
 * so. Whoever finds a page of an administrator open can look, invite, and end sessions.
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
  'adminAddUserToGroup',
  'adminRemoveUserFromGroup',
  'deleteGroup',
] as const satisfies readonly AdminField[];
