// Generated from operations/account.graphql by `npm run codegen`. Do not edit.
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

export type CompleteWebAuthnRegistrationInput = {
  /** RegistrationResponseJSON (WebAuthn Level 3): `credential.toJSON()`. */
  credential: string;
};

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

export type AssociateSoftwareTokenMutationVariables = Exact<{
  input: AssociateSoftwareTokenInput;
}>;


export type AssociateSoftwareTokenMutation = { __typename: 'Mutation', associateSoftwareToken: { __typename: 'SoftwareToken', secretCode: string, otpauthUri: string, session: string | null } };

export type VerifySoftwareTokenMutationVariables = Exact<{
  input: VerifySoftwareTokenInput;
}>;


export type VerifySoftwareTokenMutation = { __typename: 'Mutation', verifySoftwareToken: { __typename: 'SoftwareTokenVerification', session: string | null } };

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


export const AssociateSoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AssociateSoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AssociateSoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"associateSoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"secretCode"}},{"kind":"Field","name":{"kind":"Name","value":"otpauthUri"}},{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<AssociateSoftwareTokenMutation, AssociateSoftwareTokenMutationVariables>;
export const VerifySoftwareTokenDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"VerifySoftwareToken"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"VerifySoftwareTokenInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifySoftwareToken"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"session"}}]}}]}}]} as unknown as DocumentNode<VerifySoftwareTokenMutation, VerifySoftwareTokenMutationVariables>;
export const GlobalSignOutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"GlobalSignOut"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"globalSignOut"}}]}}]} as unknown as DocumentNode<GlobalSignOutMutation, GlobalSignOutMutationVariables>;
export const SetUserMfaPreferenceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SetUserMfaPreference"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SetUserMfaPreferenceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"setUserMfaPreference"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<SetUserMfaPreferenceMutation, SetUserMfaPreferenceMutationVariables>;
export const StartWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartWebAuthnRegistration"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startWebAuthnRegistration"}}]}}]} as unknown as DocumentNode<StartWebAuthnRegistrationMutation, StartWebAuthnRegistrationMutationVariables>;
export const CompleteWebAuthnRegistrationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CompleteWebAuthnRegistration"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteWebAuthnRegistrationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"completeWebAuthnRegistration"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<CompleteWebAuthnRegistrationMutation, CompleteWebAuthnRegistrationMutationVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sub"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumberVerified"}},{"kind":"Field","name":{"kind":"Name","value":"groups"}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const GptDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Gpt"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"message"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"model"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"gpt"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"message"},"value":{"kind":"Variable","name":{"kind":"Name","value":"message"}}},{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}},{"kind":"Argument","name":{"kind":"Name","value":"model"},"value":{"kind":"Variable","name":{"kind":"Name","value":"model"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"model"}},{"kind":"Field","name":{"kind":"Name","value":"truncated"}},{"kind":"Field","name":{"kind":"Name","value":"usage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"inputTokens"}},{"kind":"Field","name":{"kind":"Name","value":"outputTokens"}}]}}]}}]}}]} as unknown as DocumentNode<GptQuery, GptQueryVariables>;