// Generated from operations.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The kinds of events in an account's history. */
export const ActivityKind = {
  /** A recovery code was used. */
  AccessRecovered: 'ACCESS_RECOVERED',
  AccountConfirmed: 'ACCOUNT_CONFIRMED',
  AccountDisabled: 'ACCOUNT_DISABLED',
  AccountEnabled: 'ACCOUNT_ENABLED',
  /** An e-mail address or phone number was changed or removed. */
  AddressChanged: 'ADDRESS_CHANGED',
  /** The user, an administrator, did something: `detail` has the name of the operation, and the `sub` of the other user or the name of the group. */
  Administered: 'ADMINISTERED',
  DeviceForgotten: 'DEVICE_FORGOTTEN',
  DeviceRemembered: 'DEVICE_REMEMBERED',
  /** A passkey or a second factor was added. */
  FactorAdded: 'FACTOR_ADDED',
  FactorRemoved: 'FACTOR_REMOVED',
  GroupJoined: 'GROUP_JOINED',
  GroupLeft: 'GROUP_LEFT',
  /** An identity at another provider was linked by an administrator. `detail` has the name of the provider. */
  IdentityLinked: 'IDENTITY_LINKED',
  IdentityUnlinked: 'IDENTITY_UNLINKED',
  /** The account was made, or its invitation sent again. */
  Invited: 'INVITED',
  PasswordChanged: 'PASSWORD_CHANGED',
  /** Somebody with a session entered a wrong current password. */
  PasswordChangeRefused: 'PASSWORD_CHANGE_REFUSED',
  PasswordReset: 'PASSWORD_RESET',
  PasswordResetRefused: 'PASSWORD_RESET_REFUSED',
  /** Somebody asked for a code to set a new password. */
  PasswordResetRequested: 'PASSWORD_RESET_REQUESTED',
  ProfileChanged: 'PROFILE_CHANGED',
  RecoveryCodesMade: 'RECOVERY_CODES_MADE',
  RecoveryCodesRemoved: 'RECOVERY_CODES_REMOVED',
  RecoveryRefused: 'RECOVERY_REFUSED',
  /** The user ended another session. */
  SessionEnded: 'SESSION_ENDED',
  SignedIn: 'SIGNED_IN',
  /** The user ended this session. */
  SignedOut: 'SIGNED_OUT',
  SignedOutEverywhere: 'SIGNED_OUT_EVERYWHERE',
  /** A password, code or other proof was refused. Somebody entered the user's name or one of their addresses. */
  SignInRefused: 'SIGN_IN_REFUSED'
} as const;

export type ActivityKind = typeof ActivityKind[keyof typeof ActivityKind];
export type AdminAddUserToGroupInput = {
  groupName: string;
  username: string;
};

export type AdminConfirmSignUpInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  clientMetadata?: string | null | undefined;
  username: string;
};

/** Wants `email` or `phoneNumber`, unless there is a `temporaryPassword`. With `resend` it takes `username`, `temporaryPassword` and `clientMetadata` alone. */
export type AdminCreateUserInput = {
  /** Further attributes, also those that users may not write themselves; never `email`, `phone_number` or a verified flag. */
  attributes?: Array<AttributeInput> | null | undefined;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  email?: string | null | undefined;
  /** E.164, such as `+15555550100`. */
  phoneNumber?: string | null | undefined;
  /** Whether to send a new temporary password to a user who was invited before. */
  resend?: boolean | null | undefined;
  /** A password for the first sign-in. Default: one that is made up and sent. */
  temporaryPassword?: string | null | undefined;
  /** As in `SignUpInput`. */
  username: string;
};

export type AdminDeleteSoftwareTokenInput = {
  username: string;
};

export type AdminDeleteUserInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  evenIfLast?: boolean | null | undefined;
  username: string;
};

export type AdminDisableProviderForUserInput = {
  /** `LinkedIdentity.providerName`. */
  providerName: string;
  /** `LinkedIdentity.userId`. */
  userId: string;
  username: string;
};

export type AdminDisableUserInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  evenIfLast?: boolean | null | undefined;
  username: string;
};

export type AdminEnableUserInput = {
  username: string;
};

export type AdminForgetDeviceInput = {
  /** `Device.key`. */
  deviceKey: string;
  username: string;
};

export type AdminLinkProviderForUserInput = {
  /** `FederationProvider.name`. */
  providerName: string;
  /** The permanent id of the user at the provider, in the same upper and lower case as there. */
  userId: string;
  username: string;
};

export type AdminRemoveUserFromGroupInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  evenIfLast?: boolean | null | undefined;
  groupName: string;
  username: string;
};

export type AdminResetRecoveryCodesInput = {
  username: string;
};

export type AdminResetUserPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  username: string;
};

export type AdminRevokeUserSessionInput = {
  /** `Session.sessionId`. */
  sessionId: string;
  username: string;
};

/** Each factor that is given is set; at most one of them may be preferred. */
export type AdminSetUserMfaPreferenceInput = {
  email?: MfaPreferenceInput | null | undefined;
  sms?: MfaPreferenceInput | null | undefined;
  softwareToken?: MfaPreferenceInput | null | undefined;
  username: string;
  webAuthn?: WebAuthnMfaPreferenceInput | null | undefined;
};

export type AdminSetUserPasswordInput = {
  password: string;
  /** Whether the user may keep it. */
  permanent?: boolean | null | undefined;
  username: string;
};

export type AdminUpdateUserAttributesInput = {
  /** At least one. Attributes that are left out stay as they are. */
  attributes: Array<AttributeInput>;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  username: string;
};

export type AdminUserGlobalSignOutInput = {
  username: string;
};

export type AssociateSoftwareTokenInput = {
  /**
   * The account name that the app shows, such as the e-mail address: up to 128 characters. The default is the signed-in
   * user's name. During a sign-in the name is not known here, so there is no default.
   */
  accountName?: string | null | undefined;
  /** The session of `MfaSetupChallenge`. A signed-in user sends none. */
  session?: string | null | undefined;
};

export type AttributeInput = {
  name: string;
  value: string;
};

/** The flows of `login`, with Cognito's names (AuthFlowType). */
export const AuthFlow = {
  /** The deployment's own Lambda triggers ask the questions. */
  CustomAuth: 'CUSTOM_AUTH',
  /** The user chooses among the first factors that they have. */
  UserAuth: 'USER_AUTH',
  /** The client sends the password to Cognito. */
  UserPasswordAuth: 'USER_PASSWORD_AUTH',
  /** The password stays on the client, which proves that it knows it (SRP-6a). */
  UserSrpAuth: 'USER_SRP_AUTH'
} as const;

export type AuthFlow = typeof AuthFlow[keyof typeof AuthFlow];
/** The provider of a captcha. */
export const CaptchaKind = {
  Hcaptcha: 'HCAPTCHA',
  /** Another provider that verifies in the same way. */
  Other: 'OTHER',
  /** Google reCAPTCHA v2. */
  Recaptcha: 'RECAPTCHA',
  /** Cloudflare Turnstile. */
  Turnstile: 'TURNSTILE'
} as const;

export type CaptchaKind = typeof CaptchaKind[keyof typeof CaptchaKind];
/** Cognito's challenges, with Cognito's names (ChallengeNameType). */
export const ChallengeName = {
  CustomChallenge: 'CUSTOM_CHALLENGE',
  DevicePasswordVerifier: 'DEVICE_PASSWORD_VERIFIER',
  DeviceSrpAuth: 'DEVICE_SRP_AUTH',
  EmailOtp: 'EMAIL_OTP',
  MfaSetup: 'MFA_SETUP',
  NewPasswordRequired: 'NEW_PASSWORD_REQUIRED',
  Password: 'PASSWORD',
  PasswordSrp: 'PASSWORD_SRP',
  PasswordVerifier: 'PASSWORD_VERIFIER',
  SelectChallenge: 'SELECT_CHALLENGE',
  SelectMfaType: 'SELECT_MFA_TYPE',
  SmsMfa: 'SMS_MFA',
  SmsOtp: 'SMS_OTP',
  SoftwareTokenMfa: 'SOFTWARE_TOKEN_MFA',
  WebAuthn: 'WEB_AUTHN'
} as const;

