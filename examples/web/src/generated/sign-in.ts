// Generated from operations/sign-in.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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
export type AuthFlow =
  /** The deployment's own Lambda triggers ask the questions. */
  | 'CUSTOM_AUTH'
  /** The user chooses among the first factors that they have. */
  | 'USER_AUTH'
  /** The client sends the password to Cognito. */
  | 'USER_PASSWORD_AUTH'
  /** The password stays on the client, which proves that it knows it (SRP-6a). */
  | 'USER_SRP_AUTH';

/** The provider of a captcha. */
export type CaptchaKind =
  | 'HCAPTCHA'
  /** Another provider that verifies in the same way. */
  | 'OTHER'
  /** Google reCAPTCHA v2. */
  | 'RECAPTCHA'
  /** Cloudflare Turnstile. */
  | 'TURNSTILE';

/** Cognito's challenges, with Cognito's names (ChallengeNameType). */
export type ChallengeName =
  | 'CUSTOM_CHALLENGE'
  | 'DEVICE_PASSWORD_VERIFIER'
  | 'DEVICE_SRP_AUTH'
  | 'EMAIL_OTP'
  | 'MFA_SETUP'
  | 'NEW_PASSWORD_REQUIRED'
  | 'PASSWORD'
  | 'PASSWORD_SRP'
  | 'PASSWORD_VERIFIER'
  | 'SELECT_CHALLENGE'
  | 'SELECT_MFA_TYPE'
  | 'SMS_MFA'
  | 'SMS_OTP'
  | 'SOFTWARE_TOKEN_MFA'
  | 'WEB_AUTHN';

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

/** How a code is sent. */
export type DeliveryMedium =
  | 'EMAIL'
  | 'SMS';

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
export type MfaMode =
  | 'OFF'
  | 'ON'
  | 'OPTIONAL';

/** Second factors, with Cognito's names. */
export type MfaType =
  | 'EMAIL_OTP'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA';

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
export type ProviderKind =
  /** Login with Amazon. */
  | 'AMAZON'
  | 'APPLE'
  | 'FACEBOOK'
  | 'GOOGLE'
  /** Another provider of OpenID Connect. */
  | 'OIDC'
  /** A provider of SAML 2.0, such as the directory of a company. */
  | 'SAML';

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
export type RememberDevices =
  /** Every confirmed device is remembered. */
  | 'ALWAYS'
  | 'NEVER'
  /** If the user agrees: `updateDeviceStatus`. */
  | 'ON_REQUEST';

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

/** What a user may sign in with. */
export type SignInName =
  | 'EMAIL'
  | 'PHONE_NUMBER'
  | 'USERNAME';

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
export type SignUpMode =
  /** With neither. Cognito sends a temporary password. */
  | 'INVITATION'
  /** With `password`. */
  | 'PASSWORD'
  /** With `temporaryPassword`. */
  | 'TEMPORARY_PASSWORD';

/** The state of a user, with Cognito's names (UserStatusType). */
export type UserStatus =
  | 'ARCHIVED'
  | 'COMPROMISED'
  | 'CONFIRMED'
  | 'EXTERNAL_PROVIDER'
  | 'FORCE_CHANGE_PASSWORD'
  | 'RESET_REQUIRED'
  | 'UNCONFIRMED'
  | 'UNKNOWN';

/** How new users verify their address. */
export type VerificationMethod =
  /** With a code that is passed to `confirmSignUp`. */
  | 'CODE'
  /** With a link to Cognito itself. `confirmSignUp` is not needed. */
  | 'LINK';

export type VerifySoftwareTokenInput = {
  /** The six digits that the app shows. */
  code: string;
  /** A name for the app or its device, which `SoftwareTokenMfaChallenge` returns. */
  friendlyDeviceName?: string | null | undefined;
  /** The session of `associateSoftwareToken`. A signed-in user sends none. */
  session?: string | null | undefined;
};

