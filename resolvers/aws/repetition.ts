interface Row {
  /** Whether it may be carried out twice: it changes nothing, or the second time has no further effect. */
  readonly repeatable: boolean;
  /** What users should do if it is unknown whether it was carried out. */
  readonly advice: string;
  /** Whether the caller may repeat the call without being blamed for the first one. Absent: no. */
  readonly retryable?: true;
}

/** What we may repeat, the caller may repeat as well. */
const repeatable: Row = { repeatable: true, retryable: true, advice: 'Try again.' };

/**
 * For every operation of Cognito that is sent: whether it is sent again if it is unknown whether the first time was
 * carried out.
 */
const rows = {
  // Reads.
  GetUser: repeatable,
  GetUserAuthFactors: repeatable,
  ListDevices: repeatable,
  AdminListDevices: repeatable,
  GetDevice: repeatable,
  ListWebAuthnCredentials: repeatable,
  ListUserSessions: repeatable,
  // Sets the same preference a second time.
  SetUserMFAPreference: repeatable,
  // Has no further effect either.
  UpdateDeviceStatus: repeatable,
  AdminUserGlobalSignOut: repeatable,
  AdminSetUserPassword: repeatable,
  // The new challenge replaces the first one, which nobody has seen.
  StartWebAuthnRegistration: repeatable,
  // Revoking a token again succeeds; even a refusal would not undo the revocation.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.revoke-twice
  RevokeToken: repeatable,
  // A read.
  AdminGetUser: repeatable,
  // A repetition has no further effect, and the callers accept that something is already gone.
  AdminSetUserMFAPreference: repeatable,
  AdminDeleteSoftwareToken: repeatable,
  // Reads of administrators.
  ListUsers: repeatable,
  ListUsersInGroup: repeatable,
  ListGroups: repeatable,
  AdminGetUserAuthFactors: repeatable,
  AdminListGroupsForUser: repeatable,
  AdminListUserSessions: repeatable,
  // What administrators may do twice as well as once.
  AdminEnableUser: repeatable,
  AdminDisableUser: repeatable,
  AdminAddUserToGroup: repeatable,
  AdminRemoveUserFromGroup: repeatable,
  UpdateGroup: repeatable,

  // Counts wrong passwords, sends codes, runs triggers, and may use up a session. Users can type the password again in
  // any case.
  InitiateAuth: { repeatable: false, retryable: true, advice: 'Try again; if a code arrives, the newest one counts.' },
  AdminInitiateAuth: { repeatable: false, retryable: true, advice: 'Try again.' },
  // Each sends a message.
  ForgotPassword: { repeatable: false, retryable: true, advice: 'Wait for the code a moment before you ask for another.' },
  ResendConfirmationCode: {
    repeatable: false,
    retryable: true,
    advice: 'Wait for the code a moment before you ask for another.',
  },
  // With rotation the refresh token may be used up. Then users have to sign in, whichever call uses it up.
  GetTokensFromRefreshToken: { repeatable: false, retryable: true, advice: 'Try again; if the token is refused, sign in.' },

  // The name would already exist.
  SignUp: {
    repeatable: false,
    advice: 'Your account may exist: look for the code, or try to sign in, before you sign up again.',
  },
  AdminCreateUser: {
    repeatable: false,
    advice: 'The account may exist: look for it, or try to sign in, before you make it again.',
  },
  // The code would already be used up.
  ConfirmSignUp: {
    repeatable: false,
    advice: 'Your account may be confirmed: try to sign in, and set a password with `forgotPassword` if yours is refused.',
  },
  ConfirmForgotPassword: { repeatable: false, advice: 'The new password may be set: try to sign in with it.' },
  // The session would be used up, and with it the code or the proof.
  RespondToAuthChallenge: {
    repeatable: false,
    advice: 'Start again with `login`; if you chose a new password, it may already be set.',
  },
  AssociateSoftwareToken: { repeatable: false, advice: 'Start again; nothing that you have is lost.' },
  VerifySoftwareToken: { repeatable: false, advice: 'The authenticator app may be set up: sign in and see.' },
  // The registration would already be used up.
  CompleteWebAuthnRegistration: {
    repeatable: false,
    advice: 'The passkey may be registered: try to sign in with it, or start again with `startWebAuthnRegistration`.',
  },
  // The device would already be confirmed.
  ConfirmDevice: { repeatable: false, advice: 'The device may be confirmed: sign in again and see.' },
  // The previous password would be a different one.
  ChangePassword: { repeatable: false, advice: 'The new password may be set: try to sign in with it.' },
  // Sends codes.
  UpdateUserAttributes: {
    repeatable: false,
    retryable: true,
    advice: 'Look at the account before you try again; of several codes the newest one counts.',
  },
  GetUserAttributeVerificationCode: {
    repeatable: false,
    retryable: true,
    advice: 'Wait for the code a moment before you ask for another.',
  },
  DeleteUserAttributes: { repeatable: false, advice: 'Look at the account before you try again.' },
  // The code would already be used up.
  VerifyUserAttribute: { repeatable: false, advice: 'It may be verified: look at the account.' },
  // The user would no longer exist.
  DeleteUser: { repeatable: false, advice: 'The account may be deleted: try to sign in.' },
  // There would be nothing left to remove.
  ForgetDevice: { repeatable: false, advice: 'The device may be forgotten: look at the list of devices.' },
  AdminForgetDevice: { repeatable: false, advice: 'The device may be forgotten.' },
  DeleteWebAuthnCredential: { repeatable: false, advice: 'The passkey may be removed: look at the list of passkeys.' },
  RevokeUserSession: { repeatable: false, advice: 'The session may have ended: look at the list of sessions.' },
  // There would be nothing left to confirm or to remove.
  AdminConfirmSignUp: { repeatable: false, advice: 'The user may be confirmed: look at them.' },
  AdminDeleteUser: { repeatable: false, advice: 'The user may be deleted: look for them.' },
  AdminLinkProviderForUser: { repeatable: false, advice: 'The identity may be linked: look at the user.' },
  AdminDisableProviderForUser: { repeatable: false, advice: 'The identity may be unlinked: look at the linked identities.' },
  AdminRevokeUserSession: { repeatable: false, advice: 'The session may have ended: look at the list of sessions.' },
  DeleteGroup: { repeatable: false, advice: 'The group may be deleted: look at the list of groups.' },
  CreateGroup: { repeatable: false, advice: 'The group may exist: look at the list of groups.' },
  // A second code would be sent.
  AdminResetUserPassword: { repeatable: false, advice: 'The code may be sent: look at the user first.' },
  AdminUpdateUserAttributes: { repeatable: false, advice: 'Look at the user before you try again.' },
  // The access token of the call would already be revoked.
  GlobalSignOut: { repeatable: false, advice: 'The sessions may have ended: sign in, and sign out everywhere again to be sure.' },
} as const satisfies Readonly<Record<string, Row>>;

/** Every operation of Cognito that is sent. */
export type CognitoOperation = keyof typeof rows;

// Pure, so that bundles that call nothing do not contain the table.
const table: ReadonlyMap<string, Row> = /* @__PURE__ */ new Map<string, Row>(/* @__PURE__ */ Object.entries(rows));
/** An operation without a row is never sent twice. */
const unlisted: Row = { repeatable: false, advice: 'Check whether it was carried out before you try again.' };

export function isRepeatable(operation: string): boolean {
  return (table.get(operation) ?? unlisted).repeatable;
}

/**
 * What a user is told if it is unknown whether a call was carried out.
 * @param why The reason, as the beginning of a sentence.
 */
export function adviceFor(
  operation: string,
  why = 'Cognito gave no clear answer',
): { readonly message: string; readonly retryable: boolean } {
  const { advice, retryable = false } = table.get(operation) ?? unlisted;
  return { message: `${why}, so this may have happened or not. ${advice}`, retryable };
}