export type ChallengeName = typeof ChallengeName[keyof typeof ChallengeName];
export type ChangePasswordInput = {
  newPassword: string;
  /** The current password. Leave it out if the account has none; a recent sign-in is then required. */
  previousPassword?: string | null | undefined;
};

export type CompleteWebAuthnRegistrationInput = {
  /** RegistrationResponseJSON (WebAuthn Level 3): `credential.toJSON()`. */
  credential: string;
};

export type ConfirmDeviceInput = {
  /** `Tokens.newDevice.deviceKey`. */
  deviceKey: string;
  /** A name that lets the user recognize the device. */
  deviceName?: string | null | undefined;
  /** The SRP verifier of the device's password, made with `deviceGroupKey` and `deviceKey`. Base64 of the number's bytes. */
  passwordVerifier: string;
  /** The salt of the verifier. Base64 of the number's bytes. */
  salt: string;
};

export type ConfirmForgotPasswordInput = {
  /** A JSON object of strings that is passed to the Lambda triggers. */
  clientMetadata?: string | null | undefined;
  code: string;
  /** The new password. */
  password: string;
  username: string;
};

export type ConfirmSignUpInput = {
  /** A JSON object of strings that is passed to the Lambda triggers. */
  clientMetadata?: string | null | undefined;
  code: string;
  /**
   * The password that the account has from now on, whatever was given at sign-up: repeat the one of `signUp`, or choose
   * another one.
   */
  password: string;
  /** The session of `signUp`, if the user should go on to sign in at once. */
  session?: string | null | undefined;
  username: string;
};

export type CreateGroupInput = {
  /** Up to 2048 characters. */
  description?: string | null | undefined;
  /** 1 to 128 characters without white space. */
  groupName: string;
  /** From 0. Of a user's groups, the one with the lowest number comes first. */
  precedence?: number | null | undefined;
};

export type DeleteGroupInput = {
  groupName: string;
};

export type DeleteUserAttributesInput = {
  /** At least one. */
  names: Array<string>;
};

export type DeleteWebAuthnCredentialInput = {
  /** `Passkey.credentialId`. */
  credentialId: string;
};

/** How a code is sent. */
export const DeliveryMedium = {
  Email: 'EMAIL',
  Sms: 'SMS'
} as const;

export type DeliveryMedium = typeof DeliveryMedium[keyof typeof DeliveryMedium];
export type ExchangeAuthorizationCodeInput = {
  /** The parameter `code` of the call-back URL. */
  code: string;
  /** The secret whose challenge began the sign-in: 43 to 128 letters, digits and the signs `-`, `.`, `_`, `~`. */
  codeVerifier: string;
  /** The `redirect_uri` of that request: one of `Federation.callbackUrls`. */
  redirectUri: string;
};

export type ForgetDeviceInput = {
  deviceKey: string;
};

export type ForgotPasswordInput = {
  /** The token of a solved captcha. Required if `AuthConfig.captcha` is given. */
  captchaToken?: string | null | undefined;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  clientMetadata?: string | null | undefined;
  username: string;
};

export type GetUserAttributeVerificationCodeInput = {
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  clientMetadata?: string | null | undefined;
  /** `email` or `phone_number`. */
  name: string;
};

export type LoginInput = {
  /**
   * For USER_AUTH: the levels to reach, best first, such as `urn:cognito:loa:4`. Cognito takes the first one that the user
   * can reach. What the access token of a signed-in user already proves counts towards it.
   */
  acrValues?: Array<string> | null | undefined;
  /**
   * The token of a solved captcha. Required if `AuthConfig.captcha` is given and the sign-in begins with a message:
   * CUSTOM_AUTH, and USER_AUTH with `preferredChallenge` EMAIL_OTP or SMS_OTP.
   */
  captchaToken?: string | null | undefined;
  /** A JSON object of strings that is passed to the Lambda triggers. */
  clientMetadata?: string | null | undefined;
  /** The key of a confirmed device. */
  deviceKey?: string | null | undefined;
  flow?: AuthFlow | null | undefined;
  /** With `acrValues`: a sign-in older than this counts for nothing. With 0, no earlier sign-in counts. */
  maxAgeSeconds?: number | null | undefined;
  /** For USER_PASSWORD_AUTH, and for USER_AUTH with `preferredChallenge: PASSWORD`. */
  password?: string | null | undefined;
  /** For USER_AUTH: the first factor that the user prefers. */
  preferredChallenge?: ChallengeName | null | undefined;
  /** For USER_AUTH: the session of `confirmSignUp`. */
  session?: string | null | undefined;
  /**
   * Hexadecimal. For USER_SRP_AUTH, for CUSTOM_AUTH that begins with SRP, and for USER_AUTH with
   * `preferredChallenge: PASSWORD_SRP`.
   */
  srpA?: string | null | undefined;
  username: string;
};

/** Whether a second factor is asked for. */
export const MfaMode = {
  Off: 'OFF',
  On: 'ON',
  Optional: 'OPTIONAL'
} as const;

export type MfaMode = typeof MfaMode[keyof typeof MfaMode];
export type MfaPreferenceInput = {
  /** Whether the factor is enabled. */
  enabled: boolean;
  /** Whether it is asked for first. By default, Cognito's value stays unchanged. */
  preferred?: boolean | null | undefined;
};

/** Second factors, with Cognito's names. */
export const MfaType = {
  EmailOtp: 'EMAIL_OTP',
  SmsMfa: 'SMS_MFA',
  SoftwareTokenMfa: 'SOFTWARE_TOKEN_MFA'
} as const;

export type MfaType = typeof MfaType[keyof typeof MfaType];
/** The SRP proof of a password. */
export type PasswordClaimInput = {
  /** The `secretBlock` of the challenge, unchanged. */
  secretBlock: string;
  /** Base64. */
  signature: string;
  /** In UTC, such as `Wed Apr 5 22:42:34 UTC 2017`: English names, and no leading zero in the day. */
  timestamp: string;
};

/** The kinds of providers that can sign users in. */
export const ProviderKind = {
  /** Login with Amazon. */
  Amazon: 'AMAZON',
  Apple: 'APPLE',
  Facebook: 'FACEBOOK',
  Google: 'GOOGLE',
  /** Another provider of OpenID Connect. */
  Oidc: 'OIDC',
  /** A provider of SAML 2.0, such as the directory of a company. */
  Saml: 'SAML'
} as const;

export type ProviderKind = typeof ProviderKind[keyof typeof ProviderKind];
export type RecoverAccessInput = {
  password: string;
  /** One of the codes of `generateRecoveryCodes` that has not been used yet. */
  recoveryCode: string;
  username: string;
};

export type RefreshTokensInput = {
  /** The key of the device that the session belongs to, if devices are tracked. */
  deviceKey?: string | null | undefined;
  refreshToken: string;
};

/** Whether devices are remembered. */
export const RememberDevices = {
  /** Every confirmed device is remembered. */
  Always: 'ALWAYS',
  Never: 'NEVER',
  /** If the user agrees: `updateDeviceStatus`. */
  OnRequest: 'ON_REQUEST'
} as const;

export type RememberDevices = typeof RememberDevices[keyof typeof RememberDevices];
export type ResendConfirmationCodeInput = {
  /** The token of a solved captcha. Required if `AuthConfig.captcha` is given. */
  captchaToken?: string | null | undefined;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  clientMetadata?: string | null | undefined;
  username: string;
};