export type AuthConfigQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthConfigQuery = { __typename: 'Query', authConfig: { __typename: 'AuthConfig', signUpModes: Array<SignUpMode>, signInNames: Array<SignInName>, flows: Array<AuthFlow>, mfaMode: MfaMode, mfaTypes: Array<MfaType>, firstFactors: Array<ChallengeName>, requiredAttributes: Array<string>, verifyBy: VerificationMethod, recovery: Array<DeliveryMedium>, emailDomains: Array<string>, rememberDevices: RememberDevices, tracksSessions: boolean, hidesAddresses: boolean, recoveryCodes: boolean, activityDays: number | null, adminGroup: string | null, gptEnabled: boolean, passwordPolicy: { __typename: 'PasswordPolicy', minimumLength: number, requireUppercase: boolean, requireLowercase: boolean, requireNumbers: boolean, requireSymbols: boolean }, captcha: { __typename: 'Captcha', kind: CaptchaKind, siteKey: string } | null, gptLimits: { __typename: 'GptLimits', requestsPerDay: number | null, messageCharacters: number } | null, federation: { __typename: 'Federation', domain: string, clientId: string, scopes: Array<string>, ownUsers: boolean, callbackUrls: Array<string>, providers: Array<{ __typename: 'FederationProvider', name: string, kind: ProviderKind, label: string }> } | null } };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { __typename: 'Mutation', signUp: { __typename: 'SignUpResult', username: string, userStatus: UserStatus, session: string | null, codeDelivery: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string } | null } };

export type ConfirmSignUpMutationVariables = Exact<{
  input: ConfirmSignUpInput;
}>;


export type ConfirmSignUpMutation = { __typename: 'Mutation', confirmSignUp: { __typename: 'ConfirmSignUpResult', session: string | null } };

export type ResendConfirmationCodeMutationVariables = Exact<{
  input: ResendConfirmationCodeInput;
}>;


export type ResendConfirmationCodeMutation = { __typename: 'Mutation', resendConfirmationCode: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string } | null };

export type LoginMutationVariables = Exact<{
  input: LoginInput;
}>;


export type LoginMutation = { __typename: 'Mutation', login:
    | { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string }
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null }
    | { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string> }
    | { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string }
    | { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> }
    | { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null }
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null }
    | { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string }
   };

export type RespondToChallengeMutationVariables = Exact<{
  input: RespondToChallengeInput;
}>;


export type RespondToChallengeMutation = { __typename: 'Mutation', respondToChallenge:
    | { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string }
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null }
    | { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string> }
    | { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string }
    | { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> }
    | { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> }
    | { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null }
    | { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null }
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null }
    | { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string }
   };

export type AssociateSoftwareTokenMutationVariables = Exact<{
  input: AssociateSoftwareTokenInput;
}>;


export type AssociateSoftwareTokenMutation = { __typename: 'Mutation', associateSoftwareToken: { __typename: 'SoftwareToken', secretCode: string, otpauthUri: string, session: string | null } };

export type VerifySoftwareTokenMutationVariables = Exact<{
  input: VerifySoftwareTokenInput;
}>;


export type VerifySoftwareTokenMutation = { __typename: 'Mutation', verifySoftwareToken: { __typename: 'SoftwareTokenVerification', session: string | null } };

export type ForgotPasswordMutationVariables = Exact<{
  input: ForgotPasswordInput;
}>;


export type ForgotPasswordMutation = { __typename: 'Mutation', forgotPassword: { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string } | null };

export type ConfirmForgotPasswordMutationVariables = Exact<{
  input: ConfirmForgotPasswordInput;
}>;


export type ConfirmForgotPasswordMutation = { __typename: 'Mutation', confirmForgotPassword: boolean };

export type RecoverAccessMutationVariables = Exact<{
  input: RecoverAccessInput;
}>;


export type RecoverAccessMutation = { __typename: 'Mutation', recoverAccess: boolean };

export type RefreshTokensMutationVariables = Exact<{
  input: RefreshTokensInput;
}>;


export type RefreshTokensMutation = { __typename: 'Mutation', refreshTokens: { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number } };

export type ConfirmDeviceMutationVariables = Exact<{
  input: ConfirmDeviceInput;
}>;


export type ConfirmDeviceMutation = { __typename: 'Mutation', confirmDevice: { __typename: 'ConfirmDeviceResult', userConfirmationNecessary: boolean } };

export type RevokeTokenMutationVariables = Exact<{
  input: RevokeTokenInput;
}>;


