// Generated from src/operations.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type AssociateSoftwareTokenInput = {
  /**
   * The account's name as the app shows it, such as the e-mail address: up to 128 characters. Default: the signed-in user's name; amid a sign-in,
   * where the name is not known here, none.
   */
  accountName?: string | null | undefined;
  /** The session of `MfaSetupChallenge`; none for a signed-in user. */
  session?: string | null | undefined;
};

export type AttributeInput = {
  name: string;
  value: string;
};

/** The flows of `login`, in Cognito's words (AuthFlowType). */
export type AuthFlow =
  /** The deployment's own Lambda triggers ask the questions. */
  | 'CUSTOM_AUTH'
  /** The user chooses among the first factors that they have. */
  | 'USER_AUTH'
  /** The password travels to Cognito. */
  | 'USER_PASSWORD_AUTH'
  /** The password stays on the client, which proves it (SRP-6a). */
  | 'USER_SRP_AUTH';

/** Cognito's challenges, in Cognito's words (ChallengeNameType). */
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

export type CompleteWebAuthnRegistrationInput = {
  /** RegistrationResponseJSON (WebAuthn Level 3): `credential.toJSON()`. */
  credential: string;
};

export type ConfirmForgotPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  clientMetadata?: string | null | undefined;
  code: string;
  /** The new password. */
  password: string;
  username: string;
};

export type ConfirmSignUpInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  clientMetadata?: string | null | undefined;
  code: string;
  /** The session of `signUp`, where the user shall go on to sign in without a password. */
  session?: string | null | undefined;
  username: string;
};

/** How a code travels. */
export type DeliveryMedium =
  | 'EMAIL'
  | 'SMS';

export type ForgotPasswordInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  username: string;
};

export type LoginInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. */
  clientMetadata?: string | null | undefined;
  /** The key of a device that was confirmed before. */
  deviceKey?: string | null | undefined;
  flow?: AuthFlow | null | undefined;
  /** For USER_PASSWORD_AUTH, and for USER_AUTH with `preferredChallenge: PASSWORD`. */
  password?: string | null | undefined;
  /** For USER_AUTH: the first factor that the user would like. */
  preferredChallenge?: ChallengeName | null | undefined;
  /** For USER_AUTH: the session of `confirmSignUp`. */
  session?: string | null | undefined;
  /** Hexadecimal, for USER_SRP_AUTH, for CUSTOM_AUTH that begins with SRP, and for USER_AUTH with `preferredChallenge: PASSWORD_SRP`. */
  srpA?: string | null | undefined;
  username: string;
};

/** Whether a second factor is asked for. */
export type MfaMode =
  | 'OFF'
  | 'ON'
  | 'OPTIONAL';

export type MfaPreferenceInput = {
  /** Whether the factor may be asked for. */
  enabled: boolean;
  /** Whether it is asked for first. Default: as Cognito has it. */
  preferred?: boolean | null | undefined;
};

/** Second factors, in Cognito's words. */
export type MfaType =
  | 'EMAIL_OTP'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA';

/** The proof of SRP. */
export type PasswordClaimInput = {
  /** The `secretBlock` of the challenge, unchanged. */
  secretBlock: string;
  /** Base64. */
  signature: string;
  /** UTC, as in `Wed Apr 5 22:42:34 UTC 2017`: English names, no leading zero in the day. */
  timestamp: string;
};

export type RefreshTokensInput = {
  /** The key of the device that the session belongs to, where devices are tracked. */
  deviceKey?: string | null | undefined;
  refreshToken: string;
};

export type ResendConfirmationCodeInput = {
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  username: string;
};

/**
 * An answer to a challenge. `name`, `username` and `session` come from the challenge; of the others give just what the challenge wants:
 * NEW_PASSWORD_REQUIRED `newPassword` and `attributes`; SMS_MFA, EMAIL_OTP, SMS_OTP, SOFTWARE_TOKEN_MFA `code`; SELECT_MFA_TYPE and
 * CUSTOM_CHALLENGE `answer`; SELECT_CHALLENGE `answer` with `password`, `srpA` or `credential`; MFA_SETUP nothing or `email`; PASSWORD `password`;
 * PASSWORD_SRP `srpA`; PASSWORD_VERIFIER `passwordClaim`; WEB_AUTHN `credential`; DEVICE_SRP_AUTH `deviceKey` and `srpA`;
 * DEVICE_PASSWORD_VERIFIER `deviceKey` and `passwordClaim`.
 */
