import type { AccountField } from '../call/fields.ts';

/**
 * The operations that want a recent sign-in, so that somebody who merely holds an access token can neither stay nor
 * lock the owner out. Some of them want it for certain inputs only; the schema says for which.
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
  'generateRecoveryCodes',
] as const satisfies readonly AccountField[];
