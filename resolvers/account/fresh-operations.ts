import type { AccountField } from '../call/fields.ts';

/**
 * The operations that require a recent sign-in, so that somebody with a stolen access token can neither keep their
 * access nor lock the owner out. Some require it only for certain inputs, which the schema lists.
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
  'unlinkIdentity',
  'generateRecoveryCodes',
] as const satisfies readonly AccountField[];