/**
 * An answer to a challenge. `name`, `username` and `session` come from the challenge. Of the other fields, send exactly
 * those that the challenge asks for:
 *
 * - NEW_PASSWORD_REQUIRED: `newPassword` and `attributes`
 * - SMS_MFA, EMAIL_OTP, SMS_OTP, SOFTWARE_TOKEN_MFA: `code`
 * - SELECT_MFA_TYPE, CUSTOM_CHALLENGE: `answer`
 * - SELECT_CHALLENGE: `answer`, with `password`, `srpA` or `credential`
 * - MFA_SETUP: nothing, or `email`
 * - PASSWORD: `password`
 * - PASSWORD_SRP: `srpA`
 * - PASSWORD_VERIFIER: `passwordClaim`
 * - WEB_AUTHN: `credential`
 * - DEVICE_SRP_AUTH: `deviceKey` and `srpA`
 * - DEVICE_PASSWORD_VERIFIER: `deviceKey` and `passwordClaim`
 */
export type RespondToChallengeInput = {
  answer?: string | null | undefined;
  attributes?: Array<AttributeInput> | null | undefined;
  /**
   * The token of a solved captcha. Required if `AuthConfig.captcha` is given and SELECT_CHALLENGE is answered with
   * EMAIL_OTP or SMS_OTP.
   */
  captchaToken?: string | null | undefined;
  /** A JSON object of strings that is passed to the Lambda triggers. */
  clientMetadata?: string | null | undefined;
  code?: string | null | undefined;
  /** AuthenticationResponseJSON (WebAuthn Level 3). */
  credential?: string | null | undefined;
  deviceKey?: string | null | undefined;
  email?: string | null | undefined;
  name: ChallengeName;
  newPassword?: string | null | undefined;
  password?: string | null | undefined;
  passwordClaim?: PasswordClaimInput | null | undefined;
  session?: string | null | undefined;
  srpA?: string | null | undefined;
  username: string;
};

export type RevokeTokenInput = {
  refreshToken: string;
};

export type RevokeUserSessionInput = {
  /** `Session.sessionId`. The caller's own session is refused. */
  sessionId: string;
};

/** Every factor that is sent is set. At most one of them may be preferred. */
export type SetUserMfaPreferenceInput = {
  /** Codes by e-mail. Requires an e-mail address. */
  email?: MfaPreferenceInput | null | undefined;
  /** Codes by SMS. Requires a phone number. */
  sms?: MfaPreferenceInput | null | undefined;
  /** Codes from an authenticator app. Requires an app that `verifySoftwareToken` has proven. */
  softwareToken?: MfaPreferenceInput | null | undefined;
  /** A passkey that verifies its user, in place of a second factor. Requires another second factor as well. */
  webAuthn?: WebAuthnMfaPreferenceInput | null | undefined;
};

/** What a user may sign in with. */
export const SignInName = {
  Email: 'EMAIL',
  PhoneNumber: 'PHONE_NUMBER',
  Username: 'USERNAME'
} as const;

export type SignInName = typeof SignInName[keyof typeof SignInName];
export type SignUpInput = {
  /** Other attributes that the app client may write, except `email`, `phone_number` and the verified flags. */
  attributes?: Array<AttributeInput> | null | undefined;
  /** The token of a solved captcha. Required if `AuthConfig.captcha` is given. */
  captchaToken?: string | null | undefined;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  clientMetadata?: string | null | undefined;
  /** The e-mail address. If `username` is an e-mail address, both must be the same. */
  email?: string | null | undefined;
  /**
   * A password that the user chose. It is checked here and set by `confirmSignUp`, because anybody can give anybody's address.
   * Do not send it together with `temporaryPassword`.
   */
  password?: string | null | undefined;
  /** E.164, such as `+15555550100`. */
  phoneNumber?: string | null | undefined;
  /** A password for the first sign-in only. Do not send it together with `password`. */
  temporaryPassword?: string | null | undefined;
  /**
   * 1 to 128 characters without white space. If `AuthConfig.signInNames` contains USERNAME, it must not look like an
   * e-mail address or phone number that users can sign in with. Otherwise it is the e-mail address or phone number, and
   * `email` or `phoneNumber` need not repeat it.
   */
  username: string;
};

/** The ways to sign up. */
export const SignUpMode = {
  /** With neither. Cognito sends a temporary password. */
  Invitation: 'INVITATION',
  /** With `password`. */
  Password: 'PASSWORD',
  /** With `temporaryPassword`. */
  TemporaryPassword: 'TEMPORARY_PASSWORD'
} as const;

export type SignUpMode = typeof SignUpMode[keyof typeof SignUpMode];
/** The state of an authenticator app, with Cognito's name. A refusal is an error, never a status. */
export const SoftwareTokenStatus = {
  Success: 'SUCCESS'
} as const;

export type SoftwareTokenStatus = typeof SoftwareTokenStatus[keyof typeof SoftwareTokenStatus];
export type UnlinkIdentityInput = {
  /** `LinkedIdentity.providerName`. */
  providerName: string;
  /** `LinkedIdentity.userId`. Required only if several identities of this provider are linked. */
  userId?: string | null | undefined;
};

export type UpdateDeviceStatusInput = {
  deviceKey: string;
  remembered: boolean;
};

export type UpdateGroupInput = {
  description?: string | null | undefined;
  groupName: string;
  precedence?: number | null | undefined;
};

export type UpdateUserAttributesInput = {
  /** At least one. Attributes that are left out stay as they are. */
  attributes: Array<AttributeInput>;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  clientMetadata?: string | null | undefined;
};

/** The state of a user, with Cognito's names (UserStatusType). */
export const UserStatus = {
  Archived: 'ARCHIVED',
  Compromised: 'COMPROMISED',
  Confirmed: 'CONFIRMED',
  ExternalProvider: 'EXTERNAL_PROVIDER',
  ForceChangePassword: 'FORCE_CHANGE_PASSWORD',
  ResetRequired: 'RESET_REQUIRED',
  Unconfirmed: 'UNCONFIRMED',
  Unknown: 'UNKNOWN'
} as const;

export type UserStatus = typeof UserStatus[keyof typeof UserStatus];
/** How new users verify their address. */
export const VerificationMethod = {
  /** With a code that is passed to `confirmSignUp`. */
  Code: 'CODE',
  /** With a link to Cognito itself. `confirmSignUp` is not needed. */
  Link: 'LINK'
} as const;

export type VerificationMethod = typeof VerificationMethod[keyof typeof VerificationMethod];
export type VerifySoftwareTokenInput = {
  /** The six digits that the app shows. */
  code: string;
  /** A name for the app or its device, which `SoftwareTokenMfaChallenge` returns. */
  friendlyDeviceName?: string | null | undefined;
  /** The session of `associateSoftwareToken`. A signed-in user sends none. */
  session?: string | null | undefined;
};

export type VerifyUserAttributeInput = {
  code: string;
  /** `email` or `phone_number`. */
  name: string;
};

/** Users choose a passkey when they sign in, so it cannot be preferred. */
export type WebAuthnMfaPreferenceInput = {
  enabled: boolean;
};

export type AuthConfigQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthConfigQuery = { __typename: 'Query', authConfig: { __typename: 'AuthConfig', signUpModes: Array<SignUpMode>, signInNames: Array<SignInName>, flows: Array<AuthFlow>, mfaMode: MfaMode, mfaTypes: Array<MfaType>, firstFactors: Array<ChallengeName>, requiredAttributes: Array<string>, verifyBy: VerificationMethod, recovery: Array<DeliveryMedium>, emailDomains: Array<string>, challengeMinutes: number, rememberDevices: RememberDevices, tracksSessions: boolean, gptEnabled: boolean, recoveryCodes: boolean, activityDays: number | null, adminGroup: string | null, passwordPolicy: { __typename: 'PasswordPolicy', minimumLength: number, requireUppercase: boolean, requireLowercase: boolean, requireNumbers: boolean, requireSymbols: boolean }, reauthentication: { __typename: 'Reauthentication', maxAgeSeconds: number, acr: string | null, operations: Array<string> } | null, gptLimits: { __typename: 'GptLimits', requestsPerDay: number | null, messageCharacters: number, answerTokens: number } | null, captcha: { __typename: 'Captcha', kind: CaptchaKind, siteKey: string } | null, federation: { __typename: 'Federation', domain: string, clientId: string, scopes: Array<string>, ownUsers: boolean, callbackUrls: Array<string>, providers: Array<{ __typename: 'FederationProvider', name: string, kind: ProviderKind, label: string }> } | null } };