export type RespondToChallengeInput = {
  answer?: string | null | undefined;
  attributes?: Array<AttributeInput> | null | undefined;
  /** Handed to the Lambda triggers: a JSON object of strings. */
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

/** Each factor that is given is set; at most one of them may be preferred. */
export type SetUserMfaPreferenceInput = {
  /** A code by e-mail. Wants an address. */
  email?: MfaPreferenceInput | null | undefined;
  /** A code by SMS. Wants a phone number. */
  sms?: MfaPreferenceInput | null | undefined;
  /** A code of an authenticator app. Wants one that `verifySoftwareToken` has proved. */
  softwareToken?: MfaPreferenceInput | null | undefined;
  /** A passkey that checks its user, in the place of a second factor. Wants another second factor beside it. */
  webAuthn?: WebAuthnMfaPreferenceInput | null | undefined;
};

/** What a user may sign in by. */
export type SignInName =
  | 'EMAIL'
  | 'PHONE_NUMBER'
  | 'USERNAME';

export type SignUpInput = {
  /** Further attributes that the app client may write; never `email`, `phone_number` or a verified flag. */
  attributes?: Array<AttributeInput> | null | undefined;
  /** Handed to the Lambda triggers: a JSON object of strings. `locale` in it, such as `de-AT`, is the language of the message where there are several. */
  clientMetadata?: string | null | undefined;
  /** The address; not another one than `username` where that is an address. */
  email?: string | null | undefined;
  /** The user's own password. Not together with `temporaryPassword`. */
  password?: string | null | undefined;
  /** E.164, such as `+15555550100`. */
  phoneNumber?: string | null | undefined;
  /** A password for the first sign-in only. Not together with `password`. */
  temporaryPassword?: string | null | undefined;
  /**
   * 1 to 128 characters without white space. Where USERNAME is among `AuthConfig.signInNames`: not shaped like an e-mail address or phone number
   * that is a sign-in name of its own. Where it is not: the address or number itself, which then need not come again as `email` or `phoneNumber`.
   */
  username: string;
};

/** The forms of `signUp`. */
export type SignUpMode =
  /** With neither: Cognito sends a temporary password. */
  | 'INVITATION'
  /** With `password`. */
  | 'PASSWORD'
  /** With `temporaryPassword`. */
  | 'TEMPORARY_PASSWORD';

/** The state of a user, in Cognito's words (UserStatusType). */
export type UserStatus =
  | 'ARCHIVED'
  | 'COMPROMISED'
  | 'CONFIRMED'
  | 'EXTERNAL_PROVIDER'
  | 'FORCE_CHANGE_PASSWORD'
  | 'RESET_REQUIRED'
  | 'UNCONFIRMED'
  | 'UNKNOWN';

/** How new users prove their address. */
export type VerificationMethod =
  /** By a code, which `confirmSignUp` takes. */
  | 'CODE'
  /** By a link, which Cognito itself answers; `confirmSignUp` is not called. */
  | 'LINK';

export type VerifySoftwareTokenInput = {
  /** The six digits that the app shows. */
  code: string;
  /** A name for the app or its device, which `SoftwareTokenMfaChallenge` shows again. */
  friendlyDeviceName?: string | null | undefined;
  /** The session of `associateSoftwareToken`; none for a signed-in user. */
  session?: string | null | undefined;
};

/** A passkey is chosen at sign-in, so there is nothing to prefer. */
export type WebAuthnMfaPreferenceInput = {
  enabled: boolean;
};

export type AuthConfigQueryVariables = Exact<{ [key: string]: never; }>;


export type AuthConfigQuery = { __typename: 'Query', authConfig: { __typename: 'AuthConfig', signUpModes: Array<SignUpMode>, signInNames: Array<SignInName>, flows: Array<AuthFlow>, mfaMode: MfaMode, mfaTypes: Array<MfaType>, firstFactors: Array<ChallengeName>, requiredAttributes: Array<string>, verifyBy: VerificationMethod, recovery: Array<DeliveryMedium>, emailDomains: Array<string>, gptEnabled: boolean, passwordPolicy: { __typename: 'PasswordPolicy', minimumLength: number, requireUppercase: boolean, requireLowercase: boolean, requireNumbers: boolean, requireSymbols: boolean }, gptLimits: { __typename: 'GptLimits', requestsPerDay: number | null, messageCharacters: number } | null } };

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
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null }
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
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number }
    | { __typename: 'WebAuthnChallenge', name: ChallengeName, username: string, session: string | null, credentialRequestOptions: string }
   };

