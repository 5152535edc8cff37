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

/** Something that has happened to an account, or that somebody has tried. */
export type Activity = {
  readonly __typename?: 'Activity';
  readonly at: Scalars['AWSDateTime']['output'];
  /** What exactly: a factor, an attribute, or the code of a refusal. */
  readonly detail: Maybe<Scalars['String']['output']>;
  /** The user agent that the request named itself by. Its sender may have made it up. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** The address that the request came from. A proxy, an office or a mobile network may stand behind it. */
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  readonly kind: ActivityKind;
};

/** What has happened to an account. */
export const ActivityKind = {
  /** A recovery code was used. */
  AccessRecovered: 'ACCESS_RECOVERED',
  AccountConfirmed: 'ACCOUNT_CONFIRMED',
  /** An e-mail address or phone number was changed or taken away. */
  AddressChanged: 'ADDRESS_CHANGED',
  DeviceForgotten: 'DEVICE_FORGOTTEN',
  DeviceRemembered: 'DEVICE_REMEMBERED',
  /** A passkey or a second factor was added. */
  FactorAdded: 'FACTOR_ADDED',
  FactorRemoved: 'FACTOR_REMOVED',
  PasswordChanged: 'PASSWORD_CHANGED',
  /** Somebody with a session gave a wrong former password. */
  PasswordChangeRefused: 'PASSWORD_CHANGE_REFUSED',
  PasswordReset: 'PASSWORD_RESET',
  PasswordResetRefused: 'PASSWORD_RESET_REFUSED',
  /** Somebody asked for a code to set a new password. */
  PasswordResetRequested: 'PASSWORD_RESET_REQUESTED',
  ProfileChanged: 'PROFILE_CHANGED',
  RecoveryCodesMade: 'RECOVERY_CODES_MADE',
  RecoveryRefused: 'RECOVERY_REFUSED',
  /** Another session was ended by the user. */
  SessionEnded: 'SESSION_ENDED',
  SignedIn: 'SIGNED_IN',
  /** This session was ended by its user. */
  SignedOut: 'SIGNED_OUT',
  SignedOutEverywhere: 'SIGNED_OUT_EVERYWHERE',
  /** A password, a code or another proof was refused. Somebody typed the user's name, or an address that is theirs. */
  SignInRefused: 'SIGN_IN_REFUSED'
} as const;

