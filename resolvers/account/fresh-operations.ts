import type { AccountField } from '../operations/contexts.ts';

/**
 * The operations that want a recent sign-in: whoever merely holds an access token must not be able to stay, or to lock the owner out. Some of
 * them want it for certain inputs only, which the schema tells.
 */
export const freshOperations = [
  'associateSoftwareToken',
  'verifySoftwareToken',
  'setUserMfaPreference',
  'startWebAuthnRegistration',
  'completeWebAuthnRegistration',
  'deleteWebAuthnCredential',
  'updateUserAttributes',
  'deleteUserAttributes',
  'changePassword',
  'deleteUser',
] as const satisfies readonly AccountField[];