export type SignOutUrlQueryVariables = Exact<{
  redirectUri: string;
}>;


export type SignOutUrlQuery = { __typename: 'Query', signOutUrl: string };

export type ExchangeAuthorizationCodeMutationVariables = Exact<{
  input: ExchangeAuthorizationCodeInput;
}>;


export type ExchangeAuthorizationCodeMutation = { __typename: 'Mutation', exchangeAuthorizationCode: { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, tokenType: string, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { __typename: 'Mutation', signUp: { __typename: 'SignUpResult', userSub: string, username: string, userStatus: UserStatus, session: string | null, codeDelivery: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string } | null } };

export type ConfirmSignUpMutationVariables = Exact<{
  input: ConfirmSignUpInput;
}>;


export type ConfirmSignUpMutation = { __typename: 'Mutation', confirmSignUp: { __typename: 'ConfirmSignUpResult', session: string | null } };

export type ResendConfirmationCodeMutationVariables = Exact<{
  input: ResendConfirmationCodeInput;
}>;


export type ResendConfirmationCodeMutation = { __typename: 'Mutation', resendConfirmationCode: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string } | null };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { __typename: 'Mutation', login:
    | { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string }
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, deviceKey: string | null }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null }
    | { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string>, attributes: Array<{ __typename: 'Attribute', name: string, value: string }> }
    | { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string }
    | { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> }
    | { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null }
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, tokenType: string, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null }
    | { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string }
   };

export type RespondToChallengeMutationVariables = Exact<{
  input: RespondToChallengeInput;
}>;


export type RespondToChallengeMutation = { __typename: 'Mutation', respondToChallenge:
    | { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string }
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, deviceKey: string | null }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null }
    | { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string>, attributes: Array<{ __typename: 'Attribute', name: string, value: string }> }
    | { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string }
    | { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> }
    | { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null }
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, tokenType: string, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null }
    | { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string }
   };

export type AssociateSoftwareTokenMutationVariables = Exact<{
  input?: AssociateSoftwareTokenInput | null | undefined;
}>;


export type AssociateSoftwareTokenMutation = { __typename: 'Mutation', associateSoftwareToken: { __typename: 'SoftwareToken', secretCode: string, otpauthUri: string, session: string | null } };

export type VerifySoftwareTokenMutationVariables = Exact<{
  input: VerifySoftwareTokenInput;
}>;


export type VerifySoftwareTokenMutation = { __typename: 'Mutation', verifySoftwareToken: { __typename: 'SoftwareTokenVerification', status: SoftwareTokenStatus, session: string | null } };

export type ForgotPasswordMutationVariables = Exact<{
  input: ForgotPasswordInput;
}>;


export type ForgotPasswordMutation = { __typename: 'Mutation', forgotPassword: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string } | null };

export type ConfirmForgotPasswordMutationVariables = Exact<{
  input: ConfirmForgotPasswordInput;
}>;


export type ConfirmForgotPasswordMutation = { __typename: 'Mutation', confirmForgotPassword: boolean };

export type RefreshTokensMutationVariables = Exact<{
  input: RefreshTokensInput;
}>;


export type RefreshTokensMutation = { __typename: 'Mutation', refreshTokens: { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, tokenType: string, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null } };

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeTokenMutation = { __typename: 'Mutation', revokeToken: boolean };

export type GlobalSignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type GlobalSignOutMutation = { __typename: 'Mutation', globalSignOut: boolean };

export type SetUserMfaPreferenceMutationVariables = Exact<{
  input: SetUserMfaPreferenceInput;
}>;


export type SetUserMfaPreferenceMutation = { __typename: 'Mutation', setUserMfaPreference: boolean };

export type ConfirmDeviceMutationVariables = Exact<{
  input: ConfirmDeviceInput;
}>;


export type ConfirmDeviceMutation = { __typename: 'Mutation', confirmDevice: { __typename: 'ConfirmDeviceResult', userConfirmationNecessary: boolean } };

export type StartWebAuthnRegistrationMutationVariables = Exact<{ [key: string]: never; }>;


export type StartWebAuthnRegistrationMutation = { __typename: 'Mutation', startWebAuthnRegistration: string };

export type CompleteWebAuthnRegistrationMutationVariables = Exact<{
  input: CompleteWebAuthnRegistrationInput;
}>;


export type CompleteWebAuthnRegistrationMutation = { __typename: 'Mutation', completeWebAuthnRegistration: boolean };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { __typename: 'Query', me: { __typename: 'User', username: string, sub: string, email: string | null, emailVerified: boolean, phoneNumber: string | null, phoneNumberVerified: boolean, groups: Array<string>, attributes: Array<{ __typename: 'Attribute', name: string, value: string }>, mfa: { __typename: 'UserMfa', preferred: MfaType | null, enabled: Array<MfaType> }, identities: Array<{ __typename: 'LinkedIdentity', providerName: string, kind: ProviderKind, userId: string, isPrimary: boolean, linkedAt: string | null }> } };

export type GptQueryVariables = Exact<{
  message: string;
  key?: string | null | undefined;
  model?: string | null | undefined;
}>;


export type GptQuery = { __typename: 'Query', gpt: { __typename: 'GptReply', text: string, truncated: boolean, model: string, usage: { __typename: 'GptUsage', inputTokens: number, outputTokens: number } | null } };

export type CodeDeliveryFragment = { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string };

export type TokensFragment = { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, tokenType: string, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null };

export type NewPasswordRequiredChallengeFragment = { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string>, attributes: Array<{ __typename: 'Attribute', name: string, value: string }> };