export type ActivityKind = typeof ActivityKind[keyof typeof ActivityKind];
/** One page of what has happened to an account. */
export type ActivityPage = {
  readonly __typename?: 'ActivityPage';
  readonly items: ReadonlyArray<Activity>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

export type AssociateSoftwareTokenInput = {
  /**
   * The account's name as the app shows it, such as the e-mail address: up to 128 characters. Default: the signed-in user's name; amid a sign-in,
   * where the name is not known here, none.
   */
  readonly accountName?: InputMaybe<Scalars['String']['input']>;
  /** The session of `MfaSetupChallenge`; none for a signed-in user. */
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

/** What a sign-in page must know. */
export type AuthConfig = {
  readonly __typename?: 'AuthConfig';
  /** For how many days `activity` tells what has happened to an account; null where nothing is written down. */
  readonly activityDays: Maybe<Scalars['Int']['output']>;
  /** Minutes that a challenge may be answered, from its coming on; after that it is `SESSION_EXPIRED`. */
  readonly challengeMinutes: Scalars['Int']['output'];
  /** Every challenge that this schema knows. */
  readonly challenges: ReadonlyArray<ChallengeName>;
  /** Domains that the e-mail address of a new user must be of; empty for any. */
  readonly emailDomains: ReadonlyArray<Scalars['String']['output']>;
  /** Every error code that this schema knows. */
  readonly errors: ReadonlyArray<AuthErrorCode>;
  /** First factors that flow USER_AUTH may offer. */
  readonly firstFactors: ReadonlyArray<ChallengeName>;
  /** Flows that `login` accepts. */
  readonly flows: ReadonlyArray<AuthFlow>;
  /** Whether `gpt` answers. */
  readonly gptEnabled: Scalars['Boolean']['output'];
  /** Null where `gpt` does not answer. */
  readonly gptLimits: Maybe<GptLimits>;
  readonly mfaMode: MfaMode;
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly passwordPolicy: PasswordPolicy;
  /** How recent a sign-in must be for what is dangerous; null for any. */
  readonly reauthentication: Maybe<Reauthentication>;
  /** How the code of `forgotPassword` may travel, best first. Empty: only an administrator resets passwords. */
  readonly recovery: ReadonlyArray<DeliveryMedium>;
  /** Whether users may make recovery codes, and get back into their account by `recoverAccess`. */
  readonly recoveryCodes: Scalars['Boolean']['output'];
  /** Whether devices are remembered, to stand in for a second factor. */
  readonly rememberDevices: RememberDevices;
  /** Attributes that `signUp` must be given. */
  readonly requiredAttributes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * What a user may type as `username` in `login`. Beside USERNAME an e-mail address or phone number counts once it is verified; without USERNAME
   * it is the user name itself, also in `signUp`.
   */
  readonly signInNames: ReadonlyArray<SignInName>;
  /** Forms of `signUp` that are on. */
  readonly signUpModes: ReadonlyArray<SignUpMode>;
  /** Whether Cognito keeps a list of sessions: `sessions`, `revokeUserSession`. */
  readonly tracksSessions: Scalars['Boolean']['output'];
  /** What the mail to a new user holds: a code for `confirmSignUp`, or a link. */
  readonly verifyBy: VerificationMethod;
};

/** The `errorType` of every refused operation. Branch on it; the message is for people and may change. */
export const AuthErrorCode = {
  /** This operation wants the access token, and was sent the ID token. */
  AccessTokenRequired: 'ACCESS_TOKEN_REQUIRED',
  /** Another user has this address or number. */
  AliasExists: 'ALIAS_EXISTS',
  /** The code could not be sent: the address takes none, or the deployment can send none just now. */
  CodeDeliveryFailed: 'CODE_DELIVERY_FAILED',
  /** The code is too old, already used, or was never sent. Send a new one. */
  CodeExpired: 'CODE_EXPIRED',
  /** The code is wrong. Ask the user to look again. */
  CodeMismatch: 'CODE_MISMATCH',
  /** The caller may not do this. */
  Forbidden: 'FORBIDDEN',
  /** The language model's provider refused or failed. */
  GptFailed: 'GPT_FAILED',
  /** No key for the language model: give `key`, or configure one. */
  GptNotConfigured: 'GPT_NOT_CONFIGURED',
  /** Something went wrong that is not the caller's fault; it is in the logs under `errorInfo.requestId`. */
  Internal: 'INTERNAL',
  /** The user name or the password is wrong; which of them is never told. */
  InvalidCredentials: 'INVALID_CREDENTIALS',
  /** An input is wrong; `errorInfo.field` names it. */
  InvalidInput: 'INVALID_INPUT',
  /** The user has not set up this second factor. */
  MfaNotSetUp: 'MFA_NOT_SET_UP',
  /** The configuration has this operation, flow, factor or form of sign-up off. */
  NotEnabled: 'NOT_ENABLED',
  /** There is no such thing. */
  NotFound: 'NOT_FOUND',
  /** The new password breaks a rule; the message says which. */
  PasswordPolicy: 'PASSWORD_POLICY',
  /** An administrator ordered a new password: `confirmForgotPassword` with the code that was sent. */
  PasswordResetRequired: 'PASSWORD_RESET_REQUIRED',
  /** The new password was used before. */
  PasswordReused: 'PASSWORD_REUSED',
  /** This wants a more recent sign-in, or a stronger one: `errorInfo.maxAgeSeconds`, `errorInfo.acr`. Sign in again and repeat the call. */
  ReauthenticationRequired: 'REAUTHENTICATION_REQUIRED',
  /** The sign-in took too long, or its session was already used. Start again with `login`. */
  SessionExpired: 'SESSION_EXPIRED',
  /** The temporary password is too old; an administrator must send a new one. */
  TemporaryPasswordExpired: 'TEMPORARY_PASSWORD_EXPIRED',
  /** The token is too old. Refresh, or sign in again. */
  TokenExpired: 'TOKEN_EXPIRED',
  /** The token is not one of this user pool. */
  TokenInvalid: 'TOKEN_INVALID',
  /** The token was revoked. Sign in again. */
  TokenRevoked: 'TOKEN_REVOKED',
  /** Too many wrong tries for this user. Wait. */
  TooManyAttempts: 'TOO_MANY_ATTEMPTS',
  /** Too many calls at once: try again a little later. Or, with `errorInfo.retryable` false, as many as are allowed in a day. */
  TooManyRequests: 'TOO_MANY_REQUESTS',
  /** The deployment's own Lambda trigger said no; the message is its own. */
  TriggerRefused: 'TRIGGER_REFUSED',
  /**
   * Cognito, or the language model, gave no clear answer in time. With `errorInfo.retryable` true, try again. Otherwise the call may have been
   * carried out; the message says what to look at first.
   */
  Unavailable: 'UNAVAILABLE',
  /** The user name is taken. */
  UsernameExists: 'USERNAME_EXISTS',
  /** An administrator has switched the user off. */
  UserDisabled: 'USER_DISABLED',
  /** The user has to confirm their address first: `confirmSignUp`. */
  UserNotConfirmed: 'USER_NOT_CONFIRMED'
} as const;

export type AuthErrorCode = typeof AuthErrorCode[keyof typeof AuthErrorCode];
/** What the signed-in user can sign in with. */
export type AuthFactors = {
  readonly __typename?: 'AuthFactors';
  /** First factors. WEB_AUTHN: the user has a passkey, and `passkeys` lists them. */
  readonly firstFactors: ReadonlyArray<ChallengeName>;
  /** Second factors that are switched on. */
  readonly mfa: UserMfa;
};

/** The flows of `login`, in Cognito's words (AuthFlowType). */
export const AuthFlow = {
  /** The deployment's own Lambda triggers ask the questions. */
  CustomAuth: 'CUSTOM_AUTH',
  /** The user chooses among the first factors that they have. */
  UserAuth: 'USER_AUTH',
  /** The password travels to Cognito. */
  UserPasswordAuth: 'USER_PASSWORD_AUTH',
  /** The password stays on the client, which proves it (SRP-6a). */
  UserSrpAuth: 'USER_SRP_AUTH'
} as const;

export type AuthFlow = typeof AuthFlow[keyof typeof AuthFlow];
/** What `login` and `respondToChallenge` answer: the tokens, or the next challenge. Select `__typename` and switch on it. */
export type AuthResult = CustomChallenge | DevicePasswordVerifierChallenge | DeviceSrpAuthChallenge | EmailOtpChallenge | MfaSetupChallenge | NewPasswordRequiredChallenge | PasswordChallenge | PasswordSrpChallenge | PasswordVerifierChallenge | SelectChallenge | SelectMfaTypeChallenge | SmsMfaChallenge | SmsOtpChallenge | SoftwareTokenMfaChallenge | Tokens | WebAuthnChallenge;

/**
 * What every challenge tells. Hand `name`, `username` and `session` back with the answer, unchanged. Select them on the concrete types, such as
 * `... on SmsMfaChallenge`: AppSync does not document how it authorizes fields that are selected on an interface.
 */
export type Challenge = {
  readonly name: ChallengeName;
  /** Opaque, good for one answer and for a few minutes. Null where the challenge carries its own state. */
  readonly session: Maybe<Scalars['String']['output']>;
  /** The user name to answer with; it may differ from the one that was typed. */
  readonly username: Scalars['String']['output'];
};

/** Cognito's challenges, in Cognito's words (ChallengeNameType). */
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
  /** The present password; left out for an account that has none, which then wants a recent sign-in. */
  readonly previousPassword?: InputMaybe<Scalars['String']['input']>;
};

/** Where a code was sent. */
export type CodeDelivery = {
  readonly __typename?: 'CodeDelivery';
  /** The attribute that the destination is, such as `email`. */
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
  /** A name by which the user knows the device again. */
  readonly deviceName?: InputMaybe<Scalars['String']['input']>;
  /** The SRP verifier of the device's password under `deviceGroupKey` and `deviceKey`: Base64 of the number's bytes. */
  readonly passwordVerifier: Scalars['String']['input'];
  /** The salt that the verifier was made with: Base64 of the number's bytes. */
  readonly salt: Scalars['String']['input'];
};

/** The device can prove itself. */
export type ConfirmDeviceResult = {
  readonly __typename?: 'ConfirmDeviceResult';
  /** Whether the pool leaves it to the user to have this device remembered. Otherwise it is remembered now. */
  readonly userConfirmationNecessary: Scalars['Boolean']['output'];
};

export type ConfirmForgotPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly code: Scalars['String']['input'];
  /** The new password. */
  readonly password: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

export type ConfirmSignUpInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly code: Scalars['String']['input'];
  /** The session of `signUp`, where the user shall go on to sign in without a password. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
  readonly username: Scalars['String']['input'];
};

/** The user is confirmed. */
export type ConfirmSignUpResult = {
  readonly __typename?: 'ConfirmSignUpResult';
  /** Good for one `login` with flow USER_AUTH and no further proof; null where choice-based sign-in is off. */
  readonly session: Maybe<Scalars['String']['output']>;
};

/** A challenge of the deployment's own making. Answer: `answer`. */
export type CustomChallenge = Challenge & {
  readonly __typename?: 'CustomChallenge';
  readonly name: ChallengeName;
  /** The public parameters that the CreateAuthChallenge trigger gave: a JSON object of strings. */
  readonly parameters: Scalars['AWSJSON']['output'];
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type DeleteUserAttributesInput = {
  /** At least one. */
  readonly names: ReadonlyArray<Scalars['String']['input']>;
};

export type DeleteWebAuthnCredentialInput = {
  /** `Passkey.credentialId`. */
  readonly credentialId: Scalars['String']['input'];
};

/** How a code travels. */
export const DeliveryMedium = {
  Email: 'EMAIL',
  Sms: 'SMS'
} as const;

export type DeliveryMedium = typeof DeliveryMedium[keyof typeof DeliveryMedium];
/** A device that Cognito has met and that was confirmed. */
export type Device = {
  readonly __typename?: 'Device';
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Whether the access token that asks was issued to this device. */
  readonly isCurrent: Scalars['Boolean']['output'];
  readonly key: Scalars['String']['output'];
  readonly lastAuthenticatedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** The address that it last signed in from, as Cognito saw it: it may be that of this API. */
  readonly lastIpAddress: Maybe<Scalars['String']['output']>;
  readonly lastModifiedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** As `confirmDevice` named it. */
  readonly name: Maybe<Scalars['String']['output']>;
};

export type DevicePage = {
  readonly __typename?: 'DevicePage';
  readonly items: ReadonlyArray<Device>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** The remembered device must prove itself, second half. Answer: `deviceKey` and `passwordClaim`. */
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

/** The remembered device must prove itself, first half. Answer: `deviceKey` and `srpA`. */
export type DeviceSrpAuthChallenge = Challenge & {
  readonly __typename?: 'DeviceSrpAuthChallenge';
  readonly deviceKey: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A code was sent by e-mail, as first or second factor. Answer: `code`. */
export type EmailOtpChallenge = Challenge & {
  readonly __typename?: 'EmailOtpChallenge';
  /** The masked address, such as `j***@e***`. */
  readonly destination: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type ForgetDeviceInput = {
  readonly deviceKey: Scalars['String']['input'];
};

export type ForgotPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

export type GetUserAttributeVerificationCodeInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** `email` or `phone_number`. */
  readonly name: Scalars['String']['input'];
};

/** What `gpt` takes and gives. */
export type GptLimits = {
  readonly __typename?: 'GptLimits';
  /** The longest answer, in tokens of the model, what it thinks included. */
  readonly answerTokens: Scalars['Int']['output'];
  /** The longest question, in characters. */
  readonly messageCharacters: Scalars['Int']['output'];
  /** Questions that a user may ask in a day (UTC) without a `key` of their own; null for any number. */
  readonly requestsPerDay: Maybe<Scalars['Int']['output']>;
};

/** A language model's answer. */
export type GptReply = {
  readonly __typename?: 'GptReply';
  /** The model that answered, in the provider's words. */
  readonly model: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  /** Whether the answer was cut off where it was as long as `authConfig.gptLimits.answerTokens`. */
  readonly truncated: Scalars['Boolean']['output'];
  /** Null where the provider does not tell. */
  readonly usage: Maybe<GptUsage>;
};

/** What an answer cost, in tokens of the model. */
export type GptUsage = {
  readonly __typename?: 'GptUsage';
  readonly inputTokens: Scalars['Int']['output'];
  readonly outputTokens: Scalars['Int']['output'];
};

export type LoginInput = {
  /**
   * For USER_AUTH: the levels to reach, best first, such as `urn:cognito:loa:4`; Cognito takes the first one that the user can. The access token of a
   * signed-in user is credit for what it has proven.
   */
  readonly acrValues?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Handed to the Lambda triggers: a JSON object of strings. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The key of a device that was confirmed before. */
  readonly deviceKey?: InputMaybe<Scalars['String']['input']>;
  readonly flow?: InputMaybe<AuthFlow>;
  /** With `acrValues`: an older sign-in gives no credit. From 0, which gives none at all. */
  readonly maxAgeSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** For USER_PASSWORD_AUTH, and for USER_AUTH with `preferredChallenge: PASSWORD`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** For USER_AUTH: the first factor that the user would like. */
  readonly preferredChallenge?: InputMaybe<ChallengeName>;
  /** For USER_AUTH: the session of `confirmSignUp`. */
  readonly session?: InputMaybe<Scalars['String']['input']>;
  /** Hexadecimal, for USER_SRP_AUTH, for CUSTOM_AUTH that begins with SRP, and for USER_AUTH with `preferredChallenge: PASSWORD_SRP`. */
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
  /** Whether the factor may be asked for. */
  readonly enabled: Scalars['Boolean']['input'];
  /** Whether it is asked for first. Default: as Cognito has it. */
  readonly preferred?: InputMaybe<Scalars['Boolean']['input']>;
};

/**
 * A second factor is required and the user has none. Either set up an authenticator app: `associateSoftwareToken` with this session,
 * `verifySoftwareToken` with the session of that answer, then answer with the session of that one and nothing else. Or answer: `email`.
 */
export type MfaSetupChallenge = Challenge & {
  readonly __typename?: 'MfaSetupChallenge';
  /** The factors that the user may set up. */
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** Second factors, in Cognito's words. */
export const MfaType = {
  EmailOtp: 'EMAIL_OTP',
  SmsMfa: 'SMS_MFA',
  SoftwareTokenMfa: 'SOFTWARE_TOKEN_MFA'
} as const;

export type MfaType = typeof MfaType[keyof typeof MfaType];
export type Mutation = {
  readonly __typename?: 'Mutation';
  /**
   * The secret for an authenticator app, new at each call, to be shown as a QR code and proved by `verifySoftwareToken`. Amid a sign-in that asks
   * for a second factor (`MfaSetupChallenge`) it takes that challenge's `session`; a signed-in user sends the access token and no session. An app
   * that is set up already goes on working until the new secret is proved.
   * Errors: `INVALID_INPUT` (neither access token nor session, or both), `ACCESS_TOKEN_REQUIRED`, `SESSION_EXPIRED`,
   * `NOT_ENABLED`, `MFA_NOT_SET_UP`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `REAUTHENTICATION_REQUIRED` (not with a session).
   */
  readonly associateSoftwareToken: SoftwareToken;
  /**
   * Sets a new password for the signed-in user. True when it counts, every other session of the user has ended, and every other remembered device is
   * forgotten. Where `AuthConfig.tracksSessions` is false, the caller's own session ends too: sign in again with the new password. Passkeys and
   * authenticator apps stay: `authFactors` shows them. An access token that is already out keeps passing an offline check of its signature until it
   * expires. Wants the access token.
   * Errors: `INVALID_CREDENTIALS` (`previousPassword` is wrong), `PASSWORD_POLICY`, `PASSWORD_REUSED`, `INVALID_INPUT`,
   * `TOO_MANY_ATTEMPTS` (five in an hour), `REAUTHENTICATION_REQUIRED` (without `previousPassword`), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`,
   * `USER_NOT_CONFIRMED`, `UNAVAILABLE` (also where the new password counts, but others may still be signed in; the message
   * says so).
   */
  readonly changePassword: Scalars['Boolean']['output'];
  /**
   * Registers the passkey that the browser made from the options of `startWebAuthnRegistration`. True when it is good for signing in. Wants the
   * access token.
   * Errors: `INVALID_INPUT` (the credential is of another site, or of a kind that is not supported), `SESSION_EXPIRED`
   * (call `startWebAuthnRegistration` again), `NOT_ENABLED`, `FORBIDDEN` (the user has 20 already),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `REAUTHENTICATION_REQUIRED`.
   */
  readonly completeWebAuthnRegistration: Scalars['Boolean']['output'];
  /**
   * Gives the device of `Tokens.newDevice` a secret of its own, so that it can prove itself at the next sign-in (`DeviceSrpAuthChallenge`). The
   * client makes up the device's password and keeps it; only its SRP verifier travels. Wants the access token of that sign-in.
   * Errors: `INVALID_INPUT` (also for a device that is confirmed already), `NOT_FOUND` (no such device),
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly confirmDevice: ConfirmDeviceResult;
  /**
   * Sets a new password by the code of `forgotPassword`, or of a reset that an administrator ordered. It does not sign in. True when it is set, every
   * session of the user has ended, and every remembered device is forgotten. Passkeys and authenticator apps stay: `authFactors` shows them.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `PASSWORD_POLICY`, `PASSWORD_REUSED`, `TOO_MANY_ATTEMPTS`, `USER_NOT_CONFIRMED`,
   * `USER_DISABLED`, `INVALID_INPUT`, `TRIGGER_REFUSED`.
   */
  readonly confirmForgotPassword: Scalars['Boolean']['output'];
  /**
   * Confirms a new user by the code of the message. Codes live 24 hours; a newer code replaces an older one.
   * By an address of somebody who is confirmed already it is `CODE_MISMATCH`, as by one that nobody has.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `ALIAS_EXISTS`, `USER_DISABLED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`,
   * `TRIGGER_REFUSED`.
   */
  readonly confirmSignUp: ConfirmSignUpResult;
  /**
   * Deletes the signed-in user for good: the account, its passkeys, devices and sessions. True when done. Wants the access token.
   * Errors: `REAUTHENTICATION_REQUIRED`, `INVALID_INPUT`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`,
   * `USER_NOT_CONFIRMED`.
   */
  readonly deleteUser: Scalars['Boolean']['output'];
  /**
   * Removes attributes of the signed-in user. A required one cannot be removed. True when done. Wants the access token, and for an address or number a
   * recent sign-in.
   * Errors: `INVALID_INPUT`, `REAUTHENTICATION_REQUIRED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`,
   * `USER_NOT_CONFIRMED`.
   */
  readonly deleteUserAttributes: Scalars['Boolean']['output'];
  /**
   * Removes a passkey of the signed-in user, which then opens the account no more. True when done. Wants the access token.
   * Errors: `NOT_FOUND` (the user has no such passkey), `REAUTHENTICATION_REQUIRED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`,
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`.
   */
  readonly deleteWebAuthnCredential: Scalars['Boolean']['output'];
  /**
   * Removes a device: its session cannot be refreshed any more. True when done. Wants the access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly forgetDevice: Scalars['Boolean']['output'];
  /**
   * Sends a code for setting a new password. Codes live one hour. Asked by an address, the answer is the same whoever has it.
   * Errors: `NOT_ENABLED` (only an administrator resets passwords here), `INVALID_INPUT`, `USER_DISABLED`, `CODE_DELIVERY_FAILED`,
   * `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`.
   */
  readonly forgotPassword: Maybe<CodeDelivery>;
  /**
   * Ten new recovery codes for the signed-in user, in the place of all that they had. Each opens the account once, by `recoverAccess`. Show them now:
   * nobody can read them again. Wants the access token of a recent sign-in.
   * Errors: `NOT_ENABLED` (`authConfig.recoveryCodes` is false), `REAUTHENTICATION_REQUIRED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly generateRecoveryCodes: ReadonlyArray<Scalars['String']['output']>;
  /**
   * Sends a code to the address or number of the signed-in user, to be answered with `verifyUserAttribute`. Codes live 24 hours; a newer code replaces
   * an older one. Five in an hour. Wants the access token.
   * Errors: `INVALID_INPUT` (another attribute, or the user has none), `CODE_DELIVERY_FAILED`, `TOO_MANY_ATTEMPTS`,
   * `TRIGGER_REFUSED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly getUserAttributeVerificationCode: CodeDelivery;
  /**
   * Ends every session of the signed-in user, on all devices. True when done. Wants the access token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly globalSignOut: Scalars['Boolean']['output'];
  /**
   * Starts a sign-in. Answers `Tokens`, or the first challenge in the way. With `acrValues` (flow USER_AUTH) it goes on until one of these levels is
   * reached; a signed-in user who sends the access token need not prove again what that token has proven.
   * Errors: `INVALID_CREDENTIALS` (a wrong password and an unknown user alike), `USER_NOT_CONFIRMED`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `TEMPORARY_PASSWORD_EXPIRED`, `TOO_MANY_ATTEMPTS`, `NOT_ENABLED` (this flow is off),
   * `NOT_FOUND` (no such device), `SESSION_EXPIRED`, `INVALID_INPUT`, `CODE_DELIVERY_FAILED`, `TRIGGER_REFUSED`,
   * `ACCESS_TOKEN_REQUIRED` (`acrValues` with another token).
   */
  readonly login: AuthResult;
  /**
   * For users who have lost their second factor: with their password and one of their recovery codes, all second factors are switched off, every
   * session ends and remembered devices are forgotten. True when done; then sign in by `login`. Passkeys stay. Case, spaces and hyphens of the code
   * do not count. Whatever is wrong, the answer is the same, and an unknown user gets it as well.
   * Errors: `INVALID_CREDENTIALS`, `TOO_MANY_ATTEMPTS` (five in an hour), `NOT_ENABLED` (`authConfig.recoveryCodes` is false), `INVALID_INPUT`,
   * `UNAVAILABLE` (begun and not complete: try again with the same code).
   */
  readonly recoverAccess: Scalars['Boolean']['output'];
  /**
   * New access and ID tokens for a refresh token. `refreshToken` is null in the answer unless refresh-token rotation is on.
   * Errors: `TOKEN_INVALID`, `TOKEN_EXPIRED`, `TOKEN_REVOKED`, `USER_DISABLED`, `INVALID_INPUT`, `TRIGGER_REFUSED`.
   */
  readonly refreshTokens: Tokens;
  /**
   * Sends a new confirmation code to a user who has not confirmed yet. Asked by an address, the answer is the same whoever has it.
   * Errors: `INVALID_INPUT` (asked by the user name: already confirmed), `USER_DISABLED`, `CODE_DELIVERY_FAILED`,
   * `NOT_ENABLED`, `TOO_MANY_ATTEMPTS`, `TRIGGER_REFUSED`.
   */
  readonly resendConfirmationCode: Maybe<CodeDelivery>;
  /**
   * Answers the challenge that the last step gave: its `name`, `username` and `session`, and the one answer it wants (the table
   * in `RespondToChallengeInput`). Answers `Tokens`, or the next challenge.
   * Errors: `INVALID_INPUT` (an answer is missing or superfluous; `errorInfo.field` names it), `SESSION_EXPIRED` (start
   * again with `login`), `CODE_MISMATCH`, `CODE_EXPIRED`, `CODE_DELIVERY_FAILED`, `INVALID_CREDENTIALS`,
   * `PASSWORD_POLICY`, `PASSWORD_REUSED`, `PASSWORD_RESET_REQUIRED`, `TEMPORARY_PASSWORD_EXPIRED`, `USER_NOT_CONFIRMED`,
   * `USER_DISABLED`, `MFA_NOT_SET_UP`, `ALIAS_EXISTS`, `TOO_MANY_ATTEMPTS`, `NOT_ENABLED`, `NOT_FOUND`,
   * `TRIGGER_REFUSED`.
   */
  readonly respondToChallenge: AuthResult;
  /**
   * Ends the session that a refresh token belongs to: the refresh token and the access tokens made from it are dead for Cognito. True when done.
   * An access token that is already out keeps passing an offline check of its signature until it expires.
   * Errors: `TOKEN_INVALID`, `INVALID_INPUT`, `NOT_ENABLED`.
   */
  readonly revokeToken: Scalars['Boolean']['output'];
  /**
   * Ends another session of the signed-in user: its refresh token and access tokens are dead for Cognito. The caller's own is ended by `revokeToken`.
   * True when done. An access token that is already out keeps passing an offline check of its signature until it expires. Wants the access token.
   * Errors: `NOT_FOUND` (the user has no such session), `INVALID_INPUT` (also the caller's own session), `NOT_ENABLED`
   * (`AuthConfig.tracksSessions` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly revokeUserSession: Scalars['Boolean']['output'];
  /**
   * Switches second factors of the signed-in user on and off, and says which one is asked for first; a factor that is left out stays as it is.
   * True when done. Where the pool wants a second factor, the last one cannot be switched off. Wants the access token.
   * Errors: `INVALID_INPUT` (no factor at all, a preferred one that is off, two preferred ones), `MFA_NOT_SET_UP` (no
   * authenticator app, address or number to use), `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`,
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly setUserMfaPreference: Scalars['Boolean']['output'];
  /**
   * Creates a user, in one of three forms. With `password` the user is UNCONFIRMED until `confirmSignUp` answers the code that was sent.
   * With `temporaryPassword` the user signs in with it at once and meets `NewPasswordRequiredChallenge`; no message is sent. With neither,
   * Cognito mails (or texts) an invitation that holds a temporary password.
   * Errors: `USERNAME_EXISTS`, `ALIAS_EXISTS`, `PASSWORD_POLICY`, `INVALID_INPUT`, `NOT_ENABLED` (this form is off), `CODE_DELIVERY_FAILED`,
   * `TRIGGER_REFUSED`, `TOO_MANY_ATTEMPTS`.
   */
  readonly signUp: SignUpResult;
  /**
   * Begins to register a passkey for the signed-in user: PublicKeyCredentialCreationOptionsJSON (WebAuthn Level 3), to be handed to
   * `navigator.credentials.create` through `PublicKeyCredential.parseCreationOptionsFromJSON`. Good for one registration and for a few minutes.
   * Wants the access token.
   * Errors: `NOT_ENABLED` (the pool has no passkeys), `FORBIDDEN` (the user has 20 already), `ACCESS_TOKEN_REQUIRED`,
   * `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`,
   * `REAUTHENTICATION_REQUIRED`.
   */
  readonly startWebAuthnRegistration: Scalars['AWSJSON']['output'];
  /**
   * Says whether a device is remembered: it may then stand in for a second factor. True when done. Wants the access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly updateDeviceStatus: Scalars['Boolean']['output'];
  /**
   * Sets attributes of the signed-in user, those that the app client may write. A new `email` or `phone_number` counts once its code is answered with
   * `verifyUserAttribute`; until then the old one does. The answer tells where codes were sent. Wants the access token, and for an address or number a
   * recent sign-in.
   * Errors: `INVALID_INPUT` (`errorInfo.field` is `attributes`: unknown, immutable, not writable, or of a wrong form), `ALIAS_EXISTS`,
   * `REAUTHENTICATION_REQUIRED`, `CODE_DELIVERY_FAILED`, `CODE_MISMATCH`, `CODE_EXPIRED`, `TRIGGER_REFUSED`,
   * `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly updateUserAttributes: ReadonlyArray<CodeDelivery>;
  /**
   * Proves by a code that the authenticator app holds the secret of `associateSoftwareToken`. Amid a sign-in it takes the session of that answer
   * and gives the one that `respondToChallenge` wants for MFA_SETUP; a signed-in user sends the access token and no session, and then switches
   * the app on by `setUserMfaPreference`.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED` (this code was used already), `INVALID_INPUT` (neither access token nor
   * session, or both), `ACCESS_TOKEN_REQUIRED`, `SESSION_EXPIRED`, `MFA_NOT_SET_UP` (no secret was asked for),
   * `NOT_ENABLED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`,
   * `USER_NOT_CONFIRMED`, `TOO_MANY_ATTEMPTS`, `REAUTHENTICATION_REQUIRED` (not with a session).
   */
  readonly verifySoftwareToken: SoftwareTokenVerification;
  /**
   * Proves an address or number by its code: that of `updateUserAttributes`, or of `getUserAttributeVerificationCode`. True when it counts. Wants the
   * access token.
   * Errors: `CODE_MISMATCH`, `CODE_EXPIRED`, `ALIAS_EXISTS` (somebody else has proved it meanwhile), `INVALID_INPUT`,
   * `TOO_MANY_ATTEMPTS`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly verifyUserAttribute: Scalars['Boolean']['output'];
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


export type MutationDeleteUserAttributesArgs = {
  input: DeleteUserAttributesInput;
};


export type MutationDeleteWebAuthnCredentialArgs = {
  input: DeleteWebAuthnCredentialInput;
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


export type MutationUpdateDeviceStatusArgs = {
  input: UpdateDeviceStatusInput;
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

/** The keys of a device that Cognito has just met; confirm it to have it remembered. */
export type NewDevice = {
  readonly __typename?: 'NewDevice';
  readonly deviceGroupKey: Scalars['String']['output'];
  readonly deviceKey: Scalars['String']['output'];
};

/** The user must choose a password. Answer: `newPassword`, and `attributes` for each name in `requiredAttributes`. */
export type NewPasswordRequiredChallenge = Challenge & {
  readonly __typename?: 'NewPasswordRequiredChallenge';
  /** What the pool knows of the user. */
  readonly attributes: ReadonlyArray<Attribute>;
  readonly name: ChallengeName;
  /** Attributes that the pool requires and the user lacks. */
  readonly requiredAttributes: ReadonlyArray<Scalars['String']['output']>;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

export type Passkey = {
  readonly __typename?: 'Passkey';
  /** `platform` for one that is part of its device, `cross-platform` for one that is not, such as a security key. */
  readonly authenticatorAttachment: Maybe<Scalars['String']['output']>;
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly credentialId: Scalars['String']['output'];
  /** The name that Cognito made up for it, such as that of the device or the password manager. */
  readonly friendlyName: Scalars['String']['output'];
  /** The host that it is bound to. */
  readonly relyingPartyId: Scalars['String']['output'];
};

export type PasskeyPage = {
  readonly __typename?: 'PasskeyPage';
  readonly items: ReadonlyArray<Passkey>;
  /** For the next page; null on the last one. */
  readonly nextToken: Maybe<Scalars['String']['output']>;
};

/** The user must give their password. Answer: `password`. */
export type PasswordChallenge = Challenge & {
  readonly __typename?: 'PasswordChallenge';
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The proof of SRP. */
export type PasswordClaimInput = {
  /** The `secretBlock` of the challenge, unchanged. */
  readonly secretBlock: Scalars['String']['input'];
  /** Base64. */
  readonly signature: Scalars['String']['input'];
  /** UTC, as in `Wed Apr 5 22:42:34 UTC 2017`: English names, no leading zero in the day. */
  readonly timestamp: Scalars['String']['input'];
};

/**
 * The rules for a password that is set. Besides, in whatever way it is set: it does not begin or end with white space, and contains none but
 * plain spaces (`PASSWORD_POLICY`). Signing in takes a password as it is.
 */
export type PasswordPolicy = {
  readonly __typename?: 'PasswordPolicy';
  /** How many former passwords may not be used again; 0 is none. */
  readonly historySize: Scalars['Int']['output'];
  readonly minimumLength: Scalars['Int']['output'];
  readonly requireLowercase: Scalars['Boolean']['output'];
  readonly requireNumbers: Scalars['Boolean']['output'];
  readonly requireSymbols: Scalars['Boolean']['output'];
  readonly requireUppercase: Scalars['Boolean']['output'];
  /** Days until a temporary password expires. */
  readonly temporaryPasswordValidityDays: Scalars['Int']['output'];
};

/** The user must prove their password by SRP. Answer: `srpA`. */
export type PasswordSrpChallenge = Challenge & {
  readonly __typename?: 'PasswordSrpChallenge';
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The second half of SRP. Answer: `passwordClaim`, computed from these fields. */
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
  /** The user id that goes into the proof. */
  readonly userIdForSrp: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

export type Query = {
  readonly __typename?: 'Query';
  /**
   * What has happened to the account of the signed-in user, newest first: sign-ins, refused ones, and changes. A page holds `limit` entries, 1 to 60,
   * by default 60. An entry is kept for `authConfig.activityDays` days. Wants the access token.
   * Errors: `NOT_ENABLED` (`authConfig.activityDays` is null), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT` (a `limit` out of
   * range, a `nextToken` that no page gave).
   */
  readonly activity: ActivityPage;
  /** Everything a sign-in page must know to draw itself. Never changes between deployments, so it may be cached. */
  readonly authConfig: AuthConfig;
  /**
   * What the signed-in user can sign in with: to be shown after a password was changed, since passkeys and authenticator apps stay. Wants the access
   * token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly authFactors: AuthFactors;
  /**
   * One of them. Wants the access token.
   * Errors: `NOT_FOUND` (the user has no such device), `INVALID_INPUT`, `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly device: Maybe<Device>;
  /**
   * The devices of the signed-in user that Cognito remembers: `limit` (1 to 60, 60 by default) at a time, and the next ones by the `nextToken` of the
   * last answer. Empty where `AuthConfig.rememberDevices` is NEVER. Wants the access token.
   * Errors: `INVALID_INPUT` (`limit` or `nextToken`), `NOT_ENABLED`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly devices: DevicePage;
  /**
   * One question to a language model, one answer. `message` holds at most `authConfig.gptLimits.messageCharacters` characters. `key` is the
   * caller's own API key for the model's provider; without it the deployment's key is used, where there is one. `model` overrides the
   * deployment's model.
   * Without `key` a user may ask `authConfig.gptLimits.requestsPerDay` questions in a day (UTC). A question counts once it is sent to the
   * provider, whatever comes of it; one that is refused before does not.
   * Errors: `NOT_ENABLED` (`authConfig.gptEnabled` is false), `INVALID_INPUT`, `GPT_NOT_CONFIGURED` (no key anywhere), `GPT_FAILED` (the
   * provider refused or failed; `errorInfo.retryable` tells whether trying again can help), `TOO_MANY_REQUESTS` (the user's questions of the
   * day are used up, or, with `errorInfo.retryable` true, the provider has too many requests), `UNAVAILABLE` (no answer in time).
   */
  readonly gpt: GptReply;
  /**
   * The signed-in user, read from Cognito. Wants the access token; a revoked one is refused with `TOKEN_REVOKED`.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `INVALID_INPUT`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`.
   */
  readonly me: User;
  /**
   * Everything that is kept of the signed-in user, as one document for them to take away: attributes, factors, passkeys, devices, sessions, how many
   * recovery codes are left, and the newest activity. What a deployment does not have is null. Wants the access token.
   * Errors: `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`, `TOO_MANY_ATTEMPTS`.
   */
  readonly myData: Scalars['AWSJSON']['output'];
  /**
   * The passkeys of the signed-in user: `limit` (1 to 20, 20 by default) at a time, and the next ones by the `nextToken` of the last answer. A user
   * has 20 at most. Wants the access token.
   * Errors: `INVALID_INPUT` (`limit` or `nextToken`), `TOO_MANY_ATTEMPTS`, `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`.
   */
  readonly passkeys: PasskeyPage;
  /**
   * How many recovery codes the signed-in user has left. Wants the access token.
   * Errors: `NOT_ENABLED` (`authConfig.recoveryCodes` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`,
   * `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`, `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly recoveryCodes: RecoveryCodes;
  /**
   * The sessions of the signed-in user, at every app client of the pool; 125 at most. One that has just begun may take seconds to appear. Wants the
   * access token.
   * Errors: `NOT_ENABLED` (`AuthConfig.tracksSessions` is false), `ACCESS_TOKEN_REQUIRED`, `TOKEN_REVOKED`, `TOKEN_EXPIRED`, `TOKEN_INVALID`, `USER_DISABLED`,
   * `PASSWORD_RESET_REQUIRED`, `USER_NOT_CONFIRMED`, `INVALID_INPUT`.
   */
  readonly sessions: ReadonlyArray<Session>;
};


export type QueryActivityArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
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


export type QueryPasskeysArgs = {
  limit?: InputMaybe<Scalars['Int']['input']>;
  nextToken?: InputMaybe<Scalars['String']['input']>;
};

/** The sign-in that dangerous operations want: `REAUTHENTICATION_REQUIRED` otherwise. */
export type Reauthentication = {
  readonly __typename?: 'Reauthentication';
  /** The least level of that sign-in, the claim `acr` of the access token, such as `urn:cognito:loa:3`; null for any. */
  readonly acr: Maybe<Scalars['String']['output']>;
  /** Seconds since the user signed in, at most. A refresh does not count. */
  readonly maxAgeSeconds: Scalars['Int']['output'];
  /**
   * The operations. `updateUserAttributes` and `deleteUserAttributes` want it for `email` and `phone_number` alone, `changePassword` without
   * `previousPassword`, `associateSoftwareToken` and `verifySoftwareToken` without a session.
   */
  readonly operations: ReadonlyArray<Scalars['String']['output']>;
};

export type RecoverAccessInput = {
  readonly password: Scalars['String']['input'];
  /** One of the codes of `generateRecoveryCodes` that was not used yet. */
  readonly recoveryCode: Scalars['String']['input'];
  readonly username: Scalars['String']['input'];
};

/** The recovery codes of a user. The codes themselves are shown once, by `generateRecoveryCodes`. */
export type RecoveryCodes = {
  readonly __typename?: 'RecoveryCodes';
  /** When they were made; null for a user who has made none. */
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** How many are left; 0 for a user who has none. */
  readonly remaining: Scalars['Int']['output'];
};

export type RefreshTokensInput = {
  /** The key of the device that the session belongs to, where devices are tracked. */
  readonly deviceKey?: InputMaybe<Scalars['String']['input']>;
  readonly refreshToken: Scalars['String']['input'];
};

/** Whether devices are remembered. */
export const RememberDevices = {
  /** Every device that is confirmed. */
  Always: 'ALWAYS',
  Never: 'NEVER',
  /** When the user agrees: `updateDeviceStatus`. */
  OnRequest: 'ON_REQUEST'
} as const;

export type RememberDevices = typeof RememberDevices[keyof typeof RememberDevices];
export type ResendConfirmationCodeInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  readonly username: Scalars['String']['input'];
};

/**
 * An answer to a challenge. `name`, `username` and `session` come from the challenge; of the others give just what the challenge wants:
 * NEW_PASSWORD_REQUIRED `newPassword` and `attributes`; SMS_MFA, EMAIL_OTP, SMS_OTP, SOFTWARE_TOKEN_MFA `code`; SELECT_MFA_TYPE and
 * CUSTOM_CHALLENGE `answer`; SELECT_CHALLENGE `answer` with `password`, `srpA` or `credential`; MFA_SETUP nothing or `email`; PASSWORD `password`;
 * PASSWORD_SRP `srpA`; PASSWORD_VERIFIER `passwordClaim`; WEB_AUTHN `credential`; DEVICE_SRP_AUTH `deviceKey` and `srpA`;
 * DEVICE_PASSWORD_VERIFIER `deviceKey` and `passwordClaim`.
 */
export type RespondToChallengeInput = {
  readonly answer?: InputMaybe<Scalars['String']['input']>;
  readonly attributes?: InputMaybe<ReadonlyArray<AttributeInput>>;
  /** Handed to the Lambda triggers: a JSON object of strings. */
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
  /** `Session.sessionId`, not that of the caller's own session. */
  readonly sessionId: Scalars['String']['input'];
};

/** The user may choose how to sign in. Answer: `answer`, one of `availableChallenges`, with `password`, `srpA` or `credential` where the choice wants it. */
export type SelectChallenge = Challenge & {
  readonly __typename?: 'SelectChallenge';
  readonly availableChallenges: ReadonlyArray<ChallengeName>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** The user has several second factors and prefers none. Answer: `answer`, one of `mfaTypes`. */
export type SelectMfaTypeChallenge = Challenge & {
  readonly __typename?: 'SelectMfaTypeChallenge';
  readonly mfaTypes: ReadonlyArray<MfaType>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A sign-in that has not ended yet. */
export type Session = {
  readonly __typename?: 'Session';
  readonly createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** As Cognito read it off the last request, `unknown` included: it may be that of this API. */
  readonly device: Maybe<Scalars['String']['output']>;
  /** As Cognito saw it at the last request: it may be that of this API. */
  readonly ipAddress: Maybe<Scalars['String']['output']>;
  /** Whether it is the session of the access token that asks. */
  readonly isCurrent: Scalars['Boolean']['output'];
  /** When it was last refreshed. */
  readonly lastActiveAt: Maybe<Scalars['AWSDateTime']['output']>;
  readonly sessionId: Scalars['String']['output'];
};

/** Each factor that is given is set; at most one of them may be preferred. */
export type SetUserMfaPreferenceInput = {
  /** A code by e-mail. Wants an address. */
  readonly email?: InputMaybe<MfaPreferenceInput>;
  /** A code by SMS. Wants a phone number. */
  readonly sms?: InputMaybe<MfaPreferenceInput>;
  /** A code of an authenticator app. Wants one that `verifySoftwareToken` has proved. */
  readonly softwareToken?: InputMaybe<MfaPreferenceInput>;
  /** A passkey that checks its user, in the place of a second factor. Wants another second factor beside it. */
  readonly webAuthn?: InputMaybe<WebAuthnMfaPreferenceInput>;
};

/** What a user may sign in by. */
export const SignInName = {
  Email: 'EMAIL',
  PhoneNumber: 'PHONE_NUMBER',
  Username: 'USERNAME'
} as const;

export type SignInName = typeof SignInName[keyof typeof SignInName];
export type SignUpInput = {
  /** Further attributes that the app client may write; never `email`, `phone_number` or a verified flag. */
  readonly attributes?: InputMaybe<ReadonlyArray<AttributeInput>>;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
  /** The address; not another one than `username` where that is an address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** The user's own password. Not together with `temporaryPassword`. */
  readonly password?: InputMaybe<Scalars['String']['input']>;
  /** E.164, such as `+15555550100`. */
  readonly phoneNumber?: InputMaybe<Scalars['String']['input']>;
  /** A password for the first sign-in only. Not together with `password`. */
  readonly temporaryPassword?: InputMaybe<Scalars['String']['input']>;
  /**
   * 1 to 128 characters without white space. Where USERNAME is among `AuthConfig.signInNames`: not shaped like an e-mail address or phone number
   * that is a sign-in name of its own. Where it is not: the address or number itself, which then need not come again as `email` or `phoneNumber`.
   */
  readonly username: Scalars['String']['input'];
};

/** The forms of `signUp`. */
export const SignUpMode = {
  /** With neither: Cognito sends a temporary password. */
  Invitation: 'INVITATION',
  /** With `password`. */
  Password: 'PASSWORD',
  /** With `temporaryPassword`. */
  TemporaryPassword: 'TEMPORARY_PASSWORD'
} as const;

export type SignUpMode = typeof SignUpMode[keyof typeof SignUpMode];
/** The user that `signUp` made. */
export type SignUpResult = {
  readonly __typename?: 'SignUpResult';
  /** Where the code went; null when none was sent. */
  readonly codeDelivery: Maybe<CodeDelivery>;
  /** Lets `confirmSignUp` and the first `login` follow without a password, where choice-based sign-in is on. */
  readonly session: Maybe<Scalars['String']['output']>;
  readonly userStatus: UserStatus;
  /** The user's permanent id: the `sub` claim of their tokens. */
  readonly userSub: Scalars['String']['output'];
  readonly username: Scalars['String']['output'];
};

/** A code was sent by SMS as second factor. Answer: `code`. */
export type SmsMfaChallenge = Challenge & {
  readonly __typename?: 'SmsMfaChallenge';
  /** The masked number, such as `+*******1234`. */
  readonly destination: Maybe<Scalars['String']['output']>;
  readonly name: ChallengeName;
  readonly session: Maybe<Scalars['String']['output']>;
  readonly username: Scalars['String']['output'];
};

/** A code was sent by SMS as first factor. Answer: `code`. */
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
  /** The same for a QR code: `otpauth://totp/<issuer>:<account>?secret=…&issuer=…`. */
  readonly otpauthUri: Scalars['String']['output'];
  /** Base32, for an app that is typed into. Show it once and keep it nowhere. */
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

/** What became of an authenticator app, in Cognito's word. A refusal is an error and never a status. */
export const SoftwareTokenStatus = {
  Success: 'SUCCESS'
} as const;

export type SoftwareTokenStatus = typeof SoftwareTokenStatus[keyof typeof SoftwareTokenStatus];
/** The authenticator app is proved. */
export type SoftwareTokenVerification = {
  readonly __typename?: 'SoftwareTokenVerification';
  /** For `respondToChallenge` with MFA_SETUP; null for a signed-in user. */
  readonly session: Maybe<Scalars['String']['output']>;
  readonly status: SoftwareTokenStatus;
};

/** A signed-in session. Send `accessToken` raw in the `authorization` header. */
export type Tokens = {
  readonly __typename?: 'Tokens';
  /** JWT for this API and for Cognito's own operations. */
  readonly accessToken: Scalars['String']['output'];
  /** Seconds until the access token expires; one day at most. */
  readonly expiresIn: Scalars['Int']['output'];
  /** JWT that says who the user is: their attributes are its claims. */
  readonly idToken: Scalars['String']['output'];
  /** Set when the pool tracks devices and this device is new to it. */
  readonly newDevice: Maybe<NewDevice>;
  /** Opaque. Null where a refresh does not hand out a new one. */
  readonly refreshToken: Maybe<Scalars['String']['output']>;
  /** `Bearer`. */
  readonly tokenType: Scalars['String']['output'];
};

export type UpdateDeviceStatusInput = {
  readonly deviceKey: Scalars['String']['input'];
  readonly remembered: Scalars['Boolean']['input'];
};

export type UpdateUserAttributesInput = {
  /** At least one. Attributes that are left out stay as they are. */
  readonly attributes: ReadonlyArray<AttributeInput>;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  readonly clientMetadata?: InputMaybe<Scalars['AWSJSON']['input']>;
};

/** The signed-in user. */
export type User = {
  readonly __typename?: 'User';
  /** All attributes that the app client may read. */
  readonly attributes: ReadonlyArray<Attribute>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly emailVerified: Scalars['Boolean']['output'];
  /** Groups by precedence, from the token. */
  readonly groups: ReadonlyArray<Scalars['String']['output']>;
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

/** The state of a user, in Cognito's words (UserStatusType). */
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
/** How new users prove their address. */
export const VerificationMethod = {
  /** By a code, which `confirmSignUp` takes. */
  Code: 'CODE',
  /** By a link, which Cognito itself answers; `confirmSignUp` is not called. */
  Link: 'LINK'
} as const;

export type VerificationMethod = typeof VerificationMethod[keyof typeof VerificationMethod];
export type VerifySoftwareTokenInput = {
  /** The six digits that the app shows. */
  readonly code: Scalars['String']['input'];
  /** A name for the app or its device, which `SoftwareTokenMfaChallenge` shows again. */
  readonly friendlyDeviceName?: InputMaybe<Scalars['String']['input']>;
  /** The session of `associateSoftwareToken`; none for a signed-in user. */
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

/** A passkey is chosen at sign-in, so there is nothing to prefer. */
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
  AssociateSoftwareTokenInput: AssociateSoftwareTokenInput;
  Attribute: ResolverTypeWrapper<Attribute>;
  AttributeInput: AttributeInput;
  AuthConfig: ResolverTypeWrapper<AuthConfig>;
  AuthErrorCode: AuthErrorCode;
  AuthFactors: ResolverTypeWrapper<AuthFactors>;
  AuthFlow: AuthFlow;
  AuthResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AuthResult']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
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
  CustomChallenge: ResolverTypeWrapper<CustomChallenge>;
  DeleteUserAttributesInput: DeleteUserAttributesInput;
  DeleteWebAuthnCredentialInput: DeleteWebAuthnCredentialInput;
  DeliveryMedium: DeliveryMedium;
  Device: ResolverTypeWrapper<Device>;
  DevicePage: ResolverTypeWrapper<DevicePage>;
  DevicePasswordVerifierChallenge: ResolverTypeWrapper<DevicePasswordVerifierChallenge>;
  DeviceSrpAuthChallenge: ResolverTypeWrapper<DeviceSrpAuthChallenge>;
  EmailOtpChallenge: ResolverTypeWrapper<EmailOtpChallenge>;
  ForgetDeviceInput: ForgetDeviceInput;
  ForgotPasswordInput: ForgotPasswordInput;
  GetUserAttributeVerificationCodeInput: GetUserAttributeVerificationCodeInput;
  GptLimits: ResolverTypeWrapper<GptLimits>;
  GptReply: ResolverTypeWrapper<GptReply>;
  GptUsage: ResolverTypeWrapper<GptUsage>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
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
  UpdateDeviceStatusInput: UpdateDeviceStatusInput;
  UpdateUserAttributesInput: UpdateUserAttributesInput;
  User: ResolverTypeWrapper<User>;
  UserMfa: ResolverTypeWrapper<UserMfa>;
  UserStatus: UserStatus;
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
  AssociateSoftwareTokenInput: AssociateSoftwareTokenInput;
  Attribute: Attribute;
  AttributeInput: AttributeInput;
  AuthConfig: AuthConfig;
  AuthFactors: AuthFactors;
  AuthResult: ResolversUnionTypes<ResolversParentTypes>['AuthResult'];
  Boolean: Scalars['Boolean']['output'];
  Challenge: ResolversInterfaceTypes<ResolversParentTypes>['Challenge'];
  ChangePasswordInput: ChangePasswordInput;
  CodeDelivery: CodeDelivery;
  CompleteWebAuthnRegistrationInput: CompleteWebAuthnRegistrationInput;
  ConfirmDeviceInput: ConfirmDeviceInput;
  ConfirmDeviceResult: ConfirmDeviceResult;
  ConfirmForgotPasswordInput: ConfirmForgotPasswordInput;
  ConfirmSignUpInput: ConfirmSignUpInput;
  ConfirmSignUpResult: ConfirmSignUpResult;
  CustomChallenge: CustomChallenge;
  DeleteUserAttributesInput: DeleteUserAttributesInput;
  DeleteWebAuthnCredentialInput: DeleteWebAuthnCredentialInput;
  Device: Device;
  DevicePage: DevicePage;
  DevicePasswordVerifierChallenge: DevicePasswordVerifierChallenge;
  DeviceSrpAuthChallenge: DeviceSrpAuthChallenge;
  EmailOtpChallenge: EmailOtpChallenge;
  ForgetDeviceInput: ForgetDeviceInput;
  ForgotPasswordInput: ForgotPasswordInput;
  GetUserAttributeVerificationCodeInput: GetUserAttributeVerificationCodeInput;
  GptLimits: GptLimits;
  GptReply: GptReply;
  GptUsage: GptUsage;
  Int: Scalars['Int']['output'];
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
  UpdateDeviceStatusInput: UpdateDeviceStatusInput;
  UpdateUserAttributesInput: UpdateUserAttributesInput;
  User: User;
  UserMfa: UserMfa;
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
  detail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ipAddress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ActivityKind'], ParentType, ContextType>;
};

export type ActivityPageResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['ActivityPage'] = ResolversParentTypes['ActivityPage']> = {
  items?: Resolver<ReadonlyArray<ResolversTypes['Activity']>, ParentType, ContextType>;
  nextToken?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AuthConfigResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['AuthConfig'] = ResolversParentTypes['AuthConfig']> = {
  activityDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  challengeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  challenges?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  emailDomains?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  errors?: Resolver<ReadonlyArray<ResolversTypes['AuthErrorCode']>, ParentType, ContextType>;
  firstFactors?: Resolver<ReadonlyArray<ResolversTypes['ChallengeName']>, ParentType, ContextType>;
  flows?: Resolver<ReadonlyArray<ResolversTypes['AuthFlow']>, ParentType, ContextType>;
  gptEnabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  gptLimits?: Resolver<Maybe<ResolversTypes['GptLimits']>, ParentType, ContextType>;
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

export type MfaSetupChallengeResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['MfaSetupChallenge'] = ResolversParentTypes['MfaSetupChallenge']> = {
  mfaTypes?: Resolver<ReadonlyArray<ResolversTypes['MfaType']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['ChallengeName'], ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = unknown, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  associateSoftwareToken?: Resolver<ResolversTypes['SoftwareToken'], ParentType, ContextType, Partial<MutationAssociateSoftwareTokenArgs>>;
  changePassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationChangePasswordArgs, 'input'>>;
  completeWebAuthnRegistration?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationCompleteWebAuthnRegistrationArgs, 'input'>>;
  confirmDevice?: Resolver<ResolversTypes['ConfirmDeviceResult'], ParentType, ContextType, RequireFields<MutationConfirmDeviceArgs, 'input'>>;
  confirmForgotPassword?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationConfirmForgotPasswordArgs, 'input'>>;
  confirmSignUp?: Resolver<ResolversTypes['ConfirmSignUpResult'], ParentType, ContextType, RequireFields<MutationConfirmSignUpArgs, 'input'>>;
  deleteUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  deleteUserAttributes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteUserAttributesArgs, 'input'>>;
  deleteWebAuthnCredential?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationDeleteWebAuthnCredentialArgs, 'input'>>;
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
  updateDeviceStatus?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, RequireFields<MutationUpdateDeviceStatusArgs, 'input'>>;
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
  authConfig?: Resolver<ResolversTypes['AuthConfig'], ParentType, ContextType>;
  authFactors?: Resolver<ResolversTypes['AuthFactors'], ParentType, ContextType>;
  device?: Resolver<Maybe<ResolversTypes['Device']>, ParentType, ContextType, RequireFields<QueryDeviceArgs, 'key'>>;
  devices?: Resolver<ResolversTypes['DevicePage'], ParentType, ContextType, Partial<QueryDevicesArgs>>;
  gpt?: Resolver<ResolversTypes['GptReply'], ParentType, ContextType, RequireFields<QueryGptArgs, 'message'>>;
  me?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
  myData?: Resolver<ResolversTypes['AWSJSON'], ParentType, ContextType>;
  passkeys?: Resolver<ResolversTypes['PasskeyPage'], ParentType, ContextType, Partial<QueryPasskeysArgs>>;
  recoveryCodes?: Resolver<ResolversTypes['RecoveryCodes'], ParentType, ContextType>;
  sessions?: Resolver<ReadonlyArray<ResolversTypes['Session']>, ParentType, ContextType>;
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
  Attribute?: AttributeResolvers<ContextType>;
  AuthConfig?: AuthConfigResolvers<ContextType>;
  AuthFactors?: AuthFactorsResolvers<ContextType>;
  AuthResult?: AuthResultResolvers<ContextType>;
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
  GptLimits?: GptLimitsResolvers<ContextType>;
  GptReply?: GptReplyResolvers<ContextType>;
  GptUsage?: GptUsageResolvers<ContextType>;
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