export type RevokeTokenMutation = { __typename: 'Mutation', revokeToken: boolean };

export type DeliveryFragment = { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string };

type AuthStep_CustomChallenge_Fragment = { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string };

type AuthStep_DevicePasswordVerifierChallenge_Fragment = { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string };

type AuthStep_DeviceSrpAuthChallenge_Fragment = { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null, deviceKey: string | null };

type AuthStep_EmailOtpChallenge_Fragment = { __typename: 'EmailOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

type AuthStep_MfaSetupChallenge_Fragment = { __typename: 'MfaSetupChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> };

type AuthStep_NewPasswordRequiredChallenge_Fragment = { __typename: 'NewPasswordRequiredChallenge', name: ChallengeName, username: string, session: string | null, requiredAttributes: Array<string> };

type AuthStep_PasswordChallenge_Fragment = { __typename: 'PasswordChallenge', name: ChallengeName, username: string, session: string | null };

type AuthStep_PasswordSrpChallenge_Fragment = { __typename: 'PasswordSrpChallenge', name: ChallengeName, username: string, session: string | null };

type AuthStep_PasswordVerifierChallenge_Fragment = { __typename: 'PasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null, salt: string, srpB: string, secretBlock: string, userIdForSrp: string };

type AuthStep_SelectChallenge_Fragment = { __typename: 'SelectChallenge', name: ChallengeName, username: string, session: string | null, availableChallenges: Array<ChallengeName> };

type AuthStep_SelectMfaTypeChallenge_Fragment = { __typename: 'SelectMfaTypeChallenge', name: ChallengeName, username: string, session: string | null, mfaTypes: Array<MfaType> };

type AuthStep_SmsMfaChallenge_Fragment = { __typename: 'SmsMfaChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

type AuthStep_SmsOtpChallenge_Fragment = { __typename: 'SmsOtpChallenge', name: ChallengeName, username: string, session: string | null, destination: string | null };

type AuthStep_SoftwareTokenMfaChallenge_Fragment = { __typename: 'SoftwareTokenMfaChallenge', name: ChallengeName, username: string, session: string | null, friendlyDeviceName: string | null };

type AuthStep_Tokens_Fragment = { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number, newDevice: { __typename: 'NewDevice', deviceKey: string, deviceGroupKey: string } | null };

type AuthStep_WebAuthnChallenge_Fragment = { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string };

export type AuthStepFragment =
  | AuthStep_CustomChallenge_Fragment
  | AuthStep_DevicePasswordVerifierChallenge_Fragment
  | AuthStep_DeviceSrpAuthChallenge_Fragment
  | AuthStep_EmailOtpChallenge_Fragment
  | AuthStep_MfaSetupChallenge_Fragment
  | AuthStep_NewPasswordRequiredChallenge_Fragment
  | AuthStep_PasswordChallenge_Fragment
  | AuthStep_PasswordSrpChallenge_Fragment
  | AuthStep_PasswordVerifierChallenge_Fragment
  | AuthStep_SelectChallenge_Fragment
  | AuthStep_SelectMfaTypeChallenge_Fragment
  | AuthStep_SmsMfaChallenge_Fragment
  | AuthStep_SmsOtpChallenge_Fragment
  | AuthStep_SoftwareTokenMfaChallenge_Fragment
  | AuthStep_Tokens_Fragment
  | AuthStep_WebAuthnChallenge_Fragment
;

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const DeliveryFragmentDoc = new TypedDocumentString(`
    fragment Delivery on CodeDelivery {
  medium
  destination
}
    `, {"fragmentName":"Delivery"}) as unknown as TypedDocumentString<DeliveryFragment, unknown>;
export const AuthStepFragmentDoc = new TypedDocumentString(`
    fragment AuthStep on AuthResult {
  __typename
  ... on Tokens {
    accessToken
    idToken
    refreshToken
    expiresIn
    newDevice {
      deviceKey
      deviceGroupKey
    }
  }
  ... on NewPasswordRequiredChallenge {
    name
    username
    session
    requiredAttributes
  }
  ... on SmsMfaChallenge {
    name
    username
    session
    destination
  }
  ... on EmailOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SmsOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SoftwareTokenMfaChallenge {
    name
    username
    session
    friendlyDeviceName
  }
  ... on SelectMfaTypeChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on MfaSetupChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on SelectChallenge {
    name
    username
    session
    availableChallenges
  }
  ... on PasswordChallenge {
    name
    username
    session
  }
  ... on PasswordSrpChallenge {
    name
    username
    session
  }
  ... on PasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
    userIdForSrp
  }
  ... on WebAuthnChallenge {
    name
    username
    session
    credentialRequestOptions
  }
  ... on CustomChallenge {
    name
    username
    session
    parameters
  }
  ... on DeviceSrpAuthChallenge {
    name
    username
    session
    deviceKey
  }
  ... on DevicePasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
  }
}
    `, {"fragmentName":"AuthStep"}) as unknown as TypedDocumentString<AuthStepFragment, unknown>;
export const AuthConfigDocument = new TypedDocumentString(`
    query AuthConfig {
  authConfig {
    signUpModes
    signInNames
    flows
    passwordPolicy {
      minimumLength
      requireUppercase
      requireLowercase
      requireNumbers
      requireSymbols
    }
    mfaMode
    mfaTypes
    firstFactors
    requiredAttributes
    verifyBy
    recovery
    emailDomains
    rememberDevices
    tracksSessions
    hidesAddresses
    recoveryCodes
    activityDays
    adminGroup
    captcha {
      kind
      siteKey
    }
    gptEnabled
    gptLimits {
      requestsPerDay
      messageCharacters
    }
    federation {
      domain
      clientId
      scopes
      ownUsers
      callbackUrls
      providers {
        name
        kind
        label
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuthConfigQuery, AuthConfigQueryVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    username
    userStatus
    session
    codeDelivery {
      ...Delivery
    }
  }
}
    fragment Delivery on CodeDelivery {
  medium
  destination
}`) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const ConfirmSignUpDocument = new TypedDocumentString(`
    mutation ConfirmSignUp($input: ConfirmSignUpInput!) {
  confirmSignUp(input: $input) {
    session
  }
}
    `) as unknown as TypedDocumentString<ConfirmSignUpMutation, ConfirmSignUpMutationVariables>;
export const ResendConfirmationCodeDocument = new TypedDocumentString(`
    mutation ResendConfirmationCode($input: ResendConfirmationCodeInput!) {
  resendConfirmationCode(input: $input) {
    ...Delivery
  }
}
    fragment Delivery on CodeDelivery {
  medium
  destination
}`) as unknown as TypedDocumentString<ResendConfirmationCodeMutation, ResendConfirmationCodeMutationVariables>;
export const LoginDocument = new TypedDocumentString(`
    mutation Login($input: LoginInput!) {
  login(input: $input) {
    ...AuthStep
  }
}
    fragment AuthStep on AuthResult {
  __typename
  ... on Tokens {
    accessToken
    idToken
    refreshToken
    expiresIn
    newDevice {
      deviceKey
      deviceGroupKey
    }
  }
  ... on NewPasswordRequiredChallenge {
    name
    username
    session
    requiredAttributes
  }
  ... on SmsMfaChallenge {
    name
    username
    session
    destination
  }
  ... on EmailOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SmsOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SoftwareTokenMfaChallenge {
    name
    username
    session
    friendlyDeviceName
  }
  ... on SelectMfaTypeChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on MfaSetupChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on SelectChallenge {
    name
    username
    session
    availableChallenges
  }
  ... on PasswordChallenge {
    name
    username
    session
  }
  ... on PasswordSrpChallenge {
    name
    username
    session
  }
  ... on PasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
    userIdForSrp
  }
  ... on WebAuthnChallenge {
    name
    username
    session
    credentialRequestOptions
  }
  ... on CustomChallenge {
    name
    username
    session
    parameters
  }
  ... on DeviceSrpAuthChallenge {
    name
    username
    session
    deviceKey
  }
  ... on DevicePasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
  }
}`) as unknown as TypedDocumentString<LoginMutation, LoginMutationVariables>;
export const RespondToChallengeDocument = new TypedDocumentString(`
    mutation RespondToChallenge($input: RespondToChallengeInput!) {
  respondToChallenge(input: $input) {
    ...AuthStep
  }
}
    fragment AuthStep on AuthResult {
  __typename
  ... on Tokens {
    accessToken
    idToken
    refreshToken
    expiresIn
    newDevice {
      deviceKey
      deviceGroupKey
    }
  }
  ... on NewPasswordRequiredChallenge {
    name
    username
    session
    requiredAttributes
  }
  ... on SmsMfaChallenge {
    name
    username
    session
    destination
  }
  ... on EmailOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SmsOtpChallenge {
    name
    username
    session
    destination
  }
  ... on SoftwareTokenMfaChallenge {
    name
    username
    session
    friendlyDeviceName
  }
  ... on SelectMfaTypeChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on MfaSetupChallenge {
    name
    username
    session
    mfaTypes
  }
  ... on SelectChallenge {
    name
    username
    session
    availableChallenges
  }
  ... on PasswordChallenge {
    name
    username
    session
  }
  ... on PasswordSrpChallenge {
    name
    username
    session
  }
  ... on PasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
    userIdForSrp
  }
  ... on WebAuthnChallenge {
    name
    username
    session
    credentialRequestOptions
  }
  ... on CustomChallenge {
    name
    username
    session
    parameters
  }
  ... on DeviceSrpAuthChallenge {
    name
    username
    session
    deviceKey
  }
  ... on DevicePasswordVerifierChallenge {
    name
    username
    session
    salt
    srpB
    secretBlock
  }
}`) as unknown as TypedDocumentString<RespondToChallengeMutation, RespondToChallengeMutationVariables>;
export const AssociateSoftwareTokenDocument = new TypedDocumentString(`
    mutation AssociateSoftwareToken($input: AssociateSoftwareTokenInput!) {
  associateSoftwareToken(input: $input) {
    secretCode
    otpauthUri
    session
  }
}
    `) as unknown as TypedDocumentString<AssociateSoftwareTokenMutation, AssociateSoftwareTokenMutationVariables>;
export const VerifySoftwareTokenDocument = new TypedDocumentString(`
    mutation VerifySoftwareToken($input: VerifySoftwareTokenInput!) {
  verifySoftwareToken(input: $input) {
    session
  }
}
    `) as unknown as TypedDocumentString<VerifySoftwareTokenMutation, VerifySoftwareTokenMutationVariables>;
export const ForgotPasswordDocument = new TypedDocumentString(`
    mutation ForgotPassword($input: ForgotPasswordInput!) {
  forgotPassword(input: $input) {
    ...Delivery
  }
}
    fragment Delivery on CodeDelivery {
  medium
  destination
}`) as unknown as TypedDocumentString<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const ConfirmForgotPasswordDocument = new TypedDocumentString(`
    mutation ConfirmForgotPassword($input: ConfirmForgotPasswordInput!) {
  confirmForgotPassword(input: $input)
}
    `) as unknown as TypedDocumentString<ConfirmForgotPasswordMutation, ConfirmForgotPasswordMutationVariables>;
export const RecoverAccessDocument = new TypedDocumentString(`
    mutation RecoverAccess($input: RecoverAccessInput!) {
  recoverAccess(input: $input)
}
    `) as unknown as TypedDocumentString<RecoverAccessMutation, RecoverAccessMutationVariables>;
export const RefreshTokensDocument = new TypedDocumentString(`
    mutation RefreshTokens($input: RefreshTokensInput!) {
  refreshTokens(input: $input) {
    accessToken
    idToken
    refreshToken
    expiresIn
  }
}
    `) as unknown as TypedDocumentString<RefreshTokensMutation, RefreshTokensMutationVariables>;
export const ConfirmDeviceDocument = new TypedDocumentString(`
    mutation ConfirmDevice($input: ConfirmDeviceInput!) {
  confirmDevice(input: $input) {
    userConfirmationNecessary
  }
}
    `) as unknown as TypedDocumentString<ConfirmDeviceMutation, ConfirmDeviceMutationVariables>;
export const RevokeTokenDocument = new TypedDocumentString(`
    mutation RevokeToken($input: RevokeTokenInput!) {
  revokeToken(input: $input)
}
    `) as unknown as TypedDocumentString<RevokeTokenMutation, RevokeTokenMutationVariables>;