export type SmsMfaChallengeFragment = { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

export type EmailOtpChallengeFragment = { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

export type SmsOtpChallengeFragment = { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

export type SoftwareTokenMfaChallengeFragment = { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null };

export type SelectMfaTypeChallengeFragment = { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> };

export type MfaSetupChallengeFragment = { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> };

export type SelectChallengeFragment = { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> };

export type PasswordChallengeFragment = { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null };

export type PasswordSrpChallengeFragment = { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null };

export type PasswordVerifierChallengeFragment = { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string };

export type WebAuthnChallengeFragment = { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string };

export type CustomChallengeFragment = { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string };

export type DeviceSrpAuthChallengeFragment = { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null };

export type DevicePasswordVerifierChallengeFragment = { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, deviceKey: string | null };

export type AuthFactorsQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthFactorsQuery = { __typename: 'Query', authFactors: { __typename: 'AuthFactors', firstFactors: Array<ChallengeName>, mfa: { __typename: 'UserMfa', preferred: MfaType | null, enabled: Array<MfaType> } } };

export type DevicesQueryVariables = Exact<{
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type DevicesQuery = { __typename: 'Query', devices: { __typename: 'DevicePage', nextToken: string | null, items: Array<{ __typename: 'Device', key: string, name: string | null, isCurrent: boolean, lastIpAddress: string | null, createdAt: string | null, lastModifiedAt: string | null, lastAuthenticatedAt: string | null }> } };

export type DeviceQueryVariables = Exact<{
  key: string;
}>;


export type DeviceQuery = { __typename: 'Query', device: { __typename: 'Device', key: string, name: string | null, isCurrent: boolean, lastIpAddress: string | null, createdAt: string | null, lastModifiedAt: string | null, lastAuthenticatedAt: string | null } | null };

export type PasskeysQueryVariables = Exact<{
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type PasskeysQuery = { __typename: 'Query', passkeys: { __typename: 'PasskeyPage', nextToken: string | null, items: Array<{ __typename: 'Passkey', credentialId: string, friendlyName: string, relyingPartyId: string, authenticatorAttachment: string | null, createdAt: string | null }> } };

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { __typename: 'Query', sessions: Array<{ __typename: 'Session', sessionId: string, isCurrent: boolean, createdAt: string | null, lastActiveAt: string | null, device: string | null, ipAddress: string | null }> };

export type LinkedIdentitiesQueryVariables = Exact<{ [key: string]: never; }>;


export type LinkedIdentitiesQuery = { __typename: 'Query', linkedIdentities: Array<{ __typename: 'LinkedIdentity', providerName: string, kind: ProviderKind, userId: string, isPrimary: boolean, linkedAt: string | null }> };

export type UnlinkIdentityMutationVariables = Exact<{
  input: UnlinkIdentityInput;
}>;


export type UnlinkIdentityMutation = { __typename: 'Mutation', unlinkIdentity: boolean };

export type DeleteWebAuthnCredentialMutationVariables = Exact<{
  input: DeleteWebAuthnCredentialInput;
}>;


export type DeleteWebAuthnCredentialMutation = { __typename: 'Mutation', deleteWebAuthnCredential: boolean };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { __typename: 'Mutation', changePassword: boolean };

export type UpdateUserAttributesMutationVariables = Exact<{
  input: UpdateUserAttributesInput;
}>;


export type UpdateUserAttributesMutation = { __typename: 'Mutation', updateUserAttributes: Array<{ __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string }> };

export type DeleteUserAttributesMutationVariables = Exact<{
  input: DeleteUserAttributesInput;
}>;


export type DeleteUserAttributesMutation = { __typename: 'Mutation', deleteUserAttributes: boolean };

export type GetUserAttributeVerificationCodeMutationVariables = Exact<{
  input: GetUserAttributeVerificationCodeInput;
}>;


export type GetUserAttributeVerificationCodeMutation = { __typename: 'Mutation', getUserAttributeVerificationCode: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string, attribute: string } };

export type VerifyUserAttributeMutationVariables = Exact<{
  input: VerifyUserAttributeInput;
}>;


export type VerifyUserAttributeMutation = { __typename: 'Mutation', verifyUserAttribute: boolean };

export type DeleteUserMutationVariables = Exact<{ [key: string]: never; }>;


export type DeleteUserMutation = { __typename: 'Mutation', deleteUser: boolean };

export type UpdateDeviceStatusMutationVariables = Exact<{
  input: UpdateDeviceStatusInput;
}>;


export type UpdateDeviceStatusMutation = { __typename: 'Mutation', updateDeviceStatus: boolean };

export type ForgetDeviceMutationVariables = Exact<{
  input: ForgetDeviceInput;
}>;


export type ForgetDeviceMutation = { __typename: 'Mutation', forgetDevice: boolean };

export type RevokeUserSessionMutationVariables = Exact<{
  input: RevokeUserSessionInput;
}>;


export type RevokeUserSessionMutation = { __typename: 'Mutation', revokeUserSession: boolean };

export type DeviceFragment = { __typename: 'Device', key: string, name: string | null, isCurrent: boolean, lastIpAddress: string | null, createdAt: string | null, lastModifiedAt: string | null, lastAuthenticatedAt: string | null };

export type PasskeyFragment = { __typename: 'Passkey', credentialId: string, friendlyName: string, relyingPartyId: string, authenticatorAttachment: string | null, createdAt: string | null };

export type LinkedIdentityFragment = { __typename: 'LinkedIdentity', providerName: string, kind: ProviderKind, userId: string, isPrimary: boolean, linkedAt: string | null };

export type SessionFragment = { __typename: 'Session', sessionId: string, isCurrent: boolean, createdAt: string | null, lastActiveAt: string | null, device: string | null, ipAddress: string | null };

export type RecoveryCodesQueryVariables = Exact<{ [key: string]: never; }>;


export type RecoveryCodesQuery = { __typename: 'Query', recoveryCodes: { __typename: 'RecoveryCodes', remaining: number, createdAt: string | null } };

export type ActivityQueryVariables = Exact<{
  limit?: number | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type ActivityQuery = { __typename: 'Query', activity: { __typename: 'ActivityPage', nextToken: string | null, items: Array<{ __typename: 'Activity', kind: ActivityKind, at: string, device: string | null, ipAddress: string | null, detail: string | null }> } };

export type MyDataQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataQuery = { __typename: 'Query', myData: string };

export type GenerateRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type GenerateRecoveryCodesMutation = { __typename: 'Mutation', generateRecoveryCodes: Array<string> };

export type RecoverAccessMutationVariables = Exact<{
  input: RecoverAccessInput;
}>;


export type RecoverAccessMutation = { __typename: 'Mutation', recoverAccess: boolean };

export type UsersQueryVariables = Exact<{
  filter?: string | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type UsersQuery = { __typename: 'Query', users: { __typename: 'UserPage', nextToken: string | null, items: Array<{ __typename: 'UserSummary', username: string, email: string | null, phoneNumber: string | null, status: UserStatus, enabled: boolean, createdAt: string | null }> } };

export type UserQueryVariables = Exact<{
  username: string;
}>;


export type UserQuery = { __typename: 'Query', user: { __typename: 'AdminUser', username: string, sub: string, status: UserStatus, enabled: boolean, createdAt: string | null, lastModifiedAt: string | null, email: string | null, emailVerified: boolean, phoneNumber: string | null, phoneNumberVerified: boolean, attributes: Array<{ __typename: 'Attribute', name: string, value: string }>, factors: { __typename: 'AuthFactors', firstFactors: Array<ChallengeName>, mfa: { __typename: 'UserMfa', preferred: MfaType | null, enabled: Array<MfaType> } }, identities: Array<{ __typename: 'LinkedIdentity', providerName: string, kind: ProviderKind, userId: string, isPrimary: boolean, linkedAt: string | null }>, groups: Array<{ __typename: 'Group', groupName: string }>, sessions: Array<{ __typename: 'Session', sessionId: string, createdAt: string | null, lastActiveAt: string | null, device: string | null, ipAddress: string | null }> | null, devices: Array<{ __typename: 'Device', key: string, name: string | null, lastAuthenticatedAt: string | null }> | null, recoveryCodes: { __typename: 'RecoveryCodes', remaining: number } | null } };

export type AdminListActivityQueryVariables = Exact<{
  username: string;
  nextToken?: string | null | undefined;
}>;


export type AdminListActivityQuery = { __typename: 'Query', adminListActivity: { __typename: 'AdminActivityPage', nextToken: string | null, items: Array<{ __typename: 'AdminActivity', kind: ActivityKind, at: string, device: string | null, ipAddress: string | null, detail: string | null, actor: string | null }> } };

export type GroupsQueryVariables = Exact<{
  nextToken?: string | null | undefined;
}>;


export type GroupsQuery = { __typename: 'Query', groups: { __typename: 'GroupPage', nextToken: string | null, items: Array<{ __typename: 'Group', groupName: string, description: string | null, precedence: number | null }> } };

export type GroupMembersQueryVariables = Exact<{
  groupName: string;
  nextToken?: string | null | undefined;
}>;


export type GroupMembersQuery = { __typename: 'Query', groupMembers: { __typename: 'UserPage', nextToken: string | null, items: Array<{ __typename: 'UserSummary', username: string, email: string | null, phoneNumber: string | null, status: UserStatus, enabled: boolean, createdAt: string | null }> } };

export type AdminCreateUserMutationVariables = Exact<{
  input: AdminCreateUserInput;
}>;


export type AdminCreateUserMutation = { __typename: 'Mutation', adminCreateUser: { __typename: 'UserSummary', username: string } };

export type AdminConfirmSignUpMutationVariables = Exact<{
  input: AdminConfirmSignUpInput;
}>;


export type AdminConfirmSignUpMutation = { __typename: 'Mutation', adminConfirmSignUp: boolean };

export type AdminEnableUserMutationVariables = Exact<{
  input: AdminEnableUserInput;
}>;


export type AdminEnableUserMutation = { __typename: 'Mutation', adminEnableUser: boolean };

export type AdminDisableUserMutationVariables = Exact<{
  input: AdminDisableUserInput;
}>;


export type AdminDisableUserMutation = { __typename: 'Mutation', adminDisableUser: boolean };

export type AdminDeleteUserMutationVariables = Exact<{
  input: AdminDeleteUserInput;
}>;


export type AdminDeleteUserMutation = { __typename: 'Mutation', adminDeleteUser: boolean };

export type AdminResetUserPasswordMutationVariables = Exact<{
  input: AdminResetUserPasswordInput;
}>;


export type AdminResetUserPasswordMutation = { __typename: 'Mutation', adminResetUserPassword: boolean };

export type AdminSetUserPasswordMutationVariables = Exact<{
  input: AdminSetUserPasswordInput;
}>;


export type AdminSetUserPasswordMutation = { __typename: 'Mutation', adminSetUserPassword: boolean };

export type AdminUpdateUserAttributesMutationVariables = Exact<{
  input: AdminUpdateUserAttributesInput;
}>;


export type AdminUpdateUserAttributesMutation = { __typename: 'Mutation', adminUpdateUserAttributes: boolean };

export type AdminUserGlobalSignOutMutationVariables = Exact<{
  input: AdminUserGlobalSignOutInput;
}>;


export type AdminUserGlobalSignOutMutation = { __typename: 'Mutation', adminUserGlobalSignOut: boolean };

export type AdminSetUserMfaPreferenceMutationVariables = Exact<{
  input: AdminSetUserMfaPreferenceInput;
}>;


export type AdminSetUserMfaPreferenceMutation = { __typename: 'Mutation', adminSetUserMfaPreference: boolean };

export type AdminDeleteSoftwareTokenMutationVariables = Exact<{
  input: AdminDeleteSoftwareTokenInput;
}>;


export type AdminDeleteSoftwareTokenMutation = { __typename: 'Mutation', adminDeleteSoftwareToken: boolean };

export type AdminResetRecoveryCodesMutationVariables = Exact<{
  input: AdminResetRecoveryCodesInput;
}>;


export type AdminResetRecoveryCodesMutation = { __typename: 'Mutation', adminResetRecoveryCodes: boolean };

export type AdminRevokeUserSessionMutationVariables = Exact<{
  input: AdminRevokeUserSessionInput;
}>;


export type AdminRevokeUserSessionMutation = { __typename: 'Mutation', adminRevokeUserSession: boolean };

export type AdminLinkProviderForUserMutationVariables = Exact<{
  input: AdminLinkProviderForUserInput;
}>;


export type AdminLinkProviderForUserMutation = { __typename: 'Mutation', adminLinkProviderForUser: boolean };

export type AdminDisableProviderForUserMutationVariables = Exact<{
  input: AdminDisableProviderForUserInput;
}>;


export type AdminDisableProviderForUserMutation = { __typename: 'Mutation', adminDisableProviderForUser: boolean };

export type AdminForgetDeviceMutationVariables = Exact<{
  input: AdminForgetDeviceInput;
}>;


export type AdminForgetDeviceMutation = { __typename: 'Mutation', adminForgetDevice: boolean };

export type AdminAddUserToGroupMutationVariables = Exact<{
  input: AdminAddUserToGroupInput;
}>;


export type AdminAddUserToGroupMutation = { __typename: 'Mutation', adminAddUserToGroup: boolean };

export type AdminRemoveUserFromGroupMutationVariables = Exact<{
  input: AdminRemoveUserFromGroupInput;
}>;


export type AdminRemoveUserFromGroupMutation = { __typename: 'Mutation', adminRemoveUserFromGroup: boolean };

export type CreateGroupMutationVariables = Exact<{
  input: CreateGroupInput;
}>;


export type CreateGroupMutation = { __typename: 'Mutation', createGroup: { __typename: 'Group', groupName: string } };

export type UpdateGroupMutationVariables = Exact<{
  input: UpdateGroupInput;
}>;


export type UpdateGroupMutation = { __typename: 'Mutation', updateGroup: { __typename: 'Group', groupName: string } };

export type DeleteGroupMutationVariables = Exact<{
  input: DeleteGroupInput;
}>;


export type DeleteGroupMutation = { __typename: 'Mutation', deleteGroup: boolean };

export type AdminListUserSessionsQueryVariables = Exact<{
  username: string;
}>;


export type AdminListUserSessionsQuery = { __typename: 'Query', adminListUserSessions: Array<{ __typename: 'Session', sessionId: string, createdAt: string | null, lastActiveAt: string | null, device: string | null, ipAddress: string | null }> };

export const CodeDeliveryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<CodeDeliveryFragment, unknown>;
export const TokensFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Tokens"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}},{"kind":"Field","name":{"kind":"Name","value":"newDevice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}},{"kind":"Field","name":{"kind":"Name","value":"deviceGroupKey"}}]}}]}}]} as unknown as DocumentNode<TokensFragment, unknown>;
export const NewPasswordRequiredChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}}]} as unknown as DocumentNode<NewPasswordRequiredChallengeFragment, unknown>;
export const SmsMfaChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<SmsMfaChallengeFragment, unknown>;
export const EmailOtpChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<EmailOtpChallengeFragment, unknown>;
export const SmsOtpChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<SmsOtpChallengeFragment, unknown>;
export const SoftwareTokenMfaChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}}]} as unknown as DocumentNode<SoftwareTokenMfaChallengeFragment, unknown>;
export const SelectMfaTypeChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectMfaTypeChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}}]} as unknown as DocumentNode<SelectMfaTypeChallengeFragment, unknown>;
export const MfaSetupChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MfaSetupChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}}]} as unknown as DocumentNode<MfaSetupChallengeFragment, unknown>;
export const SelectChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}}]} as unknown as DocumentNode<SelectChallengeFragment, unknown>;
export const PasswordChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]} as unknown as DocumentNode<PasswordChallengeFragment, unknown>;
export const PasswordSrpChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordSrpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]} as unknown as DocumentNode<PasswordSrpChallengeFragment, unknown>;
export const PasswordVerifierChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}}]} as unknown as DocumentNode<PasswordVerifierChallengeFragment, unknown>;
export const WebAuthnChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebAuthnChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}}]} as unknown as DocumentNode<WebAuthnChallengeFragment, unknown>;
export const CustomChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}}]} as unknown as DocumentNode<CustomChallengeFragment, unknown>;
export const DeviceSrpAuthChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}}]} as unknown as DocumentNode<DeviceSrpAuthChallengeFragment, unknown>;
export const DevicePasswordVerifierChallengeFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}}]} as unknown as DocumentNode<DevicePasswordVerifierChallengeFragment, unknown>;
export const DeviceFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Device"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Device"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"lastIpAddress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastModifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAuthenticatedAt"}}]}}]} as unknown as DocumentNode<DeviceFragment, unknown>;
export const PasskeyFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Passkey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyName"}},{"kind":"Field","name":{"kind":"Name","value":"relyingPartyId"}},{"kind":"Field","name":{"kind":"Name","value":"authenticatorAttachment"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<PasskeyFragment, unknown>;
export const LinkedIdentityFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedIdentity"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"isPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]} as unknown as DocumentNode<LinkedIdentityFragment, unknown>;
export const SessionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Session"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}}]} as unknown as DocumentNode<SessionFragment, unknown>;
export const AuthConfigDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuthConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUpModes"}},{"kind":"Field","name":{"kind":"Name","value":"signInNames"}},{"kind":"Field","name":{"kind":"Name","value":"flows"}},{"kind":"Field","name":{"kind":"Name","value":"passwordPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}},{"kind":"Field","name":{"kind":"Name","value":"requireUppercase"}},{"kind":"Field","name":{"kind":"Name","value":"requireLowercase"}},{"kind":"Field","name":{"kind":"Name","value":"requireNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"requireSymbols"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mfaMode"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}},{"kind":"Field","name":{"kind":"Name","value":"firstFactors"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}},{"kind":"Field","name":{"kind":"Name","value":"verifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"recovery"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"challengeMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"rememberDevices"}},{"kind":"Field","name":{"kind":"Name","value":"tracksSessions"}},{"kind":"Field","name":{"kind":"Name","value":"reauthentication"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxAgeSeconds"}},{"kind":"Field","name":{"kind":"Name","value":"acr"}},{"kind":"Field","name":{"kind":"Name","value":"operations"}}]}},{"kind":"Field","name":{"kind":"Name","value":"gptEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"gptLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestsPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"messageCharacters"}},{"kind":"Field","name":{"kind":"Name","value":"answerTokens"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"}},{"kind":"Field","name":{"kind":"Name","value":"activityDays"}},{"kind":"Field","name":{"kind":"Name","value":"adminGroup"}},{"kind":"Field","name":{"kind":"Name","value":"captcha"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"siteKey"}}]}},{"kind":"Field","name":{"kind":"Name","value":"federation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"domain"}},{"kind":"Field","name":{"kind":"Name","value":"clientId"}},{"kind":"Field","name":{"kind":"Name","value":"scopes"}},{"kind":"Field","name":{"kind":"Name","value":"ownUsers"}},{"kind":"Field","name":{"kind":"Name","value":"callbackUrls"}},{"kind":"Field","name":{"kind":"Name","value":"providers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AuthConfigQuery, AuthConfigQueryVariables>;
export const SignOutUrlDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignOutUrl"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"redirectUri"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signOutUrl"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"redirectUri"},"value":{"kind":"Variable","name":{"kind":"Name","value":"redirectUri"}}}]}]}}]} as unknown as DocumentNode<SignOutUrlQuery, SignOutUrlQueryVariables>;
export const ExchangeAuthorizationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ExchangeAuthorizationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ExchangeAuthorizationCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"exchangeAuthorizationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Tokens"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Tokens"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}},{"kind":"Field","name":{"kind":"Name","value":"newDevice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}},{"kind":"Field","name":{"kind":"Name","value":"deviceGroupKey"}}]}}]}}]} as unknown as DocumentNode<ExchangeAuthorizationCodeMutation, ExchangeAuthorizationCodeMutationVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userSub"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"userStatus"}},{"kind":"Field","name":{"kind":"Name","value":"codeDelivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CodeDelivery"}}]}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const ConfirmSignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmSignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmSignUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<ConfirmSignUpMutation, ConfirmSignUpMutationVariables>;
export const ResendConfirmationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendConfirmationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResendConfirmationCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendConfirmationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CodeDelivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<ResendConfirmationCodeMutation, ResendConfirmationCodeMutationVariables>;
export const LoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Login"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LoginInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Tokens"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SmsMfaChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailOtpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SmsOtpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MfaSetupChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordSrpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebAuthnChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Tokens"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}},{"kind":"Field","name":{"kind":"Name","value":"newDevice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}},{"kind":"Field","name":{"kind":"Name","value":"deviceGroupKey"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectMfaTypeChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MfaSetupChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordSrpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebAuthnChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}}]} as unknown as DocumentNode<LoginMutation, LoginMutationVariables>;
export const RespondToChallengeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RespondToChallenge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RespondToChallengeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"respondToChallenge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"Tokens"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SmsMfaChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"EmailOtpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SmsOtpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"MfaSetupChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SelectChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordSrpChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"WebAuthnChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"CustomChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Tokens"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}},{"kind":"Field","name":{"kind":"Name","value":"newDevice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}},{"kind":"Field","name":{"kind":"Name","value":"deviceGroupKey"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"EmailOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SmsOtpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectMfaTypeChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MfaSetupChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SelectChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordSrpChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"WebAuthnChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CustomChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}}]}}]} as unknown as DocumentNode<RespondToChallengeMutation, RespondToChallengeMutationVariables>;
export const AssociateSoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssociateSoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"AssociateSoftwareTokenInput"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"associateSoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secretCode"}},{"kind":"Field","name":{"kind":"Name","value":"otpauthUri"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<AssociateSoftwareTokenMutation, AssociateSoftwareTokenMutationVariables>;
export const VerifySoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifySoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifySoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifySoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<VerifySoftwareTokenMutation, VerifySoftwareTokenMutationVariables>;
export const ForgotPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForgotPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgotPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forgotPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CodeDelivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const ConfirmForgotPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmForgotPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmForgotPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmForgotPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ConfirmForgotPasswordMutation, ConfirmForgotPasswordMutationVariables>;
export const RefreshTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshTokensInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Tokens"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Tokens"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}},{"kind":"Field","name":{"kind":"Name","value":"tokenType"}},{"kind":"Field","name":{"kind":"Name","value":"newDevice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deviceKey"}},{"kind":"Field","name":{"kind":"Name","value":"deviceGroupKey"}}]}}]}}]} as unknown as DocumentNode<RefreshTokensMutation, RefreshTokensMutationVariables>;
export const RevokeTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const GlobalSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GlobalSignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"globalSignOut"}}]}}]} as unknown as DocumentNode<GlobalSignOutMutation, GlobalSignOutMutationVariables>;
export const SetUserMfaPreferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserMfaPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserMfaPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserMfaPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<SetUserMfaPreferenceMutation, SetUserMfaPreferenceMutationVariables>;
export const ConfirmDeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmDevice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmDeviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmDevice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"userConfirmationNecessary"}}]}}]}}]} as unknown as DocumentNode<ConfirmDeviceMutation, ConfirmDeviceMutationVariables>;
export const StartWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartWebAuthnRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startWebAuthnRegistration"}}]}}]} as unknown as DocumentNode<StartWebAuthnRegistrationMutation, StartWebAuthnRegistrationMutationVariables>;
export const CompleteWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteWebAuthnRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteWebAuthnRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeWebAuthnRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<CompleteWebAuthnRegistrationMutation, CompleteWebAuthnRegistrationMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sub"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumberVerified"}},{"kind":"Field","name":{"kind":"Name","value":"groups"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}},{"kind":"Field","name":{"kind":"Name","value":"identities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedIdentity"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedIdentity"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"isPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const GptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Gpt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"message"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"model"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gpt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"message"},"value":{"kind":"Variable","name":{"kind":"Name","value":"message"}}},{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"model"},"value":{"kind":"Variable","name":{"kind":"Name","value":"model"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inputTokens"}},{"kind":"Field","name":{"kind":"Name","value":"outputTokens"}}]}}]}}]}}]} as unknown as DocumentNode<GptQuery, GptQueryVariables>;
export const AuthFactorsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuthFactors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authFactors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstFactors"}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]}}]} as unknown as DocumentNode<AuthFactorsQuery, AuthFactorsQueryVariables>;
export const DevicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Devices"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"devices"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Device"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Device"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Device"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"lastIpAddress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastModifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAuthenticatedAt"}}]}}]} as unknown as DocumentNode<DevicesQuery, DevicesQueryVariables>;
export const DeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Device"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"device"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Device"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Device"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Device"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"lastIpAddress"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastModifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAuthenticatedAt"}}]}}]} as unknown as DocumentNode<DeviceQuery, DeviceQueryVariables>;
export const PasskeysDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Passkeys"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"passkeys"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Passkey"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Passkey"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Passkey"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"credentialId"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyName"}},{"kind":"Field","name":{"kind":"Name","value":"relyingPartyId"}},{"kind":"Field","name":{"kind":"Name","value":"authenticatorAttachment"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]} as unknown as DocumentNode<PasskeysQuery, PasskeysQueryVariables>;
export const SessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Session"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Session"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Session"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"isCurrent"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}}]} as unknown as DocumentNode<SessionsQuery, SessionsQueryVariables>;
export const LinkedIdentitiesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LinkedIdentities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"linkedIdentities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedIdentity"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedIdentity"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"isPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]} as unknown as DocumentNode<LinkedIdentitiesQuery, LinkedIdentitiesQueryVariables>;
export const UnlinkIdentityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UnlinkIdentity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UnlinkIdentityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"unlinkIdentity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<UnlinkIdentityMutation, UnlinkIdentityMutationVariables>;
export const DeleteWebAuthnCredentialDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteWebAuthnCredential"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteWebAuthnCredentialInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteWebAuthnCredential"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<DeleteWebAuthnCredentialMutation, DeleteWebAuthnCredentialMutationVariables>;
export const ChangePasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ChangePassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ChangePasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"changePassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const UpdateUserAttributesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateUserAttributes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateUserAttributesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateUserAttributes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CodeDelivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<UpdateUserAttributesMutation, UpdateUserAttributesMutationVariables>;
export const DeleteUserAttributesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUserAttributes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteUserAttributesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUserAttributes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<DeleteUserAttributesMutation, DeleteUserAttributesMutationVariables>;
export const GetUserAttributeVerificationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GetUserAttributeVerificationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"GetUserAttributeVerificationCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"getUserAttributeVerificationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CodeDelivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CodeDelivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}},{"kind":"Field","name":{"kind":"Name","value":"attribute"}}]}}]} as unknown as DocumentNode<GetUserAttributeVerificationCodeMutation, GetUserAttributeVerificationCodeMutationVariables>;
export const VerifyUserAttributeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifyUserAttribute"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifyUserAttributeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyUserAttribute"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<VerifyUserAttributeMutation, VerifyUserAttributeMutationVariables>;
export const DeleteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteUser"}}]}}]} as unknown as DocumentNode<DeleteUserMutation, DeleteUserMutationVariables>;
export const UpdateDeviceStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateDeviceStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateDeviceStatusInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateDeviceStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<UpdateDeviceStatusMutation, UpdateDeviceStatusMutationVariables>;
export const ForgetDeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForgetDevice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgetDeviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forgetDevice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ForgetDeviceMutation, ForgetDeviceMutationVariables>;
export const RevokeUserSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeUserSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeUserSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeUserSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RevokeUserSessionMutation, RevokeUserSessionMutationVariables>;
export const RecoveryCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}}]}}]} as unknown as DocumentNode<RecoveryCodesQuery, RecoveryCodesQueryVariables>;
export const ActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Activity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"limit"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"activity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"Variable","name":{"kind":"Name","value":"limit"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<ActivityQuery, ActivityQueryVariables>;
export const MyDataDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyData"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"myData"}}]}}]} as unknown as DocumentNode<MyDataQuery, MyDataQueryVariables>;
export const GenerateRecoveryCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GenerateRecoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"generateRecoveryCodes"}}]}}]} as unknown as DocumentNode<GenerateRecoveryCodesMutation, GenerateRecoveryCodesMutationVariables>;
export const RecoverAccessDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecoverAccess"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecoverAccessInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recoverAccess"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RecoverAccessMutation, RecoverAccessMutationVariables>;
export const UsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Users"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<UsersQuery, UsersQueryVariables>;
export const UserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"User"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sub"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastModifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumberVerified"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstFactors"}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"identities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"LinkedIdentity"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"devices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastAuthenticatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"LinkedIdentity"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"LinkedIdentity"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerName"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"isPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]} as unknown as DocumentNode<UserQuery, UserQueryVariables>;
export const AdminListActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminListActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminListActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<AdminListActivityQuery, AdminListActivityQueryVariables>;
export const GroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Groups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"precedence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<GroupsQuery, GroupsQueryVariables>;
export const GroupMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupName"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<GroupMembersQuery, GroupMembersQueryVariables>;
export const AdminCreateUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminCreateUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminCreateUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminCreateUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}}]}}]}}]} as unknown as DocumentNode<AdminCreateUserMutation, AdminCreateUserMutationVariables>;
export const AdminConfirmSignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminConfirmSignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminConfirmSignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminConfirmSignUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminConfirmSignUpMutation, AdminConfirmSignUpMutationVariables>;
export const AdminEnableUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminEnableUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminEnableUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminEnableUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminEnableUserMutation, AdminEnableUserMutationVariables>;
export const AdminDisableUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminDisableUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminDisableUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminDisableUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminDisableUserMutation, AdminDisableUserMutationVariables>;
export const AdminDeleteUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminDeleteUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminDeleteUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminDeleteUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminDeleteUserMutation, AdminDeleteUserMutationVariables>;
export const AdminResetUserPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminResetUserPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminResetUserPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminResetUserPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminResetUserPasswordMutation, AdminResetUserPasswordMutationVariables>;
export const AdminSetUserPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminSetUserPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminSetUserPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminSetUserPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminSetUserPasswordMutation, AdminSetUserPasswordMutationVariables>;
export const AdminUpdateUserAttributesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminUpdateUserAttributes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminUpdateUserAttributesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminUpdateUserAttributes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminUpdateUserAttributesMutation, AdminUpdateUserAttributesMutationVariables>;
export const AdminUserGlobalSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminUserGlobalSignOut"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminUserGlobalSignOutInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminUserGlobalSignOut"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminUserGlobalSignOutMutation, AdminUserGlobalSignOutMutationVariables>;
export const AdminSetUserMfaPreferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminSetUserMfaPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminSetUserMfaPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminSetUserMfaPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminSetUserMfaPreferenceMutation, AdminSetUserMfaPreferenceMutationVariables>;
export const AdminDeleteSoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminDeleteSoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminDeleteSoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminDeleteSoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminDeleteSoftwareTokenMutation, AdminDeleteSoftwareTokenMutationVariables>;
export const AdminResetRecoveryCodesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminResetRecoveryCodes"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminResetRecoveryCodesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminResetRecoveryCodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminResetRecoveryCodesMutation, AdminResetRecoveryCodesMutationVariables>;
export const AdminRevokeUserSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminRevokeUserSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminRevokeUserSessionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminRevokeUserSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminRevokeUserSessionMutation, AdminRevokeUserSessionMutationVariables>;
export const AdminLinkProviderForUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminLinkProviderForUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminLinkProviderForUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminLinkProviderForUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminLinkProviderForUserMutation, AdminLinkProviderForUserMutationVariables>;
export const AdminDisableProviderForUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminDisableProviderForUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminDisableProviderForUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminDisableProviderForUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminDisableProviderForUserMutation, AdminDisableProviderForUserMutationVariables>;
export const AdminForgetDeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminForgetDevice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminForgetDeviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminForgetDevice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminForgetDeviceMutation, AdminForgetDeviceMutationVariables>;
export const AdminAddUserToGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminAddUserToGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminAddUserToGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminAddUserToGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminAddUserToGroupMutation, AdminAddUserToGroupMutationVariables>;
export const AdminRemoveUserFromGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminRemoveUserFromGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminRemoveUserFromGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminRemoveUserFromGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminRemoveUserFromGroupMutation, AdminRemoveUserFromGroupMutationVariables>;
export const CreateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}}]}}]} as unknown as DocumentNode<CreateGroupMutation, CreateGroupMutationVariables>;
export const UpdateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}}]}}]} as unknown as DocumentNode<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const DeleteGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<DeleteGroupMutation, DeleteGroupMutationVariables>;
export const AdminListUserSessionsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminListUserSessions"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminListUserSessions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}}]}}]} as unknown as DocumentNode<AdminListUserSessionsQuery, AdminListUserSessionsQueryVariables>;