export type RespondToChallengeMutationVariables = Exact<{
  input: RespondToChallengeInput;
}>;


export type RespondToChallengeMutation = { __typename: 'Mutation', respondToChallenge:
    | { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string }
    | { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null }
    | { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null }
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
    | { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number }
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

export type RefreshTokensMutationVariables = Exact<{
  input: RefreshTokensInput;
}>;


export type RefreshTokensMutation = { __typename: 'Mutation', refreshTokens: { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number } };

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

export type StartWebAuthnRegistrationMutationVariables = Exact<{ [key: string]: never; }>;


export type StartWebAuthnRegistrationMutation = { __typename: 'Mutation', startWebAuthnRegistration: string };

export type CompleteWebAuthnRegistrationMutationVariables = Exact<{
  input: CompleteWebAuthnRegistrationInput;
}>;


export type CompleteWebAuthnRegistrationMutation = { __typename: 'Mutation', completeWebAuthnRegistration: boolean };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { __typename: 'Query', me: { __typename: 'User', username: string, sub: string, email: string | null, emailVerified: boolean, phoneNumber: string | null, phoneNumberVerified: boolean, groups: Array<string>, mfa: { __typename: 'UserMfa', preferred: MfaType | null, enabled: Array<MfaType> } } };

export type GptQueryVariables = Exact<{
  message: string;
  key?: string | null | undefined;
  model?: string | null | undefined;
}>;


export type GptQuery = { __typename: 'Query', gpt: { __typename: 'GptReply', text: string, model: string, truncated: boolean, usage: { __typename: 'GptUsage', inputTokens: number, outputTokens: number } | null } };

export type DeliveryFragment = { __typename: 'CodeDelivery', medium: DeliveryMedium, destination: string };

type AuthStep_CustomChallenge_Fragment = { __typename: 'CustomChallenge', name: ChallengeName, username: string, session: string | null, parameters: string };

type AuthStep_DevicePasswordVerifierChallenge_Fragment = { __typename: 'DevicePasswordVerifierChallenge', name: ChallengeName, username: string, session: string | null };

type AuthStep_DeviceSrpAuthChallenge_Fragment = { __typename: 'DeviceSrpAuthChallenge', name: ChallengeName, username: string, session: string | null };

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

type AuthStep_Tokens_Fragment = { __typename: 'Tokens', accessToken: string, idToken: string, refreshToken: string | null, expiresIn: number };

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

export const DeliveryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<DeliveryFragment, unknown>;
export const AuthStepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<AuthStepFragment, unknown>;
export const AuthConfigDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AuthConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"authConfig"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUpModes"}},{"kind":"Field","name":{"kind":"Name","value":"signInNames"}},{"kind":"Field","name":{"kind":"Name","value":"flows"}},{"kind":"Field","name":{"kind":"Name","value":"passwordPolicy"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"minimumLength"}},{"kind":"Field","name":{"kind":"Name","value":"requireUppercase"}},{"kind":"Field","name":{"kind":"Name","value":"requireLowercase"}},{"kind":"Field","name":{"kind":"Name","value":"requireNumbers"}},{"kind":"Field","name":{"kind":"Name","value":"requireSymbols"}}]}},{"kind":"Field","name":{"kind":"Name","value":"mfaMode"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}},{"kind":"Field","name":{"kind":"Name","value":"firstFactors"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}},{"kind":"Field","name":{"kind":"Name","value":"verifyBy"}},{"kind":"Field","name":{"kind":"Name","value":"recovery"}},{"kind":"Field","name":{"kind":"Name","value":"emailDomains"}},{"kind":"Field","name":{"kind":"Name","value":"gptEnabled"}},{"kind":"Field","name":{"kind":"Name","value":"gptLimits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"requestsPerDay"}},{"kind":"Field","name":{"kind":"Name","value":"messageCharacters"}}]}}]}}]}}]} as unknown as DocumentNode<AuthConfigQuery, AuthConfigQueryVariables>;
export const SignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"signUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"userStatus"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"codeDelivery"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<SignUpMutation, SignUpMutationVariables>;
export const ConfirmSignUpDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmSignUp"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmSignUpInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmSignUp"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<ConfirmSignUpMutation, ConfirmSignUpMutationVariables>;
export const ResendConfirmationCodeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResendConfirmationCode"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ResendConfirmationCodeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resendConfirmationCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<ResendConfirmationCodeMutation, ResendConfirmationCodeMutationVariables>;
export const LoginDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Login"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"LoginInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"login"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<LoginMutation, LoginMutationVariables>;
export const RespondToChallengeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RespondToChallenge"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RespondToChallengeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"respondToChallenge"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AuthStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AuthStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"AuthResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Tokens"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"NewPasswordRequiredChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"requiredAttributes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"EmailOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SmsOtpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SoftwareTokenMfaChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"friendlyDeviceName"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectMfaTypeChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MfaSetupChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"mfaTypes"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"SelectChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"availableChallenges"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordSrpChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"salt"}},{"kind":"Field","name":{"kind":"Name","value":"srpB"}},{"kind":"Field","name":{"kind":"Name","value":"secretBlock"}},{"kind":"Field","name":{"kind":"Name","value":"userIdForSrp"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"WebAuthnChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"credentialRequestOptions"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CustomChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}},{"kind":"Field","name":{"kind":"Name","value":"parameters"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DeviceSrpAuthChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"DevicePasswordVerifierChallenge"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<RespondToChallengeMutation, RespondToChallengeMutationVariables>;
export const AssociateSoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssociateSoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssociateSoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"associateSoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secretCode"}},{"kind":"Field","name":{"kind":"Name","value":"otpauthUri"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<AssociateSoftwareTokenMutation, AssociateSoftwareTokenMutationVariables>;
export const VerifySoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifySoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifySoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifySoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<VerifySoftwareTokenMutation, VerifySoftwareTokenMutationVariables>;
export const ForgotPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ForgotPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ForgotPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"forgotPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Delivery"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Delivery"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CodeDelivery"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"medium"}},{"kind":"Field","name":{"kind":"Name","value":"destination"}}]}}]} as unknown as DocumentNode<ForgotPasswordMutation, ForgotPasswordMutationVariables>;
export const ConfirmForgotPasswordDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ConfirmForgotPassword"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConfirmForgotPasswordInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"confirmForgotPassword"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<ConfirmForgotPasswordMutation, ConfirmForgotPasswordMutationVariables>;
export const RefreshTokensDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RefreshTokens"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RefreshTokensInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"refreshTokens"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"accessToken"}},{"kind":"Field","name":{"kind":"Name","value":"idToken"}},{"kind":"Field","name":{"kind":"Name","value":"refreshToken"}},{"kind":"Field","name":{"kind":"Name","value":"expiresIn"}}]}}]}}]} as unknown as DocumentNode<RefreshTokensMutation, RefreshTokensMutationVariables>;
export const RevokeTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<RevokeTokenMutation, RevokeTokenMutationVariables>;
export const GlobalSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GlobalSignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"globalSignOut"}}]}}]} as unknown as DocumentNode<GlobalSignOutMutation, GlobalSignOutMutationVariables>;
export const SetUserMfaPreferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserMfaPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserMfaPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserMfaPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<SetUserMfaPreferenceMutation, SetUserMfaPreferenceMutationVariables>;
export const StartWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartWebAuthnRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startWebAuthnRegistration"}}]}}]} as unknown as DocumentNode<StartWebAuthnRegistrationMutation, StartWebAuthnRegistrationMutationVariables>;
export const CompleteWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteWebAuthnRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteWebAuthnRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeWebAuthnRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<CompleteWebAuthnRegistrationMutation, CompleteWebAuthnRegistrationMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sub"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumberVerified"}},{"kind":"Field","name":{"kind":"Name","value":"groups"}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const GptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Gpt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"message"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"model"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gpt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"message"},"value":{"kind":"Variable","name":{"kind":"Name","value":"message"}}},{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"model"},"value":{"kind":"Variable","name":{"kind":"Name","value":"model"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inputTokens"}},{"kind":"Field","name":{"kind":"Name","value":"outputTokens"}}]}}]}}]}}]} as unknown as DocumentNode<GptQuery, GptQueryVariables>;