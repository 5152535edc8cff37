// Generated from schema.graphql by `npm run codegen`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type ResolverFn<TResult, TParent, TContext, TArgs> = (args: TArgs, context: TContext, parent: TParent) => Promise<TResult>
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  AWSDate: { input: unknown; output: unknown; }
  AWSDateTime: { input: string; output: string; }
  AWSEmail: { input: unknown; output: unknown; }
  AWSIPAddress: { input: unknown; output: unknown; }
  AWSJSON: { input: unknown; output: unknown; }
  AWSPhone: { input: unknown; output: unknown; }
  AWSTime: { input: unknown; output: unknown; }
  AWSTimestamp: { input: unknown; output: unknown; }
  AWSURL: { input: unknown; output: unknown; }
};

/** Something that happened to an account, or that somebody tried. */
export type Activity = {
  readonly __typename?: 'Activity';
  readonly at: Scalars['AWSDateTime']['output'];
  /** Whether an administrator did it. Then `device` and `ipAddress` are null. */
  readonly byAdministrator: Scalars['Boolean']['output'];
  /** The details: a factor, an attribute, or the code of a refusal. */
  readonly detail: Maybe<Scalars['String']['output']>;
  /** The user agent in the request. The sender can choose any text. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The address that the request came from. It may be a proxy, an office or a mobile network. */
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  readonly kind: ActivityKind;
};

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
/** One page of an account's history. */
export type ActivityPage = {
  readonly __typename?: 'ActivityPage';
  readonly items: ReadonlyArray<Activity>;
  /** Send it to get the next page; null on the last page. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** As `Activity`, with whoever did it. */
export type AdminActivity = {
  readonly __typename?: 'AdminActivity';
  /** The `sub` of the administrator who did it; null for the user themself, or somebody who came in their name. */
  readonly actor: Maybe<Scalars['String']['output']>;
  readonly at: Scalars['AWSDateTime']['output'];
  readonly detail: Maybe<Scalars['String']['output']>;
  readonly device: Maybe<Scalars['String']['output']>;
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  readonly kind: ActivityKind;
};

export type AdminActivityPage = {
  readonly __typename?: 'AdminActivityPage';
  readonly items: ReadonlyArray<AdminActivity>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

export type AdminAddUserToGroupInput = {
  readonly groupName: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type AdminConfirmSignUpInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

/** Wants `email` or `phoneNumber`, unless there is a `temporaryPassword`. With `resend` it takes `username`, `temporaryPassword` and `clientMetadata` alone. */
export type AdminCreateUserInput = {
  /** Further attributes, also those that users may not write themselves; never `email`, `phone_number` or a verified flag. */
  readonly attributes?: InputMaybe<ReadonlyArray<AttributeInput>>;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as `+15555550100`. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** Whether to send a new temporary password to a user who was invited before. */
  readonly resend?: InputMaybe<Scalars['Boolean']['input']>;
  /** A password for the first sign-in. Default: one that is made up and sent. */
  readonly temporaryPassword?: InputMaybe<Scalars['String']['input']>;
  /** As in `SignUpInput`. */
  readonly username: Scalars['String']['input'];
};

export type AdminDeleteSoftwareTokenInput = {
  readonly username: Scalars['String']['input'];
};

export type AdminDeleteUserInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  readonly evenIfLast?: InputMaybe<Scalars['Boolean']['input']>;
  readonly username: Scalars['String']['input'];
};

export type AdminDisableProviderForUserInput = {
  /** `LinkedIdentity.providerName`. */
  readonly providerName: Scalars['String']['input'];
  /** `LinkedIdentity.userId`. */
  readonly userId: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type AdminDisableUserInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  readonly evenIfLast?: InputMaybe<Scalars['Boolean']['input']>;
  readonly username: Scalars['String']['input'];
};

export type AdminEnableUserInput = {
  readonly username: Scalars['String']['input'];
};

export type AdminForgetDeviceInput = {
  /** `Device.key`. */
  readonly deviceKey: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type AdminLinkProviderForUserInput = {
  /** `FederationProvider.name`. */
  readonly providerName: Scalars['String']['input'];
  /** The permanent id of the user at the provider, in the same upper and lower case as there. */
  readonly userId: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type AdminRemoveUserFromGroupInput = {
  /** Whether to do it even if nobody is left who can administer users. */
  readonly evenIfLast?: InputMaybe<Scalars['Boolean']['input']>;
  readonly groupName: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type AdminResetRecoveryCodesInput = {
  readonly username: Scalars['String']['input'];
};

export type AdminResetUserPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

export type AdminRevokeUserSessionInput = {
  /** `Session.sessionId`. */
  readonly sessionId: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

/** Each factor that is given is set; at most one of them may be preferred. */
export type AdminSetUserMfaPreferenceInput = {
  readonly email?: InputMaybe<MfaPreferenceInput>;
  readonly sms?: InputMaybe<MfaPreferenceInput>;
  readonly softwareToken?: InputMaybe<MfaPreferenceInput>;
  readonly username: Scalars['String']['input'];
  readonly webAuthn?: InputMaybe<WebAuthnMfaPreferenceInput>;
};

export type AdminSetUserPasswordInput = {
  readonly password: Scalars['String']['input'];
  /** Whether the user may keep it. */
  readonly permanent?: InputMaybe<Scalars['Boolean']['input']>;
  readonly username: Scalars['String']['input'];
};

export type AdminUpdateUserAttributesInput = {
  /** At least one. Attributes that are left out stay as they are. */
  readonly attributes: ReadonlyArray<AttributeInput>;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

/** A user, and all that there is to know of them. */
export type AdminUser = {
  readonly __typename?: 'AdminUser';
  readonly attributes: ReadonlyArray<Attribute>;
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Null where `AuthConfig.rememberDevices` is NEVER. */
  readonly devices: Maybe<ReadonlyArray<Device>>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly emailVerified: Scalars['Boolean']['output'];
  /** False: an administrator has switched the user off. */
  readonly enabled: Scalars['Boolean']['output'];
  /** What they can sign in with. Which passkeys they have, Cognito tells only themself. */
  readonly factors: AuthFactors;
  readonly groups: ReadonlyArray<Group>;
  /** The identities at other providers that sign them in. Empty where `AuthConfig.federation` is null. */
  readonly identities: ReadonlyArray<LinkedIdentity>;
  readonly lastModifiedAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  readonly phoneNumberVerified: Scalars['Boolean']['output'];
  /** Null where `AuthConfig.recoveryCodes` is false. */
  readonly recoveryCodes: Maybe<RecoveryCodes>;
  /** Null where `AuthConfig.tracksSessions` is false. */
  readonly sessions: Maybe<ReadonlyArray<Session>>;
  readonly status: UserStatus;
  readonly sub: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

export type AdminUserGlobalSignOutInput = {
  readonly username: Scalars['String']['input'];
};

export type AssociateSoftwareTokenInput = {
  /**
   * The account name that the app shows, such as the e-mail address: up to 128 characters. The default is the signed-in
   * user's name. During a sign-in the name is not known here, so there is no default.
   */
  readonly accountName?: InputMaybe<Scalars['String']['input']>;
  /** The session of `MfaSetupChallenge`. A signed-in user sends none. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
};

/** A user attribute: a standard one such as `given_name`, or `custom:…`. */
export type Attribute = {
  readonly __typename?: 'Attribute';
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

export type AttributeInput = {
  readonly name: Scalars['String']['input'];
  readonly value: Scalars['String']['input'];
};

/** What a sign-in page needs to know. */
export type AuthConfig = {
  readonly __typename?: 'AuthConfig';
  /** For how many days `activity` keeps the history of an account. Null if no history is kept. */
  readonly activityDays: Maybe<Scalars['Int']['output']>;
  /** The group whose members may call the operations of administrators; null where these are off. */
  readonly adminGroup: Maybe<Scalars['String']['output']>;
  /** The captcha to solve before a call that has a message sent; its token is `captchaToken`. Null if there is none. */
  readonly captcha: Maybe<Captcha>;
  /** Minutes in which a challenge can be answered. After that, the answer is refused with `SESSION_EXPIRED`. */
  readonly challengeMinutes: Scalars['Int']['output'];
  /** Every challenge that this schema knows. */
  readonly challenges: ReadonlyArray<ChallengeName>;
  /** The e-mail address of a new user must belong to one of these domains. Empty if any domain is allowed. */
  readonly emailDomains: ReadonlyArray<Scalars['String']['output']>;
  /** Every error code that this schema knows. */
  readonly errors: ReadonlyArray<AuthErrorCode>;
  /** Sign-in by other providers, and by the pages of the deployment's own domain. Null if there is none. */
  readonly federation: Maybe<Federation>;
  /** First factors that flow USER_AUTH may offer. */
  readonly firstFactors: ReadonlyArray<ChallengeName>;
  /** Flows that `login` accepts. */
  readonly flows: ReadonlyArray<AuthFlow>;
  /** Whether `gpt` is enabled. */
  readonly gptEnabled: Scalars['Boolean']['output'];
  /** Null if `gpt` is not enabled. */
  readonly gptLimits: Maybe<GptLimits>;
  /** Whether an address is accepted in the flows USER_PASSWORD_AUTH and CUSTOM_AUTH only. Every flow accepts a user name. */
  readonly hidesAddresses: Scalars['Boolean']['output'];
  readonly mfaMode: MfaMode;
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly passwordPolicy: PasswordPolicy;
  /** How recent a sign-in must be for sensitive operations. Null if they accept any sign-in. */
  readonly reauthentication: Maybe<Reauthentication>;
  /** How the code of `forgotPassword` can be sent, best first. Empty if only an administrator can reset passwords. */
  readonly recovery: ReadonlyArray<DeliveryMedium>;
  /** Whether users can create recovery codes and use them with `recoverAccess`. */
  readonly recoveryCodes: Scalars['Boolean']['output'];
  /** Whether devices are remembered, so that they can replace the second factor. */
  readonly rememberDevices: RememberDevices;
  /** Attributes that `signUp` requires. */
  readonly requiredAttributes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * What a user may type as `username` in `login`. If USERNAME is listed, an e-mail address or phone number works once it
   * is verified. If USERNAME is not listed, the address or number is itself the user name, also in `signUp`.
   */
  readonly signInNames: ReadonlyArray<SignInName>;
  /** The ways to sign up that are enabled. */
  readonly signUpModes: ReadonlyArray<SignUpMode>;
  /** Whether Cognito keeps a list of sessions, for `sessions` and `revokeUserSession`. */
  readonly tracksSessions: Scalars['Boolean']['output'];
  /** What the message to a new user contains: a code for `confirmSignUp`, or a link. */
  readonly verifyBy: VerificationMethod;
};

/** The `errorType` of every refused operation. Branch on it; the message is meant for people and may change. */
export const AuthErrorCode = {
  /** This operation requires the access token, but was sent the ID token. */
  AccessTokenRequired: 'ACCESS_TOKEN_REQUIRED',
  /**
   * There is an account already, which this identity at another provider does not sign in to. During a sign-in, this
   * arrives at the call-back URL: the user signs in as before, and may have the identity linked.
   */
  AccountExistsWithOtherMethod: 'ACCOUNT_EXISTS_WITH_OTHER_METHOD',
  /** Another user has this e-mail address or phone number. */
  AliasExists: 'ALIAS_EXISTS',
  /**
   * A captcha must be solved first. Send its token as `captchaToken`; a token that was used or is too old needs to be
   * replaced by a new one. `AuthConfig.captcha` tells which captcha it is.
   */
  CaptchaRequired: 'CAPTCHA_REQUIRED',
  /** The code could not be sent: the address accepts no messages, or the deployment cannot send any at the moment. */
  CodeDeliveryFailed: 'CODE_DELIVERY_FAILED',
  /** The code has expired, was already used, or was never sent. Send a new one. */
  CodeExpired: 'CODE_EXPIRED',
  /** The code is wrong. Ask the user to check it. */
  CodeMismatch: 'CODE_MISMATCH',
  /** The caller may not do this. */
  Forbidden: 'FORBIDDEN',
  /** The provider of the language model refused or failed. */
  GptFailed: 'GPT_FAILED',
  /** There is no key for the language model. Send `key`, or configure one. */
  GptNotConfigured: 'GPT_NOT_CONFIGURED',
  /** Something went wrong that is not the caller's fault. The logs have the details under `errorInfo.requestId`. */
  Internal: 'INTERNAL',
  /** The user name or the password is wrong. The API does not reveal which. */
  InvalidCredentials: 'INVALID_CREDENTIALS',
  /** An input is invalid; `errorInfo.field` names it. */
  InvalidInput: 'INVALID_INPUT',
  /** Nobody would be left who can administer users. Repeat the call with `evenIfLast: true` if that is meant. */
  LastAdministrator: 'LAST_ADMINISTRATOR',
  /** The account cannot do without this way to sign in. The message says what to do first. */
  LastSignInMethod: 'LAST_SIGN_IN_METHOD',
  /** The user has not set up this second factor. */
  MfaNotSetUp: 'MFA_NOT_SET_UP',
  /** This operation, flow, factor or way to sign up is disabled in the configuration. */
  NotEnabled: 'NOT_ENABLED',
  /** It does not exist. */
  NotFound: 'NOT_FOUND',
  /** The new password breaks a rule; the message says which. */
  PasswordPolicy: 'PASSWORD_POLICY',
  /** An administrator reset the password. Call `confirmForgotPassword` with the code that was sent. */
  PasswordResetRequired: 'PASSWORD_RESET_REQUIRED',
  /** The new password was used before. */
  PasswordReused: 'PASSWORD_REUSED',
  /**
   * A more recent or stronger sign-in is required; see `errorInfo.maxAgeSeconds` and `errorInfo.acr`. Sign in again and
   * repeat the call.
   */
  ReauthenticationRequired: 'REAUTHENTICATION_REQUIRED',
  /** The sign-in took too long, or its session was already used. Start again with `login`. */
  SessionExpired: 'SESSION_EXPIRED',
  /** The temporary password has expired. An administrator must send a new one. */
  TemporaryPasswordExpired: 'TEMPORARY_PASSWORD_EXPIRED',
  /** The token has expired. Refresh it, or sign in again. */
  TokenExpired: 'TOKEN_EXPIRED',
  /** The token was not issued by this user pool. */
  TokenInvalid: 'TOKEN_INVALID',
  /** The token was revoked. Sign in again. */
  TokenRevoked: 'TOKEN_REVOKED',
  /** Too many failed attempts for this user. Wait before trying again. */
  TooManyAttempts: 'TOO_MANY_ATTEMPTS',
  /**
   * Too many requests at once; try again a little later. If `errorInfo.retryable` is false, the limit of an hour or a day
   * is reached instead: of messages to an address or from a caller, or of questions.
   */
  TooManyRequests: 'TOO_MANY_REQUESTS',
  /** A Lambda trigger of this deployment refused the request. The message comes from the trigger. */
  TriggerRefused: 'TRIGGER_REFUSED',
  /**
   * Cognito or the language model did not give a clear answer in time. If `errorInfo.retryable` is true, try again.
   * Otherwise the call may have been carried out; the message says what to check first.
   */
  Unavailable: 'UNAVAILABLE',
  /** The user name is already taken. */
  UsernameExists: 'USERNAME_EXISTS',
  /** An administrator disabled this user. */
  UserDisabled: 'USER_DISABLED',
  /** The user must confirm their address first, with `confirmSignUp`. */
  UserNotConfirmed: 'USER_NOT_CONFIRMED'
} as const;

export type AuthErrorCode = typeof AuthErrorCode[keyof typeof AuthErrorCode];
/** What the signed-in user can sign in with. */
export type AuthFactors = {
  readonly __typename?: 'AuthFactors';
  /** First factors. WEB_AUTHN means that the user has a passkey; `passkeys` lists them. */
  readonly firstFactors: ReadonlyArray<ChallengeName>;
  /** Second factors that are enabled. */
  readonly mfa: UserMfa;
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
/** The result of `login` and `respondToChallenge`: tokens or the next challenge. Select `__typename` and switch on it. */
export type AuthResult = CustomChallenge | DevicePasswordVerifierChallenge | DeviceSrpAuthChallenge | EmailOtpChallenge | MfaSetupChallenge | NewPasswordRequiredChallenge | PasswordChallenge | PasswordSrpChallenge | PasswordVerifierChallenge | SelectChallenge | SelectMfaTypeChallenge | SmsMfaChallenge | SmsOtpChallenge | SoftwareTokenMfaChallenge | Tokens | WebAuthnChallenge;

/** A captcha. The page loads its script from the provider. */
export type Captcha = {
  readonly __typename?: 'Captcha';
  readonly kind: CaptchaKind;
  /** The public key that the page passes to the provider's script. */
  readonly siteKey: Scalars['String']['output'];
};

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
/**
 * The fields that every challenge has. Send `name`, `username` and `session` back unchanged with the answer. Select them
 * on the concrete types, such as `... on SmsMfaChallenge`: AppSync does not document how it authorizes fields that are
 * selected on an interface.
 */
export type Challenge = {
  readonly name: ChallengeName;
  /** Opaque. Valid for one answer, and expires after a few minutes. Null if the challenge carries its own state. */
  readonly session: Maybe<Scalars['String']['output']>;
  /** The user name to send back; it may differ from the one that was typed. */
  readonly username: Scalars['String']['output'];
};

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
  readonly newPassword: Scalars['String']['input'];
  /** The current password. Leave it out if the account has none; a recent sign-in is then required. */
  readonly previousPassword?: InputMaybe<Scalars['String']['input']>;
};

/** Where a code was sent. */
export type CodeDelivery = {
  readonly __typename?: 'CodeDelivery';
  /** The attribute that holds the destination, such as `email`. */
  readonly attribute: Scalars['String']['output'];
  /** Masked: `j***@e***` or `+*******1234`. */
  readonly destination: Scalars['String']['output'];
  readonly medium: DeliveryMedium;
};

export type CompleteWebAuthnRegistrationInput = {
  /** RegistrationResponseJSON (WebAuthn Level 3): `credential.toJSON()`. */
  readonly credential: Scalars['AWSJSON']['input'];
};

export type ConfirmDeviceInput = {
  /** `Tokens.newDevice.deviceKey`. */
  readonly deviceKey: Scalars['String']['input'];
  /** A name that lets the user recognize the device. */
  readonly deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The SRP verifier of the device's password, made with `deviceGroupKey` and `deviceKey`. Base64 of the number's bytes. */
  readonly passwordVerifier: Scalars['String']['input'];
  /** The salt of the verifier. Base64 of the number's bytes. */
  readonly salt: Scalars['String']['input'];
};

/** The device can now prove itself. */
export type ConfirmDeviceResult = {
  readonly __typename?: 'ConfirmDeviceResult';
  /** True if the user decides whether this device is remembered. If false, it is remembered now. */
  readonly userConfirmationNecessary: Scalars['Boolean']['output'];
};

export type ConfirmForgotPasswordInput = {
  /** A JSON object of strings that is passed to the Lambda triggers. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly code: Scalars['String']['input'];
  /** The new password. */
  readonly password: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type ConfirmSignUpInput = {
  /** A JSON object of strings that is passed to the Lambda triggers. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly code: Scalars['String']['input'];
  /**
   * The password that the account has from now on, whatever was given at sign-up: repeat the one of `signUp`, or choose
   * another one.
   */
  readonly password: Scalars['String']['input'];
  /** The session of `signUp`, if the user should go on to sign in at once. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
  readonly username: Scalars['String']['input'];
};

/** The user is confirmed. */
export type ConfirmSignUpResult = {
  readonly __typename?: 'ConfirmSignUpResult';
  /** Valid for one `login` with flow USER_AUTH, without further proof. Null if choice-based sign-in is off. */
  readonly session: Maybe<Scalars['String']['output']>;
};

export type CreateGroupInput = {
  /** Up to 2048 characters. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 128 characters without white space. */
  readonly groupName: Scalars['String']['input'];
  /** From 0. Of a user's groups, the one with the lowest number comes first. */
  readonly precedence?: InputMaybe<Scalars['Int']['input']>;
};

/** A challenge that the deployment defines itself. Answer: `answer`. */
export type CustomChallenge = Challenge & {
  readonly __typename?: 'CustomChallenge';
  readonly name: ChallengeName;
  /** The public parameters from the CreateAuthChallenge trigger: a JSON object of strings. */
  readonly parameters: Scalars['AWSJSON']['output'];
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type DeleteGroupInput = {
  readonly groupName: Scalars['String']['input'];
};

export type DeleteUserAttributesInput = {
  /** At least one. */
  readonly names: ReadonlyArray<Scalars['String']['input']>;
};

export type DeleteWebAuthnCredentialInput = {
  /** `Passkey.credentialId`. */
  readonly credentialId: Scalars['String']['input'];
};

/** How a code is sent. */
export const DeliveryMedium = {
  Email: 'EMAIL',
  Sms: 'SMS'
} as const;

export type DeliveryMedium = typeof DeliveryMedium[keyof typeof DeliveryMedium];
/** A device that Cognito knows and that was confirmed. */
export type Device = {
  readonly __typename?: 'Device';
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Whether the access token of this request was issued to this device. */
  readonly isCurrent: Scalars['Boolean']['output'];
  readonly key: Scalars['String']['output'];
  readonly lastAuthenticatedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** The address of its last sign-in as Cognito saw it, which may be the address of this API. */
  readonly lastIpAddress: Maybe<Scalars['String']['output']>;
  readonly lastModifiedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** The name that `confirmDevice` gave it. */
  readonly name: Maybe<Scalars['String']['output']>;
};

export type DevicePage = {
  readonly __typename?: 'DevicePage';
  readonly items: ReadonlyArray<Device>;
  /** Send it to get the next page; null on the last page. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** Second half of the remembered device's proof. Answer: `deviceKey` and `passwordClaim`. */
export type DevicePasswordVerifierChallenge = Challenge & {
  readonly __typename?: 'DevicePasswordVerifierChallenge';
  readonly deviceKey: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  /** Hexadecimal. */
  readonly salt: Scalars['String']['output'];
  /** Base64. */
  readonly secretBlock: Scalars['String']['output'];
  readonly session: Maybe<Scalars['String']['output']>;
  /** Hexadecimal. */
  readonly srpB: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

/** First half of the remembered device's proof. Answer: `deviceKey` and `srpA`. */
export type DeviceSrpAuthChallenge = Challenge & {
  readonly __typename?: 'DeviceSrpAuthChallenge';
  readonly deviceKey: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A code was sent by e-mail, as the first or second factor. Answer: `code`. */
export type EmailOtpChallenge = Challenge & {
  readonly __typename?: 'EmailOtpChallenge';
  /** The masked address, such as `j***@e***`. */
  readonly destination: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type ExchangeAuthorizationCodeInput = {
  /** The parameter `code` of the call-back URL. */
  readonly code: Scalars['String']['input'];
  /** The secret whose challenge began the sign-in: 43 to 128 letters, digits and the signs `-`, `.`, `_`, `~`. */
  readonly codeVerifier: Scalars['String']['input'];
  /** The `redirect_uri` of that request: one of `Federation.callbackUrls`. */
  readonly redirectUri: Scalars['String']['input'];
};

/**
 * Sign-in by other providers, and by the pages at the domain of the user pool: the authorization code flow with PKCE (RFC
 * 6749, RFC 7636). Send the browser to `<domain>/oauth2/authorize` with `response_type=code`, `client_id`,
 * `redirect_uri`, `scope`, a random `state`, `code_challenge` and `code_challenge_method=S256`, and with
 * `identity_provider=<provider name>` for one of `providers`. Then `exchangeAuthorizationCode` ends the sign-in. If it
 * fails, `error` and `error_description` arrive at the call-back URL instead of the code.
 */
export type Federation = {
  readonly __typename?: 'Federation';
  /** The allowed values of `redirect_uri`. Send one of them without changing a character. */
  readonly callbackUrls: ReadonlyArray<Scalars['String']['output']>;
  /** The id of the app client: `client_id`. */
  readonly clientId: Scalars['String']['output'];
  /** The domain as a URL, without a slash at the end: `https://login.example.com`. */
  readonly domain: Scalars['String']['output'];
  /** Whether the pages of the domain also sign in users with a password or another factor of this pool. */
  readonly ownUsers: Scalars['Boolean']['output'];
  readonly providers: ReadonlyArray<FederationProvider>;
  /** What a page may ask for as `scope`, where a space separates several. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
};

export type FederationProvider = {
  readonly __typename?: 'FederationProvider';
  readonly kind: ProviderKind;
  /** Its name for people, as in "Continue with …". */
  readonly label: Scalars['String']['output'];
  /** Its name in the user pool: `identity_provider`. */
  readonly name: Scalars['String']['output'];
};

export type ForgetDeviceInput = {
  readonly deviceKey: Scalars['String']['input'];
};

export type ForgotPasswordInput = {
  /** The token of a solved captcha. Required if `AuthConfig.captcha` is given. */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

export type GetUserAttributeVerificationCodeInput = {
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** `email` or `phone_number`. */
  readonly name: Scalars['String']['input'];
};

/** The limits of `gpt`. */
export type GptLimits = {
  readonly __typename?: 'GptLimits';
  /** The longest answer, in tokens of the model, including its reasoning. */
  readonly answerTokens: Scalars['Int']['output'];
  /** The longest allowed question, in characters. */
  readonly messageCharacters: Scalars['Int']['output'];
  /** Questions that a user may ask per day (UTC). Null if there is no limit. */
  readonly requestsPerDay: Maybe<Scalars['Int']['output']>;
};

/** A language model's answer. */
export type GptReply = {
  readonly __typename?: 'GptReply';
  /** The model that answered, as the provider names it. */
  readonly model: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  /** Whether the answer was cut off because it reached `authConfig.gptLimits.answerTokens`. */
  readonly truncated: Scalars['Boolean']['output'];
  /** Null if the provider does not report it. */
  readonly usage: Maybe<GptUsage>;
};

/** What the question and the answer cost, in tokens of the model. */
export type GptUsage = {
  readonly __typename?: 'GptUsage';
  readonly inputTokens: Scalars['Int']['output'];
  readonly outputTokens: Scalars['Int']['output'];
};

export type Group = {
  readonly __typename?: 'Group';
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly description: Maybe<Scalars['String']['output']>;
  readonly groupName: Scalars['String']['output'];
  readonly lastModifiedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Of a user's groups, the one with the lowest number comes first. */
  readonly precedence: Maybe<Scalars['Int']['output']>;
};

export type GroupPage = {
  readonly __typename?: 'GroupPage';
  readonly items: ReadonlyArray<Group>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** An identity at another provider that signs a user in. */
export type LinkedIdentity = {
  readonly __typename?: 'LinkedIdentity';
  /** Whether the account was made by the first sign-in with this identity. It cannot be unlinked. */
  readonly isPrimary: Scalars['Boolean']['output'];
  readonly kind: ProviderKind;
  /** Null if Cognito does not say. */
  readonly linkedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** `FederationProvider.name`. */
  readonly providerName: Scalars['String']['output'];
  /** The permanent id of the user at the provider: `sub`, `NameID` or the like. */
  readonly userId: Scalars['String']['output'];
};

export type LoginInput = {
  /**
   * For USER_AUTH: the levels to reach, best first, such as `urn:cognito:loa:4`. Cognito takes the first one that the user
   * can reach. What the access token of a signed-in user already proves counts towards it.
   */
  readonly acrValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /**
   * The token of a solved captcha. Required if `AuthConfig.captcha` is given and the sign-in begins with a message:
   * CUSTOM_AUTH, and USER_AUTH with `preferredChallenge` EMAIL_OTP or SMS_OTP.
   */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** A JSON object of strings that is passed to the Lambda triggers. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The key of a confirmed device. */
  readonly deviceKey?: InputMaybe<Scalars['String']['input']>;
  readonly flow?: InputMaybe<AuthFlow>;
  /** With `acrValues`: a sign-in older than this counts for nothing. With 0, no earlier sign-in counts. */
  readonly maxAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** For USER_PASSWORD_AUTH, and for USER_AUTH with `preferredChallenge: PASSWORD`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** For USER_AUTH: the first factor that the user prefers. */
  readonly preferredChallenge?: InputMaybe<ChallengeName>;
  /** For USER_AUTH: the session of `confirmSignUp`. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
  /**
   * Hexadecimal. For USER_SRP_AUTH, for CUSTOM_AUTH that begins with SRP, and for USER_AUTH with
   * `preferredChallenge: PASSWORD_SRP`.
   */
  readonly srpA?: InputMaybe<Scalars['String']['input']>;
  readonly username: Scalars['String']['input'];
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
  readonly enabled: Scalars['Boolean']['input'];
  /** Whether it is asked for first. By default, Cognito's value stays unchanged. */
  readonly preferred?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * A second factor is required and the user has none. There are two answers. For an authenticator app, call
 * `associateSoftwareToken` with this session, then `verifySoftwareToken` with the session that it returns, and answer with
 * the session that `verifySoftwareToken` returns and nothing else. For codes by e-mail, answer: `email`.
 */
export type MfaSetupChallenge = Challenge & {
  readonly __typename?: 'MfaSetupChallenge';
  /** The factors that the user may set up. */
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** Second factors, with Cognito's names. */
export const MfaType = {
  EmailOtp: 'EMAIL_OTP',
  SmsMfa: 'SMS_MFA',
  SoftwareTokenMfa: 'SOFTWARE_TOKEN_MFA'
} as const;

export type MfaType = typeof MfaType[keyof typeof MfaType];
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * For administrators: makes a user a member of a group, from their next token on. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND` (no such user, or no such group), `INVALID_INPUT`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminAddUserToGroup: Scalars['Boolean']['output'];
  /**
   * For administrators: confirms a user who has signed up, without a code. Their addresses stay unverified, and they have no password that they know,
   * since that of `signUp` counts with the code alone: `adminSetUserPassword` gives them one. True when done.
   * Errors: `NOT_FOUND`, `INVALID_INPUT` (the user is confirmed already), `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`.
   */
  readonly adminConfirmSignUp: Scalars['Boolean']['output'];
  /**
   * For administrators: creates a user, and sends them an invitation with a temporary password to `email`, or else to `phoneNumber`, which counts as
   * verified from then on: whoever signs in with that password has read the message. With `temporaryPassword` the administrator hands it on
   * themself, and no message is sent. With `resend` a new temporary password is sent to a user who has not signed in yet.
   * Errors: `USERNAME_EXISTS`, `ALIAS_EXISTS`, `PASSWORD_POLICY`, `INVALID_INPUT`, `NOT_FOUND` (`resend`), `CODE_DELIVERY_FAILED`, `TRIGGER_REFUSED`.
   */
  readonly adminCreateUser: UserSummary;
  /**
   * For administrators: takes the authenticator app of a user away, for a phone that was lost. Where the pool requires a second factor, they set up
   * another one at the next sign-in. Passkeys stay: Cognito lets only their owner remove them (`deleteWebAuthnCredential`). True when done. Wants a
   * recent sign-in.
   * Errors: `NOT_FOUND`, `MFA_NOT_SET_UP`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminDeleteSoftwareToken: Scalars['Boolean']['output'];
  /**
   * For administrators: deletes a user for good, and all that is kept of them. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `LAST_ADMINISTRATOR`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminDeleteUser: Scalars['Boolean']['output'];
  /**
   * For administrators: unlinks an identity at another provider from the account of a user. Whoever signs in with it
   * afterwards gets another account. Sessions go on: `adminUserGlobalSignOut` ends them. True when done. Wants a recent
   * sign-in.
   * Errors: `NOT_FOUND` (no such user, or no such identity), `ALIAS_EXISTS`, `INVALID_INPUT` (also for the identity that the
   * account was made by: delete the user instead), `NOT_ENABLED` (`AuthConfig.federation` is null),
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminDisableProviderForUser: Scalars['Boolean']['output'];
  /**
   * For administrators: keeps a user out, and ends their sessions, until `adminEnableUser`. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `LAST_ADMINISTRATOR`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminDisableUser: Scalars['Boolean']['output'];
  /**
   * For administrators: lets a user in again who was disabled. True when done.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`.
   */
  readonly adminEnableUser: Scalars['Boolean']['output'];
  /**
   * For administrators: forgets a device of a user, which then stands in for no second factor. True when done.
   * Errors: `NOT_FOUND` (no such user, or no such device), `INVALID_INPUT`, `NOT_ENABLED` (`AuthConfig.rememberDevices` is NEVER).
   */
  readonly adminForgetDevice: Scalars['Boolean']['output'];
  /**
   * For administrators: links an identity at another provider to the account of a user. From then on, whoever signs in with
   * it is this user, so be sure that it is theirs. The identity must not have been used to sign in before. True when done.
   * Wants a recent sign-in.
   * Errors: `NOT_FOUND` (no such user), `ACCOUNT_EXISTS_WITH_OTHER_METHOD` (the identity has an account already: of its own,
   * or this one), `ALIAS_EXISTS`, `FORBIDDEN` (the user has as many identities as a user may have), `INVALID_INPUT`,
   * `NOT_ENABLED` (`AuthConfig.federation` is null), `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminLinkProviderForUser: Scalars['Boolean']['output'];
  /**
   * For administrators: ends a membership. The operations of administrators are closed to a former one at once; elsewhere a token names the group until it
   * expires. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND` (no such user, or no such group), `INVALID_INPUT`, `LAST_ADMINISTRATOR`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminRemoveUserFromGroup: Scalars['Boolean']['output'];
  /**
   * For administrators: makes the recovery codes of a user worthless, for codes that were lost or seen. They make new ones by `generateRecoveryCodes`. True
   * when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `NOT_ENABLED` (`AuthConfig.recoveryCodes` is false), `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminResetRecoveryCodes: Scalars['Boolean']['output'];
  /**
   * For administrators: ends the password of a user and sends them a code, with which `confirmForgotPassword` sets a new one. Their sessions go on
   * until then: `adminUserGlobalSignOut` ends them. True when the code is sent. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT` (no verified address or number, or a state that does not allow it), `USER_DISABLED`,
   * `CODE_DELIVERY_FAILED`, `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminResetUserPassword: Scalars['Boolean']['output'];
  /**
   * For administrators: ends one session of a user. True when done.
   * Errors: `NOT_FOUND` (no such user, or no such session), `INVALID_INPUT`, `NOT_ENABLED` (`AuthConfig.tracksSessions` is false).
   */
  readonly adminRevokeUserSession: Scalars['Boolean']['output'];
  /**
   * For administrators: switches second factors of a user on and off, as `setUserMfaPreference` does. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `MFA_NOT_SET_UP`, `NOT_ENABLED`, `USER_NOT_CONFIRMED`, `PASSWORD_RESET_REQUIRED`,
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminSetUserMfaPreference: Scalars['Boolean']['output'];
  /**
   * For administrators: sets the password of a user, ends their sessions, and forgets their devices. Unless it is `permanent`, they must choose another
   * one at the next sign-in. Passkeys and authenticator apps stay. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `PASSWORD_POLICY`, `PASSWORD_REUSED`, `INVALID_INPUT`, `REAUTHENTICATION_REQUIRED`, `UNAVAILABLE` (also where the new password
   * counts, but sessions may go on; the message says so).
   */
  readonly adminSetUserPassword: Scalars['Boolean']['output'];
  /**
   * For administrators: sets attributes of a user; an empty value removes one. A new `email` or `phone_number` counts at once, and as verified only
   * where `email_verified` or `phone_number_verified` comes along as `true`: otherwise the user is sent a code where the pool verifies it. True when
   * done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT` (`errorInfo.field` is `attributes`: unknown, immutable, or of a wrong form), `ALIAS_EXISTS`,
   * `CODE_DELIVERY_FAILED`, `TRIGGER_REFUSED`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly adminUpdateUserAttributes: Scalars['Boolean']['output'];
  /**
   * For administrators: ends every session of a user. True when done. An access token that is already out keeps passing an offline check of its
   * signature until it expires.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`.
   */
  readonly adminUserGlobalSignOut: Scalars['Boolean']['output'];
  /**
   * Returns a new secret for an authenticator app. Show it as a QR code, then prove it with `verifySoftwareToken`. During
   * a sign-in that asks for a second factor (`MfaSetupChallenge`), send the `session` of that challenge. A signed-in user
   * sends the access token and no session. An app that is already set up keeps working until the new secret is proven.
   * Errors: `INVALID_INPUT` (neither access token nor session, or both), `ACCESS_TOKEN_REQUIRED`, `SESSION_EXPIRED`,
   * `NOT_ENABLED`, `MFA_NOT_SET_UP`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `REAUTHENTICATION_REQUIRED` (not with a session).
   */
  readonly associateSoftwareToken: SoftwareToken;
  /**
   * Sets a new password for the signed-in user. Returns true once the password is set, every other session of the user has
   * ended, and every other remembered device is forgotten. If `AuthConfig.tracksSessions` is false, the caller's own
   * session ends too; sign in again with the new password. Passkeys and authenticator apps stay valid; `authFactors` lists
   * them. A service that checks only the signature of an access token accepts it until it expires. Requires the access
   * token.
   * Errors: `INVALID_CREDENTIALS` (`previousPassword` is wrong), `PASSWORD_POLICY`, `PASSWORD_REUSED`, `INVALID_INPUT`,
   * `TOO_MANY_ATTEMPTS` (five per hour), `REAUTHENTICATION_REQUIRED` (without `previousPassword`),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `UNAVAILABLE` (also if the password is set but other sessions may
   * still be signed in; the message then says so).
   */
  readonly changePassword: Scalars['Boolean']['output'];
  /**
   * Registers the passkey that the browser made from the options of `startWebAuthnRegistration`. Returns true; the passkey
   * can then be used to sign in. Requires the access token.
   * Errors: `INVALID_INPUT` (the credential belongs to another site, or its kind is not supported), `SESSION_EXPIRED`
   * (call `startWebAuthnRegistration` again), `NOT_ENABLED`, `FORBIDDEN` (the user already has 20),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly completeWebAuthnRegistration: Scalars['Boolean']['output'];
  /**
   * Gives the device of `Tokens.newDevice` a password, so that the device can prove itself at the next sign-in
   * (`DeviceSrpAuthChallenge`). The client generates and keeps that password and sends only its SRP verifier. Requires the
   * access token of the sign-in that returned `newDevice`.
   * Errors: `INVALID_INPUT` (also for a device that is already confirmed), `NOT_FOUND` (no such device),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly confirmDevice: ConfirmDeviceResult;
  /**
   * Sets a new password with the code of `forgotPassword` or of a reset by an administrator. It does not sign the user in.
   * Returns true once the password is set, every session of the user has ended, and every remembered device is forgotten.
   * Passkeys and authenticator apps stay valid; `authFactors` lists them.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `PASSWORD_POLICY`, `PASSWORD_REUSED`, `TOO_MANY_ATTEMPTS`,
   * `USER_NOT_CONFIRMED`, `USER_DISABLED`, `INVALID_INPUT`, `TRIGGER_REFUSED`.
   */
  readonly confirmForgotPassword: Scalars['Boolean']['output'];
  /**
   * Confirms a new user with the code that was sent to them, and sets the password: whoever answers the code decides it. A
   * password that somebody else chose for this address before, and whatever it opened, ends. A code is valid for 24 hours;
   * a newer code replaces it.
   * If `username` is an address, an address of a confirmed user and an unknown address both give `CODE_MISMATCH`.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `PASSWORD_POLICY`, `ALIAS_EXISTS`, `USER_DISABLED`, `INVALID_INPUT`,
   * `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`, `UNAVAILABLE` (the address is confirmed, but the password may not be set:
   * `forgotPassword` sets one).
   */
  readonly confirmSignUp: ConfirmSignUpResult;
  /**
   * For administrators: makes a group.
   * Errors: `INVALID_INPUT` (also a name that is taken), `FORBIDDEN` (the pool has as many groups as it may have).
   */
  readonly createGroup: Group;
  /**
   * For administrators: deletes a group; its members stay. True when done. Wants a recent sign-in.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `FORBIDDEN` (the group of the administrators, which belongs to the deployment), `REAUTHENTICATION_REQUIRED`.
   */
  readonly deleteGroup: Scalars['Boolean']['output'];
  /**
   * Deletes the signed-in user permanently, with their passkeys, devices and sessions. Returns true. Requires the access
   * token.
   * Errors: `REAUTHENTICATION_REQUIRED`, `INVALID_INPUT`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`,
   * `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly deleteUser: Scalars['Boolean']['output'];
  /**
   * Removes attributes of the signed-in user. A required attribute cannot be removed. Returns true. Requires the access
   * token and, for an address or phone number, a recent sign-in.
   * Errors: `INVALID_INPUT`, `REAUTHENTICATION_REQUIRED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`,
   * `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly deleteUserAttributes: Scalars['Boolean']['output'];
  /**
   * Removes a passkey of the signed-in user, who can then no longer sign in with it. Returns true. Requires the access
   * token.
   * Errors: `NOT_FOUND` (the user has no such passkey), `REAUTHENTICATION_REQUIRED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`,
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`.
   */
  readonly deleteWebAuthnCredential: Scalars['Boolean']['output'];
  /**
   * Ends a sign-in with the code that the pages at `Federation.domain` have sent to the call-back URL. Works only for a
   * sign-in that was begun with PKCE (RFC 7636, S256) and the scope `openid`. A code is valid for five minutes, once, and
   * only with the `redirectUri` and the verifier of the same request. Before the call, compare the `state` that arrived
   * with the one that was sent, so that nobody can slip their own sign-in in.
   * Errors: `CODE_EXPIRED` (expired, used, or of another request: start the sign-in again), `INVALID_INPUT`,
   * `NOT_ENABLED` (`AuthConfig.federation` is null), `UNAVAILABLE` (also if the code may be used up; the message says so).
   */
  readonly exchangeAuthorizationCode: Tokens;
  /**
   * Removes a device, whose session can then no longer be refreshed. Returns true. Requires the access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly forgetDevice: Scalars['Boolean']['output'];
  /**
   * Sends a code for setting a new password. The code is valid for one hour. If `username` is an address, the answer is
   * always the same, so it does not reveal whether there is an account.
   * Errors: `NOT_ENABLED` (only an administrator can reset passwords), `INVALID_INPUT`, `USER_DISABLED`,
   * `CODE_DELIVERY_FAILED`, `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`, `CAPTCHA_REQUIRED`.
   */
  readonly forgotPassword: Maybe<CodeDelivery>;
  /**
   * Ten new recovery codes for the signed-in user, which replace all earlier ones. Each can be used once, with
   * `recoverAccess`. Show them now, since they cannot be read again. Requires the access token of a recent sign-in.
   * Errors: `NOT_ENABLED` (`authConfig.recoveryCodes` is false), `REAUTHENTICATION_REQUIRED`, `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`,
   * `INVALID_INPUT`.
   */
  readonly generateRecoveryCodes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Sends a code to the e-mail address or phone number of the signed-in user; answer it with `verifyUserAttribute`. A code
   * is valid for 24 hours; a newer code replaces it. At most five codes per hour. Requires the access token.
   * Errors: `INVALID_INPUT` (another attribute, or the user has none), `CODE_DELIVERY_FAILED`, `TOO_MANY_ATTEMPTS`,
   * `TRIGGER_REFUSED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly getUserAttributeVerificationCode: CodeDelivery;
  /**
   * Ends every session of the signed-in user, on all devices. Returns true. Requires the access token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly globalSignOut: Scalars['Boolean']['output'];
  /**
   * Starts a sign-in and returns `Tokens` or the first challenge. With `acrValues` (flow USER_AUTH), challenges follow
   * until one of these levels is reached. A signed-in user who sends the access token need not prove again what that token
   * already proves.
   * Errors: `INVALID_CREDENTIALS` (for a wrong password and for an unknown user), `USER_NOT_CONFIRMED`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `TEMPORARY_PASSWORD_EXPIRED`, `TOO_MANY_ATTEMPTS`, `NOT_ENABLED` (this flow is disabled),
   * `NOT_FOUND` (no such device), `SESSION_EXPIRED`, `INVALID_INPUT`, `CODE_DELIVERY_FAILED`, `TRIGGER_REFUSED`,
   * `ACCESS_TOKEN_REQUIRED` (`acrValues` was sent with a token that is not an access token), `CAPTCHA_REQUIRED`
   * (the sign-in begins with a message).
   */
  readonly login: AuthResult;
  /**
   * For users who have lost their second factor. Given their password and an unused recovery code, it disables all second
   * factors, ends every session and forgets remembered devices. Returns true; then sign in with `login`. Passkeys stay
   * valid. Upper and lower case, spaces and hyphens in the code make no difference. The error is the same whatever is
   * wrong, and also for an unknown user.
   * Errors: `INVALID_CREDENTIALS`, `TOO_MANY_ATTEMPTS` (five per hour), `NOT_ENABLED` (`authConfig.recoveryCodes` is
   * false), `INVALID_INPUT`, `UNAVAILABLE` (the recovery was started but not completed; try again with the same code).
   */
  readonly recoverAccess: Scalars['Boolean']['output'];
  /**
   * Exchanges a refresh token for new access and ID tokens. The new `refreshToken` is null unless refresh-token rotation
   * is on.
   * Errors: `TOKEN_INVALID`, `TOKEN_EXPIRED`, `TOKEN_REVOKED`, `USER_DISABLED`, `INVALID_INPUT`, `TRIGGER_REFUSED`.
   */
  readonly refreshTokens: Tokens;
  /**
   * Sends a new confirmation code to a user who is not confirmed yet. If `username` is an address, the answer is always
   * the same, so it does not reveal whether there is an account.
   * Errors: `INVALID_INPUT` (`username` is a user name, and the user is already confirmed), `USER_DISABLED`,
   * `CODE_DELIVERY_FAILED`, `NOT_ENABLED`, `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`,
   * `CAPTCHA_REQUIRED`.
   */
  readonly resendConfirmationCode: Maybe<CodeDelivery>;
  /**
   * Answers the last challenge. Send back its `name`, `username` and `session` with the answer that it asks for (see the
   * table in `RespondToChallengeInput`). Returns `Tokens` or the next challenge.
   * Errors: `INVALID_INPUT` (an answer is missing or not expected; `errorInfo.field` names it), `SESSION_EXPIRED` (start
   * again with `login`), `CODE_MISMATCH`, `CODE_EXPIRED`, `CODE_DELIVERY_FAILED`, `INVALID_CREDENTIALS`,
   * `PASSWORD_POLICY`, `PASSWORD_REUSED`, `PASSWORD_RESET_REQUIRED`, `TEMPORARY_PASSWORD_EXPIRED`, `USER_NOT_CONFIRMED`,
   * `USER_DISABLED`, `MFA_NOT_SET_UP`, `ALIAS_EXISTS`, `TOO_MANY_ATTEMPTS`, `NOT_ENABLED`, `NOT_FOUND`,
   * `TRIGGER_REFUSED`, `CAPTCHA_REQUIRED` (a message was chosen).
   */
  readonly respondToChallenge: AuthResult;
  /**
   * Ends the session that a refresh token belongs to: Cognito no longer accepts the refresh token or the access tokens
   * that were issued with it. Returns true. A service that checks only the signature of an access token accepts it until
   * it expires.
   * Errors: `TOKEN_INVALID`, `INVALID_INPUT`, `NOT_ENABLED`.
   */
  readonly revokeToken: Scalars['Boolean']['output'];
  /**
   * Ends another session of the signed-in user: Cognito no longer accepts its refresh token or access tokens. To end the
   * caller's own session, use `revokeToken`. Returns true. A service that checks only the signature of an access token
   * accepts it until it expires. Requires the access token.
   * Errors: `NOT_FOUND` (the user has no such session), `INVALID_INPUT` (also for the caller's own session), `NOT_ENABLED`
   * (`AuthConfig.tracksSessions` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`,
   * `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly revokeUserSession: Scalars['Boolean']['output'];
  /**
   * Enables and disables second factors of the signed-in user, and sets which one is asked for first. A factor that is
   * left out stays as it is. Returns true. If the pool requires a second factor, the last one cannot be disabled. Requires
   * the access token.
   * Errors: `INVALID_INPUT` (no factor at all, a preferred one that is disabled, two preferred ones), `MFA_NOT_SET_UP` (no
   * authenticator app, address or number to use), `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`,
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly setUserMfaPreference: Scalars['Boolean']['output'];
  /**
   * Creates a user in one of three ways. With `password`, the user is UNCONFIRMED until `confirmSignUp` receives the code
   * that was sent to them. With `temporaryPassword`, no message is sent; the user signs in with it at once and gets
   * `NewPasswordRequiredChallenge`. With neither, Cognito sends an invitation with a temporary password by e-mail or SMS.
   * Errors: `USERNAME_EXISTS`, `ALIAS_EXISTS`, `PASSWORD_POLICY`, `INVALID_INPUT`, `NOT_ENABLED` (this way of signing up
   * is disabled), `CODE_DELIVERY_FAILED`, `TRIGGER_REFUSED`, `TOO_MANY_ATTEMPTS`,
   * `CAPTCHA_REQUIRED`.
   */
  readonly signUp: SignUpResult;
  /**
   * Starts registering a passkey for the signed-in user. Returns PublicKeyCredentialCreationOptionsJSON (WebAuthn Level
   * 3); pass it to `PublicKeyCredential.parseCreationOptionsFromJSON` and the result to `navigator.credentials.create`.
   * Valid for one registration, and expires after a few minutes. Requires the access token.
   * Errors: `NOT_ENABLED` (the pool has no passkeys), `FORBIDDEN` (the user already has 20), `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`,
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly startWebAuthnRegistration: Scalars['AWSJSON']['output'];
  /**
   * Unlinks an identity at another provider from the account of the signed-in user. Whoever signs in with it afterwards
   * gets another account. Sessions go on. Returns true. Requires the access token of a recent sign-in.
   * Errors: `NOT_FOUND` (no such identity is linked), `LAST_SIGN_IN_METHOD`, `ALIAS_EXISTS`, `NOT_ENABLED`
   * (`AuthConfig.federation` is null), `REAUTHENTICATION_REQUIRED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly unlinkIdentity: Scalars['Boolean']['output'];
  /**
   * Sets whether a device is remembered. A remembered device can replace the second factor. Returns true. Requires the
   * access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly updateDeviceStatus: Scalars['Boolean']['output'];
  /**
   * For administrators: changes the description or the precedence of a group; what is left out stays as it is.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`.
   */
  readonly updateGroup: Group;
  /**
   * Sets attributes of the signed-in user that the app client may write. A new `email` or `phone_number` takes effect when
   * its code is answered with `verifyUserAttribute`; the old one stays in effect until then. The answer says where codes
   * were sent. Requires the access token and, for an address or phone number, a recent sign-in.
   * Errors: `INVALID_INPUT` (`errorInfo.field` is `attributes`; one is unknown, immutable, not writable or malformed),
   * `ALIAS_EXISTS`,
   * `REAUTHENTICATION_REQUIRED`, `CODE_DELIVERY_FAILED`, `CODE_MISMATCH`, `CODE_EXPIRED`, `TRIGGER_REFUSED`,
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly updateUserAttributes: ReadonlyArray<CodeDelivery>;
  /**
   * Proves, with a code, that the authenticator app has the secret of `associateSoftwareToken`. During a sign-in, send the
   * session that `associateSoftwareToken` returned; the answer has the session that `respondToChallenge` needs for
   * MFA_SETUP. A signed-in user sends the access token and no session, and then enables the app with
   * `setUserMfaPreference`.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED` (this code was already used), `INVALID_INPUT` (neither access token nor
   * session, or both), `ACCESS_TOKEN_REQUIRED`, `SESSION_EXPIRED`, `MFA_NOT_SET_UP` (no secret was requested),
   * `NOT_ENABLED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`,
   * `USER_NOT_CONFIRMED`, `TOO_MANY_ATTEMPTS`, `REAUTHENTICATION_REQUIRED` (not with a session).
   */
  readonly verifySoftwareToken: SoftwareTokenVerification;
  /**
   * Verifies an e-mail address or phone number with the code of `updateUserAttributes` or
   * `getUserAttributeVerificationCode`. Returns true. Requires the access token.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `ALIAS_EXISTS` (another user has verified it meanwhile), `INVALID_INPUT`,
   * `TOO_MANY_ATTEMPTS`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly verifyUserAttribute: Scalars['Boolean']['output'];
};


export type MutationAdminAddUserToGroupArgs = {
  input: AdminAddUserToGroupInput;
};


export type MutationAdminConfirmSignUpArgs = {
  input: AdminConfirmSignUpInput;
};


export type MutationAdminCreateUserArgs = {
  input: AdminCreateUserInput;
};


export type MutationAdminDeleteSoftwareTokenArgs = {
  input: AdminDeleteSoftwareTokenInput;
};


export type MutationAdminDeleteUserArgs = {
  input: AdminDeleteUserInput;
};


export type MutationAdminDisableProviderForUserArgs = {
  input: AdminDisableProviderForUserInput;
};


export type MutationAdminDisableUserArgs = {
  input: AdminDisableUserInput;
};


export type MutationAdminEnableUserArgs = {
  input: AdminEnableUserInput;
};


export type MutationAdminForgetDeviceArgs = {
  input: AdminForgetDeviceInput;
};


export type MutationAdminLinkProviderForUserArgs = {
  input: AdminLinkProviderForUserInput;
};


export type MutationAdminRemoveUserFromGroupArgs = {
  input: AdminRemoveUserFromGroupInput;
};


export type MutationAdminResetRecoveryCodesArgs = {
  input: AdminResetRecoveryCodesInput;
};


export type MutationAdminResetUserPasswordArgs = {
  input: AdminResetUserPasswordInput;
};


export type MutationAdminRevokeUserSessionArgs = {
  input: AdminRevokeUserSessionInput;
};


export type MutationAdminSetUserMfaPreferenceArgs = {
  input: AdminSetUserMfaPreferenceInput;
};


export type MutationAdminSetUserPasswordArgs = {
  input: AdminSetUserPasswordInput;
};


export type MutationAdminUpdateUserAttributesArgs = {
  input: AdminUpdateUserAttributesInput;
};


export type MutationAdminUserGlobalSignOutArgs = {
  input: AdminUserGlobalSignOutInput;
};


export type MutationAssociateSoftwareTokenArgs = {
  input?: InputMaybe<AssociateSoftwareTokenInput>;
};


export type MutationChangePasswordArgs = {
  input: ChangePasswordInput;
};


export type MutationCompleteWebAuthnRegistrationArgs = {
  input: CompleteWebAuthnRegistrationInput;
};


export type MutationConfirmDeviceArgs = {
  input: ConfirmDeviceInput;
};


export type MutationConfirmForgotPasswordArgs = {
  input: ConfirmForgotPasswordInput;
};


export type MutationConfirmSignUpArgs = {
  input: ConfirmSignUpInput;
};


export type MutationCreateGroupArgs = {
  input: CreateGroupInput;
};


export type MutationDeleteGroupArgs = {
  input: DeleteGroupInput;
};


export type MutationDeleteUserAttributesArgs = {
  input: DeleteUserAttributesInput;
};


export type MutationDeleteWebAuthnCredentialArgs = {
  input: DeleteWebAuthnCredentialInput;
};


export type MutationExchangeAuthorizationCodeArgs = {
  input: ExchangeAuthorizationCodeInput;
};


export type MutationForgetDeviceArgs = {
  input: ForgetDeviceInput;
};


export type MutationForgotPasswordArgs = {
  input: ForgotPasswordInput;
};


export type MutationGetUserAttributeVerificationCodeArgs = {
  input: GetUserAttributeVerificationCodeInput;
};


export type MutationLoginArgs = {
  input: LoginInput;
};


export type MutationRecoverAccessArgs = {
  input: RecoverAccessInput;
};


export type MutationRefreshTokensArgs = {
  input: RefreshTokensInput;
};


export type MutationResendConfirmationCodeArgs = {
  input: ResendConfirmationCodeInput;
};


export type MutationRespondToChallengeArgs = {
  input: RespondToChallengeInput;
};


export type MutationRevokeTokenArgs = {
  input: RevokeTokenInput;
};


export type MutationRevokeUserSessionArgs = {
  input: RevokeUserSessionInput;
};


export type MutationSetUserMfaPreferenceArgs = {
  input: SetUserMfaPreferenceInput;
};


export type MutationSignUpArgs = {
  input: SignUpInput;
};


export type MutationUnlinkIdentityArgs = {
  input: UnlinkIdentityInput;
};


export type MutationUpdateDeviceStatusArgs = {
  input: UpdateDeviceStatusInput;
};


export type MutationUpdateGroupArgs = {
  input: UpdateGroupInput;
};


export type MutationUpdateUserAttributesArgs = {
  input: UpdateUserAttributesInput;
};


export type MutationVerifySoftwareTokenArgs = {
  input: VerifySoftwareTokenInput;
};


export type MutationVerifyUserAttributeArgs = {
  input: VerifyUserAttributeInput;
};

/** The keys of a device that Cognito sees for the first time. Call `confirmDevice` to have it remembered. */
export type NewDevice = {
  readonly __typename?: 'NewDevice';
  readonly deviceGroupKey: Scalars['String']['output'];
  readonly deviceKey: Scalars['String']['output'];
};

/** The user must choose a password. Answer: `newPassword`, and `attributes` for each name in `requiredAttributes`. */
export type NewPasswordRequiredChallenge = Challenge & {
  readonly __typename?: 'NewPasswordRequiredChallenge';
  /** The attributes that the user has. */
  readonly attributes: ReadonlyArray<Attribute>;
  readonly name: ChallengeName;
  /** Attributes that the pool requires and the user does not have. */
  readonly requiredAttributes: ReadonlyArray<Scalars['String']['output']>;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type Passkey = {
  readonly __typename?: 'Passkey';
  /** `platform` if it is part of its device, `cross-platform` if it is separate, such as a security key. */
  readonly authenticatorAttachment: Maybe<Scalars['String']['output']>;
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly credentialId: Scalars['String']['output'];
  /** The name that Cognito chose, such as the name of the device or of the password manager. */
  readonly friendlyName: Scalars['String']['output'];
  /** The host that the passkey is bound to. */
  readonly relyingPartyId: Scalars['String']['output'];
};

export type PasskeyPage = {
  readonly __typename?: 'PasskeyPage';
  readonly items: ReadonlyArray<Passkey>;
  /** Send it to get the next page; null on the last page. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** The user must give their password. Answer: `password`. */
export type PasswordChallenge = Challenge & {
  readonly __typename?: 'PasswordChallenge';
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The SRP proof of a password. */
export type PasswordClaimInput = {
  /** The `secretBlock` of the challenge, unchanged. */
  readonly secretBlock: Scalars['String']['input'];
  /** Base64. */
  readonly signature: Scalars['String']['input'];
  /** In UTC, such as `Wed Apr 5 22:42:34 UTC 2017`: English names, and no leading zero in the day. */
  readonly timestamp: Scalars['String']['input'];
};

/**
 * The rules for a new password. In addition, a new password must not begin or end with white space, and may contain no
 * white space other than plain spaces (`PASSWORD_POLICY`). Signing in accepts a password unchanged.
 */
export type PasswordPolicy = {
  readonly __typename?: 'PasswordPolicy';
  /** How many former passwords may not be reused; 0 if all may be. */
  readonly historySize: Scalars['Int']['output'];
  readonly minimumLength: Scalars['Int']['output'];
  readonly requireLowercase: Scalars['Boolean']['output'];
  readonly requireNumbers: Scalars['Boolean']['output'];
  readonly requireSymbols: Scalars['Boolean']['output'];
  readonly requireUppercase: Scalars['Boolean']['output'];
  /** Days until a temporary password expires. */
  readonly temporaryPasswordValidityDays: Scalars['Int']['output'];
};

/** The user must prove their password with SRP. Answer: `srpA`. */
export type PasswordSrpChallenge = Challenge & {
  readonly __typename?: 'PasswordSrpChallenge';
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The second half of SRP. Answer: `passwordClaim`, which is computed from these fields. */
export type PasswordVerifierChallenge = Challenge & {
  readonly __typename?: 'PasswordVerifierChallenge';
  readonly name: ChallengeName;
  /** Hexadecimal. */
  readonly salt: Scalars['String']['output'];
  /** Base64. */
  readonly secretBlock: Scalars['String']['output'];
  readonly session: Maybe<Scalars['String']['output']>;
  /** Hexadecimal. */
  readonly srpB: Scalars['String']['output'];
  /** The user id that the SRP proof is computed with. */
  readonly userIdForSrp: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
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
export type Query = {
  readonly __typename?: 'Query';
  /**
   * The history of the signed-in user's account, newest first: sign-ins, refused sign-ins and changes. A page holds
   * `limit` entries (1 to 60, 60 by default). An entry is kept for `authConfig.activityDays` days. Requires the access
   * token.
   * Errors: `NOT_ENABLED` (`authConfig.activityDays` is null), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`
   * (`limit` is out of range, or `nextToken` comes from no page).
   */
  readonly activity: ActivityPage;
  /**
   * For administrators: what has happened to the account of a user, newest first, `limit` (1 to 60, 60 by default) entries at a time. What
   * administrators did to it tells who did it; what a user did as an administrator is `ADMINISTERED`.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `NOT_ENABLED` (`AuthConfig.activityDays` is null).
   */
  readonly adminListActivity: AdminActivityPage;
  /**
   * For administrators: the sessions of a user that have not ended; `isCurrent` is always false.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`, `NOT_ENABLED` (`AuthConfig.tracksSessions` is false).
   */
  readonly adminListUserSessions: ReadonlyArray<Session>;
  /** Everything a sign-in page needs to know. Changes only with a deployment, so it may be cached. */
  readonly authConfig: AuthConfig;
  /**
   * What the signed-in user can sign in with. Show it after a password change, since passkeys and authenticator apps stay
   * valid. Requires the access token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly authFactors: AuthFactors;
  /**
   * One remembered device of the signed-in user. Requires the access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly device: Maybe<Device>;
  /**
   * The devices of the signed-in user that Cognito remembers, one page at a time: `limit` items (1 to 60, 60 by default),
   * starting at the `nextToken` of the previous page. Empty if `AuthConfig.rememberDevices` is NEVER. Requires the access
   * token.
   * Errors: `INVALID_INPUT` (`limit` or `nextToken`), `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly devices: DevicePage;
  /**
   * Sends one question to a language model and returns its answer. `message` has at most
   * `authConfig.gptLimits.messageCharacters` characters. `key` is the caller's own API key for the model's provider;
   * without it, the deployment's key is used if there is one. `model` overrides the deployment's model.
   * A user may ask `authConfig.gptLimits.requestsPerDay` questions per day (UTC), with or without `key`; without it, all
   * users together have a limit too. A question counts as soon as it is sent to the provider, whatever the result. A
   * question that is refused before that does not count. Depending on the deployment, it requires the access token of a
   * user whose e-mail address or phone number is verified.
   * Errors: `NOT_ENABLED` (`authConfig.gptEnabled` is false), `INVALID_INPUT`, `GPT_NOT_CONFIGURED` (there is no key),
   * `GPT_FAILED` (the provider refused or failed; `errorInfo.retryable` says whether trying again can help),
   * `TOO_MANY_REQUESTS` (the questions for the day are used up; if `errorInfo.retryable` is true, the provider has too
   * many requests instead), `UNAVAILABLE` (no answer in time), `FORBIDDEN` (the user has no verified address or number),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly gpt: GptReply;
  /**
   * For administrators: the members of a group, `limit` (1 to 60, 60 by default) at a time.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`.
   */
  readonly groupMembers: UserPage;
  /**
   * For administrators: the groups of the pool, `limit` (1 to 60, 60 by default) at a time.
   * Errors: `INVALID_INPUT` (`limit` or `nextToken`).
   */
  readonly groups: GroupPage;
  /**
   * The identities at other providers that sign the user in to this account. Show them beside `authFactors`. Requires the
   * access token.
   * Errors: `NOT_ENABLED` (`AuthConfig.federation` is null), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`,
   * `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly linkedIdentities: ReadonlyArray<LinkedIdentity>;
  /**
   * The signed-in user, read from Cognito. Requires the access token; a revoked one is refused with `TOKEN_REVOKED`.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly me: User;
  /**
   * Everything that is stored about the signed-in user, as one document that they can download: attributes, factors,
   * passkeys, devices, sessions, the number of recovery codes left, and the newest activity. A part that this deployment
   * does not have is null. Requires the access token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`.
   */
  readonly myData: Scalars['AWSJSON']['output'];
  /**
   * The passkeys of the signed-in user, one page at a time: `limit` items (1 to 20, 20 by default), starting at the
   * `nextToken` of the previous page. A user can have at most 20. Requires the access token.
   * Errors: `INVALID_INPUT` (`limit` or `nextToken`), `TOO_MANY_ATTEMPTS`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`.
   */
  readonly passkeys: PasskeyPage;
  /**
   * How many recovery codes the signed-in user has left. Requires the access token.
   * Errors: `NOT_ENABLED` (`authConfig.recoveryCodes` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly recoveryCodes: RecoveryCodes;
  /**
   * The sessions of the signed-in user at every app client of the pool, 125 at most. A new session may take seconds to
   * appear. Requires the access token.
   * Errors: `NOT_ENABLED` (`AuthConfig.tracksSessions` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly sessions: ReadonlyArray<Session>;
  /**
   * Where to send the browser so that it is also signed out of the pages at `Federation.domain`. Otherwise the next
   * sign-in there may take place without a question. Call `revokeToken` first. `redirectUri` must be one of the
   * deployment's sign-out URLs.
   * Errors: `NOT_ENABLED` (`AuthConfig.federation` is null), `INVALID_INPUT` (`redirectUri`).
   */
  readonly signOutUrl: Scalars['String']['output'];
  /**
   * For administrators: all that there is to know of one user, by their user name, or a sign-in name of theirs.
   * Errors: `NOT_FOUND`, `INVALID_INPUT`.
   */
  readonly user: AdminUser;
  /**
   * For administrators: the users of the pool, in no particular order: `limit` (1 to 60, 60 by default) at a time, and the next ones by the `nextToken`
   * of the last answer. A page may hold fewer, or none, and still have a next one. `filter` is Cognito's: `email = "ann@example.com"`, or
   * `given_name ^= "An"` for a beginning, by one of username, sub, email, phone_number, name, given_name, family_name, preferred_username,
   * cognito:user_status (such as CONFIRMED) and status (Enabled or Disabled). A `"` or `\` in the value has a `\` before it.
   * Errors: `INVALID_INPUT` (`filter`, `limit` or `nextToken`).
   */
  readonly users: UserPage;
};


export type QueryActivityArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryAdminListActivityArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
  username: Scalars['String']['input'];
};


export type QueryAdminListUserSessionsArgs = {
  username: Scalars['String']['input'];
};


export type QueryDeviceArgs = {
  key: Scalars['String']['input'];
};


export type QueryDevicesArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGptArgs = {
  key?: InputMaybe<Scalars['String']['input']>;
  message: Scalars['String']['input'];
  model?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupMembersArgs = {
  groupName: Scalars['String']['input'];
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryGroupsArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPasskeysArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};


export type QuerySignOutUrlArgs = {
  redirectUri: Scalars['String']['input'];
};


export type QueryUserArgs = {
  username: Scalars['String']['input'];
};


export type QueryUsersArgs = {
  filter?: InputMaybe<Scalars['String']['input']>;
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** The sign-in that sensitive operations require; otherwise they return `REAUTHENTICATION_REQUIRED`. */
export type Reauthentication = {
  readonly __typename?: 'Reauthentication';
  /** The lowest level of that sign-in, such as `urn:cognito:loa:3`: the token's `acr` claim. Null if any level will do. */
  readonly acr: Maybe<Scalars['String']['output']>;
  /** The most seconds that may have passed since the user signed in. A refresh does not count as a sign-in. */
  readonly maxAgeSeconds: Scalars['Int']['output'];
  /**
   * The operations that require it. `updateUserAttributes` and `deleteUserAttributes` require it only for `email` and
   * `phone_number`, `changePassword` only without `previousPassword`, and `associateSoftwareToken` and
   * `verifySoftwareToken` only without a session.
   */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
};

export type RecoverAccessInput = {
  readonly password: Scalars['String']['input'];
  /** One of the codes of `generateRecoveryCodes` that has not been used yet. */
  readonly recoveryCode: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

/** The recovery codes of a user. The codes themselves are shown only once, by `generateRecoveryCodes`. */
export type RecoveryCodes = {
  readonly __typename?: 'RecoveryCodes';
  /** When they were created; null if the user has never created any. */
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** How many are left; 0 if the user has none. */
  readonly remaining: Scalars['Int']['output'];
};

export type RefreshTokensInput = {
  /** The key of the device that the session belongs to, if devices are tracked. */
  readonly deviceKey?: InputMaybe<Scalars['String']['input']>;
  readonly refreshToken: Scalars['String']['input'];
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
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
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
  readonly answer?: InputMaybe<Scalars['String']['input']>;
  readonly attributes?: InputMaybe<ReadonlyArray<AttributeInput>>;
  /**
   * The token of a solved captcha. Required if `AuthConfig.captcha` is given and SELECT_CHALLENGE is answered with
   * EMAIL_OTP or SMS_OTP.
   */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /** A JSON object of strings that is passed to the Lambda triggers. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly code?: InputMaybe<Scalars['String']['input']>;
  /** AuthenticationResponseJSON (WebAuthn Level 3). */
  readonly credential?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly deviceKey?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly name: ChallengeName;
  readonly newPassword?: InputMaybe<Scalars['String']['input']>;
  readonly password?: InputMaybe<Scalars['String']['input']>;
  readonly passwordClaim?: InputMaybe<PasswordClaimInput>;
  readonly session?: InputMaybe<Scalars['String']['input']>;
  readonly srpA?: InputMaybe<Scalars['String']['input']>;
  readonly username: Scalars['String']['input'];
};

export type RevokeTokenInput = {
  readonly refreshToken: Scalars['String']['input'];
};

export type RevokeUserSessionInput = {
  /** `Session.sessionId`. The caller's own session is refused. */
  readonly sessionId: Scalars['String']['input'];
};

/**
 * The user may choose how to sign in. Answer: `answer`, one of `availableChallenges`, with `password`, `srpA` or
 * `credential` if that choice needs it.
 */
export type SelectChallenge = Challenge & {
  readonly __typename?: 'SelectChallenge';
  readonly availableChallenges: ReadonlyArray<ChallengeName>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The user has several second factors and no preferred one. Answer: `answer`, one of `mfaTypes`. */
export type SelectMfaTypeChallenge = Challenge & {
  readonly __typename?: 'SelectMfaTypeChallenge';
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A session that has not ended yet. */
export type Session = {
  readonly __typename?: 'Session';
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** The device of the last request as Cognito saw it, which may be this API; it can be `unknown`. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The address of the last request as Cognito saw it, which may be the address of this API. */
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  /** Whether the access token of this request belongs to this session. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** When it was last refreshed. */
  readonly lastActiveAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly sessionId: Scalars['String']['output'];
};

/** Every factor that is sent is set. At most one of them may be preferred. */
export type SetUserMfaPreferenceInput = {
  /** Codes by e-mail. Requires an e-mail address. */
  readonly email?: InputMaybe<MfaPreferenceInput>;
  /** Codes by SMS. Requires a phone number. */
  readonly sms?: InputMaybe<MfaPreferenceInput>;
  /** Codes from an authenticator app. Requires an app that `verifySoftwareToken` has proven. */
  readonly softwareToken?: InputMaybe<MfaPreferenceInput>;
  /** A passkey that verifies its user, in place of a second factor. Requires another second factor as well. */
  readonly webAuthn?: InputMaybe<WebAuthnMfaPreferenceInput>;
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
  readonly attributes?: InputMaybe<ReadonlyArray<AttributeInput>>;
  /** The token of a solved captcha. Required if `AuthConfig.captcha` is given. */
  readonly captchaToken?: InputMaybe<Scalars['String']['input']>;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The e-mail address. If `username` is an e-mail address, both must be the same. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /**
   * A password that the user chose. It is checked here and set by `confirmSignUp`, because anybody can give anybody's address.
   * Do not send it together with `temporaryPassword`.
   */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as `+15555550100`. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** A password for the first sign-in only. Do not send it together with `password`. */
  readonly temporaryPassword?: InputMaybe<Scalars['String']['input']>;
  /**
   * 1 to 128 characters without white space. If `AuthConfig.signInNames` contains USERNAME, it must not look like an
   * e-mail address or phone number that users can sign in with. Otherwise it is the e-mail address or phone number, and
   * `email` or `phoneNumber` need not repeat it.
   */
  readonly username: Scalars['String']['input'];
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
/** The user that `signUp` created. */
export type SignUpResult = {
  readonly __typename?: 'SignUpResult';
  /** Where the code was sent; null if none was sent. */
  readonly codeDelivery: Maybe<CodeDelivery>;
  /** If choice-based sign-in is on: lets the user go on through `confirmSignUp` and the first `login` without a password. */
  readonly session: Maybe<Scalars['String']['output']>;
  readonly userStatus: UserStatus;
  /** The user's permanent id: the `sub` claim of their tokens. */
  readonly userSub: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

/** A code was sent by SMS, as the second factor. Answer: `code`. */
export type SmsMfaChallenge = Challenge & {
  readonly __typename?: 'SmsMfaChallenge';
  /** The masked number, such as `+*******1234`. */
  readonly destination: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A code was sent by SMS, as the first factor. Answer: `code`. */
export type SmsOtpChallenge = Challenge & {
  readonly __typename?: 'SmsOtpChallenge';
  /** The masked number, such as `+*******1234`. */
  readonly destination: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A new secret for an authenticator app (TOTP, RFC 6238: SHA-1, six digits, 30 seconds). */
export type SoftwareToken = {
  readonly __typename?: 'SoftwareToken';
  /** The same secret for a QR code: `otpauth://totp/<issuer>:<account>?secret=…&issuer=…`. */
  readonly otpauthUri: Scalars['String']['output'];
  /** Base32, for typing into an app. Show it once and do not store it. */
  readonly secretCode: Scalars['String']['output'];
  /** For `verifySoftwareToken`; null for a signed-in user. */
  readonly session: Maybe<Scalars['String']['output']>;
};

/** The user's authenticator app shows a code. Answer: `code`. */
export type SoftwareTokenMfaChallenge = Challenge & {
  readonly __typename?: 'SoftwareTokenMfaChallenge';
  /** The name that the user gave the app. */
  readonly friendlyDeviceName: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The state of an authenticator app, with Cognito's name. A refusal is an error, never a status. */
export const SoftwareTokenStatus = {
  Success: 'SUCCESS'
} as const;

export type SoftwareTokenStatus = typeof SoftwareTokenStatus[keyof typeof SoftwareTokenStatus];
/** The authenticator app has been proven. */
export type SoftwareTokenVerification = {
  readonly __typename?: 'SoftwareTokenVerification';
  /** For `respondToChallenge` with MFA_SETUP; null for a signed-in user. */
  readonly session: Maybe<Scalars['String']['output']>;
  readonly status: SoftwareTokenStatus;
};

/** A signed-in session. Send `accessToken` in the `authorization` header, without a prefix. */
export type Tokens = {
  readonly __typename?: 'Tokens';
  /** JWT for this API and for Cognito's own operations. */
  readonly accessToken: Scalars['String']['output'];
  /** Seconds until the access token expires, at most one day. */
  readonly expiresIn: Scalars['Int']['output'];
  /** JWT whose claims are the user's attributes. */
  readonly idToken: Scalars['String']['output'];
  /** Set when the pool tracks devices and this device is new to it. */
  readonly newDevice: Maybe<NewDevice>;
  /** Opaque. Null if a refresh does not issue a new one. */
  readonly refreshToken: Maybe<Scalars['String']['output']>;
  /** `Bearer`. */
  readonly tokenType: Scalars['String']['output'];
};

export type UnlinkIdentityInput = {
  /** `LinkedIdentity.providerName`. */
  readonly providerName: Scalars['String']['input'];
  /** `LinkedIdentity.userId`. Required only if several identities of this provider are linked. */
  readonly userId?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateDeviceStatusInput = {
  readonly deviceKey: Scalars['String']['input'];
  readonly remembered: Scalars['Boolean']['input'];
};

export type UpdateGroupInput = {
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly groupName: Scalars['String']['input'];
  readonly precedence?: InputMaybe<Scalars['Int']['input']>;
};

export type UpdateUserAttributesInput = {
  /** At least one. Attributes that are left out stay as they are. */
  readonly attributes: ReadonlyArray<AttributeInput>;
  /**
   * A JSON object of strings that is passed to the Lambda triggers. Its `locale`, such as `de-AT`, selects the language of
   * the message if there are several.
   */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
};

/** The signed-in user. */
export type User = {
  readonly __typename?: 'User';
  /** All attributes that the app client may read. */
  readonly attributes: ReadonlyArray<Attribute>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly emailVerified: Scalars['Boolean']['output'];
  /** Groups in order of precedence, from the token. */
  readonly groups: ReadonlyArray<Scalars['String']['output']>;
  /** As in `linkedIdentities`. Empty if `AuthConfig.federation` is null. */
  readonly identities: ReadonlyArray<LinkedIdentity>;
  readonly mfa: UserMfa;
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  readonly phoneNumberVerified: Scalars['Boolean']['output'];
  readonly sub: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

/** The second factors of a user. */
export type UserMfa = {
  readonly __typename?: 'UserMfa';
  readonly enabled: ReadonlyArray<MfaType>;
  readonly preferred: Maybe<MfaType>;
};

export type UserPage = {
  readonly __typename?: 'UserPage';
  readonly items: ReadonlyArray<UserSummary>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
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
/** A user in a list. */
export type UserSummary = {
  readonly __typename?: 'UserSummary';
  readonly attributes: ReadonlyArray<Attribute>;
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
  /** False: an administrator has switched the user off. */
  readonly enabled: Scalars['Boolean']['output'];
  readonly lastModifiedAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly phoneNumber: Maybe<Scalars['String']['output']>;
  readonly status: UserStatus;
  readonly sub: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

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
  readonly code: Scalars['String']['input'];
  /** A name for the app or its device, which `SoftwareTokenMfaChallenge` returns. */
  readonly friendlyDeviceName?: InputMaybe<Scalars['String']['input']>;
  /** The session of `associateSoftwareToken`. A signed-in user sends none. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
};

export type VerifyUserAttributeInput = {
  readonly code: Scalars['String']['input'];
  /** `email` or `phone_number`. */
  readonly name: Scalars['String']['input'];
};

/** The user must sign with a passkey. Answer: `credential`. */
export type WebAuthnChallenge = Challenge & {
  readonly __typename?: 'WebAuthnChallenge';
  /** PublicKeyCredentialRequestOptionsJSON (WebAuthn Level 3). */
  readonly credentialRequestOptions: Scalars['AWSJSON']['output'];
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** Users choose a passkey when they sign in, so it cannot be preferred. */
export type WebAuthnMfaPreferenceInput = {
  readonly enabled: Scalars['Boolean']['input'];
};



export type ResolverTypeWrapper<T> = T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  AuthResult:
    | ( CustomChallenge & { __typename: 'CustomChallenge' } )
    | ( DevicePasswordVerifierChallenge & { __typename: 'DevicePasswordVerifierChallenge' } )
    | ( DeviceSrpAuthChallenge & { __typename: 'DeviceSrpAuthChallenge' } )
    | ( EmailOtpChallenge & { __typename: 'EmailOtpChallenge' } )
    | ( MfaSetupChallenge & { __typename: 'MfaSetupChallenge' } )
    | ( NewPasswordRequiredChallenge & { __typename: 'NewPasswordRequiredChallenge' } )
    | ( PasswordChallenge & { __typename: 'PasswordChallenge' } )
    | ( PasswordSrpChallenge & { __typename: 'PasswordSrpChallenge' } )
    | ( PasswordVerifierChallenge & { __typename: 'PasswordVerifierChallenge' } )
    | ( SelectChallenge & { __typename: 'SelectChallenge' } )
    | ( SelectMfaTypeChallenge & { __typename: 'SelectMfaTypeChallenge' } )
    | ( SmsMfaChallenge & { __typename: 'SmsMfaChallenge' } )
    | ( SmsOtpChallenge & { __typename: 'SmsOtpChallenge' } )
    | ( SoftwareTokenMfaChallenge & { __typename: 'SoftwareTokenMfaChallenge' } )
    | ( Tokens & { __typename: 'Tokens' } )
    | ( WebAuthnChallenge & { __typename: 'WebAuthnChallenge' } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Challenge:
    | ( CustomChallenge )
    | ( DevicePasswordVerifierChallenge )
    | ( DeviceSrpAuthChallenge )
    | ( EmailOtpChallenge )
    | ( MfaSetupChallenge )
    | ( NewPasswordRequiredChallenge )
    | ( PasswordChallenge )
    | ( PasswordSrpChallenge )
    | ( PasswordVerifierChallenge )
    | ( SelectChallenge )
    | ( SelectMfaTypeChallenge )
    | ( SmsMfaChallenge )
    | ( SmsOtpChallenge )
    | ( SoftwareTokenMfaChallenge )
    | ( WebAuthnChallenge )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AWSDate: ResolverTypeWrapper<Scalars['AWSDate']['output']>;
  AWSDateTime: ResolverTypeWrapper<Scalars['AWSDateTime']['output']>;
  AWSEmail: ResolverTypeWrapper<Scalars['AWSEmail']['output']>;
  AWSIPAddress: ResolverTypeWrapper<Scalars['AWSIPAddress']['output']>;
  AWSJSON: ResolverTypeWrapper<Scalars['AWSJSON']['output']>;
  AWSPhone: ResolverTypeWrapper<Scalars['AWSPhone']['output']>;
  AWSTime: ResolverTypeWrapper<Scalars['AWSTime']['output']>;
  AWSTimestamp: ResolverTypeWrapper<Scalars['AWSTimestamp']['output']>;
  AWSURL: ResolverTypeWrapper<Scalars['AWSURL']['output']>;
  Activity: ResolverTypeWrapper<Activity>;
  ActivityKind: ActivityKind;
  ActivityPage: ResolverTypeWrapper<ActivityPage>;
  AdminActivity: ResolverTypeWrapper<AdminActivity>;
  AdminActivityPage: ResolverTypeWrapper<AdminActivityPage>;
  AdminAddUserToGroupInput: AdminAddUserToGroupInput;
  AdminConfirmSignUpInput: AdminConfirmSignUpInput;
  AdminCreateUserInput: AdminCreateUserInput;
  AdminDeleteSoftwareTokenInput: AdminDeleteSoftwareTokenInput;
  AdminDeleteUserInput: AdminDeleteUserInput;
  AdminDisableProviderForUserInput: AdminDisableProviderForUserInput;
  AdminDisableUserInput: AdminDisableUserInput;
  AdminEnableUserInput: AdminEnableUserInput;
  AdminForgetDeviceInput: AdminForgetDeviceInput;
  AdminLinkProviderForUserInput: AdminLinkProviderForUserInput;
  AdminRemoveUserFromGroupInput: AdminRemoveUserFromGroupInput;
  AdminResetRecoveryCodesInput: AdminResetRecoveryCodesInput;
  AdminResetUserPasswordInput: AdminResetUserPasswordInput;
  AdminRevokeUserSessionInput: AdminRevokeUserSessionInput;
  AdminSetUserMfaPreferenceInput: AdminSetUserMfaPreferenceInput;
  AdminSetUserPasswordInput: AdminSetUserPasswordInput;
  AdminUpdateUserAttributesInput: AdminUpdateUserAttributesInput;
  AdminUser: ResolverTypeWrapper<AdminUser>;
  AdminUserGlobalSignOutInput: AdminUserGlobalSignOutInput;
  AssociateSoftwareTokenInput: AssociateSoftwareTokenInput;
  Attribute: ResolverTypeWrapper<Attribute>;
  AttributeInput: AttributeInput;
  AuthConfig: ResolverTypeWrapper<AuthConfig>;
  AuthErrorCode: AuthErrorCode;
  AuthFactors: ResolverTypeWrapper<AuthFactors>;
  AuthFlow: AuthFlow;
  AuthResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AuthResult']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Captcha: ResolverTypeWrapper<Captcha>;
  CaptchaKind: CaptchaKind;
  Challenge: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Challenge']>;
  ChallengeName: ChallengeName;
  ChangePasswordInput: ChangePasswordInput;
  CodeDelivery: ResolverTypeWrapper<CodeDelivery>;
  CompleteWebAuthnRegistrationInput: CompleteWebAuthnRegistrationInput;
  ConfirmDeviceInput: ConfirmDeviceInput;
  ConfirmDeviceResult: ResolverTypeWrapper<ConfirmDeviceResult>;
  ConfirmForgotPasswordInput: ConfirmForgotPasswordInput;
  ConfirmSignUpInput: ConfirmSignUpInput;
  ConfirmSignUpResult: ResolverTypeWrapper<ConfirmSignUpResult>;
  CreateGroupInput: CreateGroupInput;
  CustomChallenge: ResolverTypeWrapper<CustomChallenge>;
  DeleteGroupInput: DeleteGroupInput;
  DeleteUserAttributesInput: DeleteUserAttributesInput;
  DeleteWebAuthnCredentialInput: DeleteWebAuthnCredentialInput;
  DeliveryMedium: DeliveryMedium;
  Device: ResolverTypeWrapper<Device>;
  DevicePage: ResolverTypeWrapper<DevicePage>;
  DevicePasswordVerifierChallenge: ResolverTypeWrapper<DevicePasswordVerifierChallenge>;
  DeviceSrpAuthChallenge: ResolverTypeWrapper<DeviceSrpAuthChallenge>;
  EmailOtpChallenge: ResolverTypeWrapper<EmailOtpChallenge>;
  ExchangeAuthorizationCodeInput: ExchangeAuthorizationCodeInput;
  Federation: ResolverTypeWrapper<Federation>;
  FederationProvider: ResolverTypeWrapper<FederationProvider>;
  ForgetDeviceInput: ForgetDeviceInput;
  ForgotPasswordInput: ForgotPasswordInput;
  GetUserAttributeVerificationCodeInput: GetUserAttributeVerificationCodeInput;
  GptLimits: ResolverTypeWrapper<GptLimits>;
  GptReply: ResolverTypeWrapper<GptReply>;
  GptUsage: ResolverTypeWrapper<GptUsage>;
  Group: ResolverTypeWrapper<Group>;
  GroupPage: ResolverTypeWrapper<GroupPage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  LinkedIdentity: ResolverTypeWrapper<LinkedIdentity>;
  LoginInput: LoginInput;
  MfaMode: MfaMode;
  MfaPreferenceInput: MfaPreferenceInput;
  MfaSetupChallenge: ResolverTypeWrapper<MfaSetupChallenge>;
  MfaType: MfaType;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewDevice: ResolverTypeWrapper<NewDevice>;
  NewPasswordRequiredChallenge: ResolverTypeWrapper<NewPasswordRequiredChallenge>;
  Passkey: ResolverTypeWrapper<Passkey>;
  PasskeyPage: ResolverTypeWrapper<PasskeyPage>;
  PasswordChallenge: ResolverTypeWrapper<PasswordChallenge>;
  PasswordClaimInput: PasswordClaimInput;
  PasswordPolicy: ResolverTypeWrapper<PasswordPolicy>;
  PasswordSrpChallenge: ResolverTypeWrapper<PasswordSrpChallenge>;
  PasswordVerifierChallenge: ResolverTypeWrapper<PasswordVerifierChallenge>;
  ProviderKind: ProviderKind;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Reauthentication: ResolverTypeWrapper<Reauthentication>;
  RecoverAccessInput: RecoverAccessInput;
  RecoveryCodes: ResolverTypeWrapper<RecoveryCodes>;
  RefreshTokensInput: RefreshTokensInput;
  RememberDevices: RememberDevices;
  ResendConfirmationCodeInput: ResendConfirmationCodeInput;
  RespondToChallengeInput: RespondToChallengeInput;
  RevokeTokenInput: RevokeTokenInput;
  RevokeUserSessionInput: RevokeUserSessionInput;
  SelectChallenge: ResolverTypeWrapper<SelectChallenge>;
  SelectMfaTypeChallenge: ResolverTypeWrapper<SelectMfaTypeChallenge>;
  Session: ResolverTypeWrapper<Session>;
  SetUserMfaPreferenceInput: SetUserMfaPreferenceInput;
  SignInName: SignInName;
  SignUpInput: SignUpInput;
  SignUpMode: SignUpMode;
  SignUpResult: ResolverTypeWrapper<SignUpResult>;
  SmsMfaChallenge: ResolverTypeWrapper<SmsMfaChallenge>;
  SmsOtpChallenge: ResolverTypeWrapper<SmsOtpChallenge>;
  SoftwareToken: ResolverTypeWrapper<SoftwareToken>;
  SoftwareTokenMfaChallenge: ResolverTypeWrapper<SoftwareTokenMfaChallenge>;
  SoftwareTokenStatus: SoftwareTokenStatus;
  SoftwareTokenVerification: ResolverTypeWrapper<SoftwareTokenVerification>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Tokens: ResolverTypeWrapper<Tokens>;
  UnlinkIdentityInput: UnlinkIdentityInput;
  UpdateDeviceStatusInput: UpdateDeviceStatusInput;
  UpdateGroupInput: UpdateGroupInput;
  UpdateUserAttributesInput: UpdateUserAttributesInput;
  User: ResolverTypeWrapper<User>;
  UserMfa: ResolverTypeWrapper<UserMfa>;
  UserPage: ResolverTypeWrapper<UserPage>;
  UserStatus: UserStatus;
  UserSummary: ResolverTypeWrapper<UserSummary>;
  VerificationMethod: VerificationMethod;
  VerifySoftwareTokenInput: VerifySoftwareTokenInput;
  VerifyUserAttributeInput: VerifyUserAttributeInput;
  WebAuthnChallenge: ResolverTypeWrapper<WebAuthnChallenge>;
  WebAuthnMfaPreferenceInput: WebAuthnMfaPreferenceInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AWSDate: Scalars['AWSDate']['output'];
  AWSDateTime: Scalars['AWSDateTime']['output'];
  AWSEmail: Scalars['AWSEmail']['output'];
  AWSIPAddress: Scalars['AWSIPAddress']['output'];
  AWSJSON: Scalars['AWSJSON']['output'];
  AWSPhone: Scalars['AWSPhone']['output'];
  AWSTime: Scalars['AWSTime']['output'];
  AWSTimestamp: Scalars['AWSTimestamp']['output'];
  AWSURL: Scalars['AWSURL']['output'];
  Activity: Activity;
  ActivityPage: ActivityPage;
  AdminActivity: AdminActivity;
  AdminActivityPage: AdminActivityPage;
  AdminAddUserToGroupInput: AdminAddUserToGroupInput;
  AdminConfirmSignUpInput: AdminConfirmSignUpInput;
  AdminCreateUserInput: AdminCreateUserInput;
  AdminDeleteSoftwareTokenInput: AdminDeleteSoftwareTokenInput;
  AdminDeleteUserInput: AdminDeleteUserInput;
  AdminDisableProviderForUserInput: AdminDisableProviderForUserInput;
  AdminDisableUserInput: AdminDisableUserInput;
  AdminEnableUserInput: AdminEnableUserInput;
  AdminForgetDeviceInput: AdminForgetDeviceInput;
  AdminLinkProviderForUserInput: AdminLinkProviderForUserInput;
  AdminRemoveUserFromGroupInput: AdminRemoveUserFromGroupInput;
  AdminResetRecoveryCodesInput: AdminResetRecoveryCodesInput;
  AdminResetUserPasswordInput: AdminResetUserPasswordInput;
  AdminRevokeUserSessionInput: AdminRevokeUserSessionInput;
  AdminSetUserMfaPreferenceInput: AdminSetUserMfaPreferenceInput;
  AdminSetUserPasswordInput: AdminSetUserPasswordInput;
  AdminUpdateUserAttributesInput: AdminUpdateUserAttributesInput;
  AdminUser: AdminUser;
  AdminUserGlobalSignOutInput: AdminUserGlobalSignOutInput;
  AssociateSoftwareTokenInput: AssociateSoftwareTokenInput;
  Attribute: Attribute;
  AttributeInput: AttributeInput;
  AuthConfig: AuthConfig;
  AuthFactors: AuthFactors;
  AuthResult: ResolversUnionTypes<ResolversParentTypes>['AuthResult'];
  Boolean: Scalars['Boolean']['output'];
  Captcha: Captcha;
  Challenge: ResolversInterfaceTypes<ResolversParentTypes>['Challenge'];
  ChangePasswordInput: ChangePasswordInput;
  CodeDelivery: CodeDelivery;
  CompleteWebAuthnRegistrationInput: CompleteWebAuthnRegistrationInput;
  ConfirmDeviceInput: ConfirmDeviceInput;
  ConfirmDeviceResult: ConfirmDeviceResult;
  ConfirmForgotPasswordInput: ConfirmForgotPasswordInput;
  ConfirmSignUpInput: ConfirmSignUpInput;
  ConfirmSignUpResult: ConfirmSignUpResult;
  CreateGroupInput: CreateGroupInput;
  CustomChallenge: CustomChallenge;
  DeleteGroupInput: DeleteGroupInput;
  DeleteUserAttributesInput: DeleteUserAttributesInput;
  DeleteWebAuthnCredentialInput: DeleteWebAuthnCredentialInput;
  Device: Device;
  DevicePage: DevicePage;
  DevicePasswordVerifierChallenge: DevicePasswordVerifierChallenge;
  DeviceSrpAuthChallenge: DeviceSrpAuthChallenge;
  EmailOtpChallenge: EmailOtpChallenge;
  ExchangeAuthorizationCodeInput: ExchangeAuthorizationCodeInput;
  Federation: Federation;
  FederationProvider: FederationProvider;
  ForgetDeviceInput: ForgetDeviceInput;
  ForgotPasswordInput: ForgotPasswordInput;
  GetUserAttributeVerificationCodeInput: GetUserAttributeVerificationCodeInput;
  GptLimits: GptLimits;
  GptReply: GptReply;
  GptUsage: GptUsage;
  Group: Group;
  GroupPage: GroupPage;
  Int: Scalars['Int']['output'];
  LinkedIdentity: LinkedIdentity;
  LoginInput: LoginInput;
  MfaPreferenceInput: MfaPreferenceInput;
  MfaSetupChallenge: MfaSetupChallenge;
  Mutation: Record<PropertyKey, never>;
  NewDevice: NewDevice;
  NewPasswordRequiredChallenge: NewPasswordRequiredChallenge;
  Passkey: Passkey;
  PasskeyPage: PasskeyPage;
  PasswordChallenge: PasswordChallenge;
  PasswordClaimInput: PasswordClaimInput;
  PasswordPolicy: PasswordPolicy;
  PasswordSrpChallenge: PasswordSrpChallenge;
  PasswordVerifierChallenge: PasswordVerifierChallenge;
  Query: Record<PropertyKey, never>;
  Reauthentication: Reauthentication;
  RecoverAccessInput: RecoverAccessInput;
  RecoveryCodes: RecoveryCodes;
  RefreshTokensInput: RefreshTokensInput;
  ResendConfirmationCodeInput: ResendConfirmationCodeInput;
  RespondToChallengeInput: RespondToChallengeInput;
  RevokeTokenInput: RevokeTokenInput;
  RevokeUserSessionInput: RevokeUserSessionInput;
  SelectChallenge: SelectChallenge;
  SelectMfaTypeChallenge: SelectMfaTypeChallenge;
  Session: Session;
  SetUserMfaPreferenceInput: SetUserMfaPreferenceInput;
  SignUpInput: SignUpInput;
  SignUpResult: SignUpResult;
  SmsMfaChallenge: SmsMfaChallenge;
  SmsOtpChallenge: SmsOtpChallenge;
  SoftwareToken: SoftwareToken;
  SoftwareTokenMfaChallenge: SoftwareTokenMfaChallenge;
  SoftwareTokenVerification: SoftwareTokenVerification;
  String: Scalars['String']['output'];
  Tokens: Tokens;
  UnlinkIdentityInput: UnlinkIdentityInput;
  UpdateDeviceStatusInput: UpdateDeviceStatusInput;
  UpdateGroupInput: UpdateGroupInput;
  UpdateUserAttributesInput: UpdateUserAttributesInput;
  User: User;
  UserMfa: UserMfa;
  UserPage: UserPage;
  UserSummary: UserSummary;
  VerifySoftwareTokenInput: VerifySoftwareTokenInput;
  VerifyUserAttributeInput: VerifyUserAttributeInput;
  WebAuthnChallenge: WebAuthnChallenge;
  WebAuthnMfaPreferenceInput: WebAuthnMfaPreferenceInput;
};

export type Aws_Api_KeyDirectiveArgs = { };

export type Aws_Api_KeyDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_Api_KeyDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_AuthDirectiveArgs = {
  cognito_groups: ReadonlyArray<Scalars['String']['input']>;
};

export type Aws_AuthDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_AuthDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_Cognito_User_PoolsDirectiveArgs = {
  cognito_groups?: Maybe<ReadonlyArray<Scalars['String']['input']>>;
};

export type Aws_Cognito_User_PoolsDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_Cognito_User_PoolsDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_IamDirectiveArgs = { };

export type Aws_IamDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_IamDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_LambdaDirectiveArgs = { };

export type Aws_LambdaDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_LambdaDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_OidcDirectiveArgs = { };

export type Aws_OidcDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_OidcDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type Aws_SubscribeDirectiveArgs = {
  mutations: ReadonlyArray<Scalars['String']['input']>;
};

export type Aws_SubscribeDirectiveResolver<Result, Parent, ContextType = unknown, Args = Aws_SubscribeDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export interface AwsDateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSDate'], any> {
  name: 'AWSDate';
}

export interface AwsDateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSDateTime'], any> {
  name: 'AWSDateTime';
}

export interface AwsEmailScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSEmail'], any> {
  name: 'AWSEmail';
}

export interface AwsipAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSIPAddress'], any> {
  name: 'AWSIPAddress';
}

export interface AwsjsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSJSON'], any> {
  name: 'AWSJSON';
}

export interface AwsPhoneScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSPhone'], any> {
  name: 'AWSPhone';
}

export interface AwsTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSTime'], any> {
  name: 'AWSTime';
}

export interface AwsTimestampScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSTimestamp'], any> {
  name: 'AWSTimestamp';
}

export interface AwsurlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['AWSURL'], any> {
  name: 'AWSURL';
}

export type ActivityResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Activity'] = ResolversParentTypes['Activity']> = {
  at?: Resolver<ResolversTypes['AWSDateTime'], ParentType, ContextType>;
  byAdministrator?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActivityKind'], ParentType, ContextType>;
};

export type ActivityPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ActivityPage'] = ResolversParentTypes['ActivityPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AdminActivityResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AdminActivity'] = ResolversParentTypes['AdminActivity']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['AWSDateTime'], ParentType, ContextType>;
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActivityKind'], ParentType, ContextType>;
};

export type AdminActivityPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AdminActivityPage'] = ResolversParentTypes['AdminActivityPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['AdminActivity']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AdminUserResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AdminUser'] = ResolversParentTypes['AdminUser']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['Attribute']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  devices?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Device']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  factors?: Resolver<ResolversTypes['AuthFactors'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
  identities?: Resolver<ReadonlyArray<ResolversTypes['LinkedIdentity']>, ParentType, ContextType>;
  lastModifiedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumberVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recoveryCodes?: Resolver<Maybe<ResolversTypes['RecoveryCodes']>, ParentType, ContextType>;
  sessions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Session']>>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  sub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthConfigResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuthConfig'] = ResolversParentTypes['AuthConfig']> = {
  activityDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  adminGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  captcha?: Resolver<Maybe<ResolversTypes['Captcha']>, ParentType, ContextType>;
  challengeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  challenges?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  emailDomains?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['AuthErrorCode']>, ParentType, ContextType>;
  federation?: Resolver<Maybe<ResolversTypes['Federation']>, ParentType, ContextType>;
  firstFactors?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  flows?: Resolver<ReadonlyArray<ResolversTypes['AuthFlow']>, ParentType, ContextType>;
  gptEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gptLimits?: Resolver<Maybe<ResolversTypes['GptLimits']>, ParentType, ContextType>;
  hidesAddresses?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mfaMode?: Resolver<ResolversTypes['MfaMode'], ParentType, ContextType>;
  mfaTypes?: Resolver<ReadonlyArray<ResolversTypes['MfaType']>, ParentType, ContextType>;
  passwordPolicy?: Resolver<ResolversTypes['PasswordPolicy'], ParentType, ContextType>;
  reauthentication?: Resolver<Maybe<ResolversTypes['Reauthentication']>, ParentType, ContextType>;
  recovery?: Resolver<ReadonlyArray<ResolversTypes['DeliveryMedium']>, ParentType, ContextType>;
  recoveryCodes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rememberDevices?: Resolver<ResolversTypes['RememberDevices'], ParentType, ContextType>;
  requiredAttributes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  signInNames?: Resolver<ReadonlyArray<ResolversTypes['SignInName']>, ParentType, ContextType>;
  signUpModes?: Resolver<ReadonlyArray<ResolversTypes['SignUpMode']>, ParentType, ContextType>;
  tracksSessions?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  verifyBy?: Resolver<ResolversTypes['VerificationMethod'], ParentType, ContextType>;
};

export type AuthFactorsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuthFactors'] = ResolversParentTypes['AuthFactors']> = {
  firstFactors?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  mfa?: Resolver<ResolversTypes['UserMfa'], ParentType, ContextType>;
};

export type AuthResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuthResult'] = ResolversParentTypes['AuthResult']> = {
  __resolveType: TypeResolveFn<'CustomChallenge' | 'DevicePasswordVerifierChallenge' | 'DeviceSrpAuthChallenge' | 'EmailOtpChallenge' | 'MfaSetupChallenge' | 'NewPasswordRequiredChallenge' | 'PasswordChallenge' | 'PasswordSrpChallenge' | 'PasswordVerifierChallenge' | 'SelectChallenge' | 'SelectMfaTypeChallenge' | 'SmsMfaChallenge' | 'SmsOtpChallenge' | 'SoftwareTokenMfaChallenge' | 'Tokens' | 'WebAuthnChallenge', ParentType, ContextType>;
};

export type CaptchaResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Captcha'] = ResolversParentTypes['Captcha']> = {
  kind?: Resolver<ResolversTypes['CaptchaKind'], ParentType, ContextType>;
  siteKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Challenge'] = ResolversParentTypes['Challenge']> = {
  __resolveType: TypeResolveFn<'CustomChallenge' | 'DevicePasswordVerifierChallenge' | 'DeviceSrpAuthChallenge' | 'EmailOtpChallenge' | 'MfaSetupChallenge' | 'NewPasswordRequiredChallenge' | 'PasswordChallenge' | 'PasswordSrpChallenge' | 'PasswordVerifierChallenge' | 'SelectChallenge' | 'SelectMfaTypeChallenge' | 'SmsMfaChallenge' | 'SmsOtpChallenge' | 'SoftwareTokenMfaChallenge' | 'WebAuthnChallenge', ParentType, ContextType>;
};

export type CodeDeliveryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CodeDelivery'] = ResolversParentTypes['CodeDelivery']> = {
  attribute?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  destination?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  medium?: Resolver<ResolversTypes['DeliveryMedium'], ParentType, ContextType>;
};

export type ConfirmDeviceResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConfirmDeviceResult'] = ResolversParentTypes['ConfirmDeviceResult']> = {
  userConfirmationNecessary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ConfirmSignUpResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ConfirmSignUpResult'] = ResolversParentTypes['ConfirmSignUpResult']> = {
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CustomChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['CustomChallenge'] = ResolversParentTypes['CustomChallenge']> = {
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  parameters?: Resolver<ResolversTypes['AWSJSON'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeviceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Device'] = ResolversParentTypes['Device']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  key?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastAuthenticatedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  lastIpAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastModifiedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DevicePageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DevicePage'] = ResolversParentTypes['DevicePage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Device']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DevicePasswordVerifierChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DevicePasswordVerifierChallenge'] = ResolversParentTypes['DevicePasswordVerifierChallenge']> = {
  deviceKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  salt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secretBlock?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srpB?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeviceSrpAuthChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['DeviceSrpAuthChallenge'] = ResolversParentTypes['DeviceSrpAuthChallenge']> = {
  deviceKey?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmailOtpChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['EmailOtpChallenge'] = ResolversParentTypes['EmailOtpChallenge']> = {
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FederationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Federation'] = ResolversParentTypes['Federation']> = {
  callbackUrls?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  domain?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ownUsers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  providers?: Resolver<ReadonlyArray<ResolversTypes['FederationProvider']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FederationProviderResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['FederationProvider'] = ResolversParentTypes['FederationProvider']> = {
  kind?: Resolver<ResolversTypes['ProviderKind'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GptLimitsResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['GptLimits'] = ResolversParentTypes['GptLimits']> = {
  answerTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  messageCharacters?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requestsPerDay?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GptReplyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['GptReply'] = ResolversParentTypes['GptReply']> = {
  model?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  usage?: Resolver<Maybe<ResolversTypes['GptUsage']>, ParentType, ContextType>;
};

export type GptUsageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['GptUsage'] = ResolversParentTypes['GptUsage']> = {
  inputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outputTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GroupResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Group'] = ResolversParentTypes['Group']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  groupName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastModifiedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  precedence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GroupPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['GroupPage'] = ResolversParentTypes['GroupPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Group']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LinkedIdentityResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['LinkedIdentity'] = ResolversParentTypes['LinkedIdentity']> = {
  isPrimary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ProviderKind'], ParentType, ContextType>;
  linkedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  providerName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MfaSetupChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MfaSetupChallenge'] = ResolversParentTypes['MfaSetupChallenge']> = {
  mfaTypes?: Resolver<ReadonlyArray<ResolversTypes['MfaType']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adminAddUserToGroup?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminAddUserToGroupArgs, 'input'>>;
  adminConfirmSignUp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminConfirmSignUpArgs, 'input'>>;
  adminCreateUser?: Resolver<ResolversTypes['UserSummary'], ParentType, ContextType, RequireFields<MutationAdminCreateUserArgs, 'input'>>;
  adminDeleteSoftwareToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminDeleteSoftwareTokenArgs, 'input'>>;
  adminDeleteUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminDeleteUserArgs, 'input'>>;
  adminDisableProviderForUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminDisableProviderForUserArgs, 'input'>>;
  adminDisableUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminDisableUserArgs, 'input'>>;
  adminEnableUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminEnableUserArgs, 'input'>>;
  adminForgetDevice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminForgetDeviceArgs, 'input'>>;
  adminLinkProviderForUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminLinkProviderForUserArgs, 'input'>>;
  adminRemoveUserFromGroup?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminRemoveUserFromGroupArgs, 'input'>>;
  adminResetRecoveryCodes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminResetRecoveryCodesArgs, 'input'>>;
  adminResetUserPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminResetUserPasswordArgs, 'input'>>;
  adminRevokeUserSession?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminRevokeUserSessionArgs, 'input'>>;
  adminSetUserMfaPreference?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminSetUserMfaPreferenceArgs, 'input'>>;
  adminSetUserPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminSetUserPasswordArgs, 'input'>>;
  adminUpdateUserAttributes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminUpdateUserAttributesArgs, 'input'>>;
  adminUserGlobalSignOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationAdminUserGlobalSignOutArgs, 'input'>>;
  associateSoftwareToken?: Resolver<ResolversTypes['SoftwareToken'], ParentType, ContextType, Partial<MutationAssociateSoftwareTokenArgs>>;
  changePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  completeWebAuthnRegistration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationCompleteWebAuthnRegistrationArgs, 'input'>>;
  confirmDevice?: Resolver<ResolversTypes['ConfirmDeviceResult'], ParentType, ContextType, RequireFields<MutationConfirmDeviceArgs, 'input'>>;
  confirmForgotPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationConfirmForgotPasswordArgs, 'input'>>;
  confirmSignUp?: Resolver<ResolversTypes['ConfirmSignUpResult'], ParentType, ContextType, RequireFields<MutationConfirmSignUpArgs, 'input'>>;
  createGroup?: Resolver<ResolversTypes['Group'], ParentType, ContextType, RequireFields<MutationCreateGroupArgs, 'input'>>;
  deleteGroup?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteGroupArgs, 'input'>>;
  deleteUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deleteUserAttributes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteUserAttributesArgs, 'input'>>;
  deleteWebAuthnCredential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteWebAuthnCredentialArgs, 'input'>>;
  exchangeAuthorizationCode?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType, RequireFields<MutationExchangeAuthorizationCodeArgs, 'input'>>;
  forgetDevice?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationForgetDeviceArgs, 'input'>>;
  forgotPassword?: Resolver<Maybe<ResolversTypes['CodeDelivery']>, ParentType, ContextType, RequireFields<MutationForgotPasswordArgs, 'input'>>;
  generateRecoveryCodes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  getUserAttributeVerificationCode?: Resolver<ResolversTypes['CodeDelivery'], ParentType, ContextType, RequireFields<MutationGetUserAttributeVerificationCodeArgs, 'input'>>;
  globalSignOut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  login?: Resolver<ResolversTypes['AuthResult'], ParentType, ContextType, RequireFields<MutationLoginArgs, 'input'>>;
  recoverAccess?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRecoverAccessArgs, 'input'>>;
  refreshTokens?: Resolver<ResolversTypes['Tokens'], ParentType, ContextType, RequireFields<MutationRefreshTokensArgs, 'input'>>;
  resendConfirmationCode?: Resolver<Maybe<ResolversTypes['CodeDelivery']>, ParentType, ContextType, RequireFields<MutationResendConfirmationCodeArgs, 'input'>>;
  respondToChallenge?: Resolver<ResolversTypes['AuthResult'], ParentType, ContextType, RequireFields<MutationRespondToChallengeArgs, 'input'>>;
  revokeToken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeTokenArgs, 'input'>>;
  revokeUserSession?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationRevokeUserSessionArgs, 'input'>>;
  setUserMfaPreference?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationSetUserMfaPreferenceArgs, 'input'>>;
  signUp?: Resolver<ResolversTypes['SignUpResult'], ParentType, ContextType, RequireFields<MutationSignUpArgs, 'input'>>;
  startWebAuthnRegistration?: Resolver<ResolversTypes['AWSJSON'], ParentType, ContextType>;
  unlinkIdentity?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUnlinkIdentityArgs, 'input'>>;
  updateDeviceStatus?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUpdateDeviceStatusArgs, 'input'>>;
  updateGroup?: Resolver<ResolversTypes['Group'], ParentType, ContextType, RequireFields<MutationUpdateGroupArgs, 'input'>>;
  updateUserAttributes?: Resolver<ReadonlyArray<ResolversTypes['CodeDelivery']>, ParentType, ContextType, RequireFields<MutationUpdateUserAttributesArgs, 'input'>>;
  verifySoftwareToken?: Resolver<ResolversTypes['SoftwareTokenVerification'], ParentType, ContextType, RequireFields<MutationVerifySoftwareTokenArgs, 'input'>>;
  verifyUserAttribute?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationVerifyUserAttributeArgs, 'input'>>;
};

export type NewDeviceResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NewDevice'] = ResolversParentTypes['NewDevice']> = {
  deviceGroupKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviceKey?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NewPasswordRequiredChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['NewPasswordRequiredChallenge'] = ResolversParentTypes['NewPasswordRequiredChallenge']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['Attribute']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  requiredAttributes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasskeyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Passkey'] = ResolversParentTypes['Passkey']> = {
  authenticatorAttachment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  credentialId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  friendlyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relyingPartyId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PasskeyPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PasskeyPage'] = ResolversParentTypes['PasskeyPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Passkey']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PasswordChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PasswordChallenge'] = ResolversParentTypes['PasswordChallenge']> = {
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasswordPolicyResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PasswordPolicy'] = ResolversParentTypes['PasswordPolicy']> = {
  historySize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minimumLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  requireLowercase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireNumbers?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireSymbols?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requireUppercase?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  temporaryPasswordValidityDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PasswordSrpChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PasswordSrpChallenge'] = ResolversParentTypes['PasswordSrpChallenge']> = {
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PasswordVerifierChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['PasswordVerifierChallenge'] = ResolversParentTypes['PasswordVerifierChallenge']> = {
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  salt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secretBlock?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  srpB?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  userIdForSrp?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  activity?: Resolver<ResolversTypes['ActivityPage'], ParentType, ContextType, Partial<QueryActivityArgs>>;
  adminListActivity?: Resolver<ResolversTypes['AdminActivityPage'], ParentType, ContextType, RequireFields<QueryAdminListActivityArgs, 'username'>>;
  adminListUserSessions?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType, RequireFields<QueryAdminListUserSessionsArgs, 'username'>>;
  authConfig?: Resolver<ResolversTypes['AuthConfig'], ParentType, ContextType>;
  authFactors?: Resolver<ResolversTypes['AuthFactors'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType, RequireFields<QueryDeviceArgs, 'key'>>;
  devices?: Resolver<ResolversTypes['DevicePage'], ParentType, ContextType, Partial<QueryDevicesArgs>>;
  gpt?: Resolver<ResolversTypes['GptReply'], ParentType, ContextType, RequireFields<QueryGptArgs, 'message'>>;
  groupMembers?: Resolver<ResolversTypes['UserPage'], ParentType, ContextType, RequireFields<QueryGroupMembersArgs, 'groupName'>>;
  groups?: Resolver<ResolversTypes['GroupPage'], ParentType, ContextType, Partial<QueryGroupsArgs>>;
  linkedIdentities?: Resolver<ReadonlyArray<ResolversTypes['LinkedIdentity']>, ParentType, ContextType>;
  me?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  myData?: Resolver<ResolversTypes['AWSJSON'], ParentType, ContextType>;
  passkeys?: Resolver<ResolversTypes['PasskeyPage'], ParentType, ContextType, Partial<QueryPasskeysArgs>>;
  recoveryCodes?: Resolver<ResolversTypes['RecoveryCodes'], ParentType, ContextType>;
  sessions?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
  signOutUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<QuerySignOutUrlArgs, 'redirectUri'>>;
  user?: Resolver<ResolversTypes['AdminUser'], ParentType, ContextType, RequireFields<QueryUserArgs, 'username'>>;
  users?: Resolver<ResolversTypes['UserPage'], ParentType, ContextType, Partial<QueryUsersArgs>>;
};

export type ReauthenticationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Reauthentication'] = ResolversParentTypes['Reauthentication']> = {
  acr?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  maxAgeSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operations?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RecoveryCodesResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['RecoveryCodes'] = ResolversParentTypes['RecoveryCodes']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SelectChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SelectChallenge'] = ResolversParentTypes['SelectChallenge']> = {
  availableChallenges?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SelectMfaTypeChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SelectMfaTypeChallenge'] = ResolversParentTypes['SelectMfaTypeChallenge']> = {
  mfaTypes?: Resolver<ReadonlyArray<ResolversTypes['MfaType']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCurrent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastActiveAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  sessionId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignUpResultResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SignUpResult'] = ResolversParentTypes['SignUpResult']> = {
  codeDelivery?: Resolver<Maybe<ResolversTypes['CodeDelivery']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userStatus?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  userSub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SmsMfaChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SmsMfaChallenge'] = ResolversParentTypes['SmsMfaChallenge']> = {
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SmsOtpChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SmsOtpChallenge'] = ResolversParentTypes['SmsOtpChallenge']> = {
  destination?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SoftwareTokenResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SoftwareToken'] = ResolversParentTypes['SoftwareToken']> = {
  otpauthUri?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  secretCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SoftwareTokenMfaChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SoftwareTokenMfaChallenge'] = ResolversParentTypes['SoftwareTokenMfaChallenge']> = {
  friendlyDeviceName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SoftwareTokenVerificationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['SoftwareTokenVerification'] = ResolversParentTypes['SoftwareTokenVerification']> = {
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SoftwareTokenStatus'], ParentType, ContextType>;
};

export type TokensResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Tokens'] = ResolversParentTypes['Tokens']> = {
  accessToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresIn?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  idToken?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  newDevice?: Resolver<Maybe<ResolversTypes['NewDevice']>, ParentType, ContextType>;
  refreshToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tokenType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['Attribute']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  emailVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  identities?: Resolver<ReadonlyArray<ResolversTypes['LinkedIdentity']>, ParentType, ContextType>;
  mfa?: Resolver<ResolversTypes['UserMfa'], ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phoneNumberVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UserMfaResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserMfa'] = ResolversParentTypes['UserMfa']> = {
  enabled?: Resolver<ReadonlyArray<ResolversTypes['MfaType']>, ParentType, ContextType>;
  preferred?: Resolver<Maybe<ResolversTypes['MfaType']>, ParentType, ContextType>;
};

export type UserPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserPage'] = ResolversParentTypes['UserPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['UserSummary']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UserSummaryResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['UserSummary'] = ResolversParentTypes['UserSummary']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['Attribute']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastModifiedAt?: Resolver<Maybe<ResolversTypes['AWSDateTime']>, ParentType, ContextType>;
  phoneNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['UserStatus'], ParentType, ContextType>;
  sub?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebAuthnChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['WebAuthnChallenge'] = ResolversParentTypes['WebAuthnChallenge']> = {
  credentialRequestOptions?: Resolver<ResolversTypes['AWSJSON'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type Resolvers<ContextType = unknown> = {
  AWSDate?: GraphQLScalarType;
  AWSDateTime?: GraphQLScalarType;
  AWSEmail?: GraphQLScalarType;
  AWSIPAddress?: GraphQLScalarType;
  AWSJSON?: GraphQLScalarType;
  AWSPhone?: GraphQLScalarType;
  AWSTime?: GraphQLScalarType;
  AWSTimestamp?: GraphQLScalarType;
  AWSURL?: GraphQLScalarType;
  Activity?: ActivityResolvers<ContextType>;
  ActivityPage?: ActivityPageResolvers<ContextType>;
  AdminActivity?: AdminActivityResolvers<ContextType>;
  AdminActivityPage?: AdminActivityPageResolvers<ContextType>;
  AdminUser?: AdminUserResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  AuthConfig?: AuthConfigResolvers<ContextType>;
  AuthFactors?: AuthFactorsResolvers<ContextType>;
  AuthResult?: AuthResultResolvers<ContextType>;
  Captcha?: CaptchaResolvers<ContextType>;
  Challenge?: ChallengeResolvers<ContextType>;
  CodeDelivery?: CodeDeliveryResolvers<ContextType>;
  ConfirmDeviceResult?: ConfirmDeviceResultResolvers<ContextType>;
  ConfirmSignUpResult?: ConfirmSignUpResultResolvers<ContextType>;
  CustomChallenge?: CustomChallengeResolvers<ContextType>;
  Device?: DeviceResolvers<ContextType>;
  DevicePage?: DevicePageResolvers<ContextType>;
  DevicePasswordVerifierChallenge?: DevicePasswordVerifierChallengeResolvers<ContextType>;
  DeviceSrpAuthChallenge?: DeviceSrpAuthChallengeResolvers<ContextType>;
  EmailOtpChallenge?: EmailOtpChallengeResolvers<ContextType>;
  Federation?: FederationResolvers<ContextType>;
  FederationProvider?: FederationProviderResolvers<ContextType>;
  GptLimits?: GptLimitsResolvers<ContextType>;
  GptReply?: GptReplyResolvers<ContextType>;
  GptUsage?: GptUsageResolvers<ContextType>;
  Group?: GroupResolvers<ContextType>;
  GroupPage?: GroupPageResolvers<ContextType>;
  LinkedIdentity?: LinkedIdentityResolvers<ContextType>;
  MfaSetupChallenge?: MfaSetupChallengeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NewDevice?: NewDeviceResolvers<ContextType>;
  NewPasswordRequiredChallenge?: NewPasswordRequiredChallengeResolvers<ContextType>;
  Passkey?: PasskeyResolvers<ContextType>;
  PasskeyPage?: PasskeyPageResolvers<ContextType>;
  PasswordChallenge?: PasswordChallengeResolvers<ContextType>;
  PasswordPolicy?: PasswordPolicyResolvers<ContextType>;
  PasswordSrpChallenge?: PasswordSrpChallengeResolvers<ContextType>;
  PasswordVerifierChallenge?: PasswordVerifierChallengeResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Reauthentication?: ReauthenticationResolvers<ContextType>;
  RecoveryCodes?: RecoveryCodesResolvers<ContextType>;
  SelectChallenge?: SelectChallengeResolvers<ContextType>;
  SelectMfaTypeChallenge?: SelectMfaTypeChallengeResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SignUpResult?: SignUpResultResolvers<ContextType>;
  SmsMfaChallenge?: SmsMfaChallengeResolvers<ContextType>;
  SmsOtpChallenge?: SmsOtpChallengeResolvers<ContextType>;
  SoftwareToken?: SoftwareTokenResolvers<ContextType>;
  SoftwareTokenMfaChallenge?: SoftwareTokenMfaChallengeResolvers<ContextType>;
  SoftwareTokenVerification?: SoftwareTokenVerificationResolvers<ContextType>;
  Tokens?: TokensResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserMfa?: UserMfaResolvers<ContextType>;
  UserPage?: UserPageResolvers<ContextType>;
  UserSummary?: UserSummaryResolvers<ContextType>;
  WebAuthnChallenge?: WebAuthnChallengeResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = unknown> = {
  aws_api_key?: Aws_Api_KeyDirectiveResolver<any, any, ContextType>;
  aws_auth?: Aws_AuthDirectiveResolver<any, any, ContextType>;
  aws_cognito_user_pools?: Aws_Cognito_User_PoolsDirectiveResolver<any, any, ContextType>;
  aws_iam?: Aws_IamDirectiveResolver<any, any, ContextType>;
  aws_lambda?: Aws_LambdaDirectiveResolver<any, any, ContextType>;
  aws_oidc?: Aws_OidcDirectiveResolver<any, any, ContextType>;
  aws_subscribe?: Aws_SubscribeDirectiveResolver<any, any, ContextType>;
};
