import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import * as documents from '../../../examples/generated/operations.ts';
import type { AccountField } from '../../../resolvers/call/fields.ts';
import type { Answer, Send } from '../send.ts';

/** Calls a field as a user, with these variables instead of the usual ones. */
export type Call = (
  caller: { readonly send: Send; readonly token: string | undefined },
  variables?: Readonly<Record<string, unknown>>,
) => Promise<Answer<unknown>>;

const noDevice = 'eu-central-1_00000000-0000-4000-8000-000000000000';

/**
 * Every field of a signed-in user, with valid variables, so that a refusal has another reason.
 */
export const accountFields: Readonly<Record<AccountField, Call>> = {
  me: field(documents.MeDocument, {}),
  authFactors: field(documents.AuthFactorsDocument, {}),
  devices: field(documents.DevicesDocument, {}),
  device: field(documents.DeviceDocument, { key: noDevice }),
  passkeys: field(documents.PasskeysDocument, {}),
  sessions: field(documents.SessionsDocument, {}),
  linkedIdentities: field(documents.LinkedIdentitiesDocument, {}),
  recoveryCodes: field(documents.RecoveryCodesDocument, {}),
  activity: field(documents.ActivityDocument, {}),
  myData: field(documents.MyDataDocument, {}),
  associateSoftwareToken: field(documents.AssociateSoftwareTokenDocument, {}),
  verifySoftwareToken: field(documents.VerifySoftwareTokenDocument, { input: { code: '123456' } }),
  globalSignOut: field(documents.GlobalSignOutDocument, {}),
  setUserMfaPreference: field(documents.SetUserMfaPreferenceDocument, { input: { softwareToken: { enabled: false } } }),
  confirmDevice: field(documents.ConfirmDeviceDocument, {
    input: { deviceKey: noDevice, passwordVerifier: 'AQID', salt: 'AQID' },
  }),
  startWebAuthnRegistration: field(documents.StartWebAuthnRegistrationDocument, {}),
  completeWebAuthnRegistration: field(documents.CompleteWebAuthnRegistrationDocument, { input: { credential: '{}' } }),
  deleteWebAuthnCredential: field(documents.DeleteWebAuthnCredentialDocument, { input: { credentialId: 'AQID' } }),
  changePassword: field(documents.ChangePasswordDocument, {
    input: { previousPassword: 'Passw0rd! of before', newPassword: 'Passw0rd! from now on' },
  }),
  updateUserAttributes: field(documents.UpdateUserAttributesDocument, {
    input: { attributes: [{ name: 'nickname', value: 'Ann' }] },
  }),
  deleteUserAttributes: field(documents.DeleteUserAttributesDocument, { input: { names: ['nickname'] } }),
  getUserAttributeVerificationCode: field(documents.GetUserAttributeVerificationCodeDocument, { input: { name: 'email' } }),
  verifyUserAttribute: field(documents.VerifyUserAttributeDocument, { input: { name: 'email', code: '123456' } }),
  deleteUser: field(documents.DeleteUserDocument, {}),
  unlinkIdentity: field(documents.UnlinkIdentityDocument, { input: { providerName: 'Google' } }),
  updateDeviceStatus: field(documents.UpdateDeviceStatusDocument, { input: { deviceKey: noDevice, remembered: true } }),
  forgetDevice: field(documents.ForgetDeviceDocument, { input: { deviceKey: noDevice } }),
  revokeUserSession: field(documents.RevokeUserSessionDocument, { input: { sessionId: `tkn${'0'.repeat(25)}` } }),
  generateRecoveryCodes: field(documents.GenerateRecoveryCodesDocument, {}),
};

function field<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  usual: Variables,
): Call {
  return ({ send, token }, variables) => send(document, { ...usual, ...variables }, token);
}
