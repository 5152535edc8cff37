// Generated from operations/admin.graphql by `npm run codegen`. Do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** The kinds of events in an account's history. */
export type ActivityKind =
  /** A recovery code was used. */
  | 'ACCESS_RECOVERED'
  | 'ACCOUNT_CONFIRMED'
  | 'ACCOUNT_DISABLED'
  | 'ACCOUNT_ENABLED'
  /** An e-mail address or phone number was changed or removed. */
  | 'ADDRESS_CHANGED'
  /** The user, an administrator, did something: `detail` has the name of the operation, and the `sub` of the other user or the name of the group. */
  | 'ADMINISTERED'
  | 'DEVICE_FORGOTTEN'
  | 'DEVICE_REMEMBERED'
  /** A passkey or a second factor was added. */
  | 'FACTOR_ADDED'
  | 'FACTOR_REMOVED'
  | 'GROUP_JOINED'
  | 'GROUP_LEFT'
  /** An identity at another provider was linked by an administrator. `detail` has the name of the provider. */
  | 'IDENTITY_LINKED'
  | 'IDENTITY_UNLINKED'
  /** The account was made, or its invitation sent again. */
  | 'INVITED'
  | 'PASSWORD_CHANGED'
  /** Somebody with a session entered a wrong current password. */
  | 'PASSWORD_CHANGE_REFUSED'
  | 'PASSWORD_RESET'
  | 'PASSWORD_RESET_REFUSED'
  /** Somebody asked for a code to set a new password. */
  | 'PASSWORD_RESET_REQUESTED'
  | 'PROFILE_CHANGED'
  | 'RECOVERY_CODES_MADE'
  | 'RECOVERY_CODES_REMOVED'
  | 'RECOVERY_REFUSED'
  /** The user ended another session. */
  | 'SESSION_ENDED'
  | 'SIGNED_IN'
  /** The user ended this session. */
  | 'SIGNED_OUT'
  | 'SIGNED_OUT_EVERYWHERE'
  /** A password, code or other proof was refused. Somebody entered the user's name or one of their addresses. */
  | 'SIGN_IN_REFUSED';

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

export type AttributeInput = {
  name: string;
  value: string;
};

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

export type MfaPreferenceInput = {
  /** Whether the factor is enabled. */
  enabled: boolean;
  /** Whether it is asked for first. By default, Cognito's value stays unchanged. */
  preferred?: boolean | null | undefined;
};

/** Second factors, with Cognito's names. */
export type MfaType =
  | 'EMAIL_OTP'
  | 'SMS_MFA'
  | 'SOFTWARE_TOKEN_MFA';

export type UpdateGroupInput = {
  description?: string | null | undefined;
  groupName: string;
  precedence?: number | null | undefined;
};

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

/** Users choose a passkey when they sign in, so it cannot be preferred. */
export type WebAuthnMfaPreferenceInput = {
  enabled: boolean;
};

export type AdminUsersQueryVariables = Exact<{
  filter?: string | null | undefined;
  nextToken?: string | null | undefined;
}>;


export type AdminUsersQuery = { __typename: 'Query', users: { __typename: 'UserPage', nextToken: string | null, items: Array<{ __typename: 'UserSummary', username: string, email: string | null, phoneNumber: string | null, status: UserStatus, enabled: boolean, createdAt: string | null }> } };

export type AdminUserQueryVariables = Exact<{
  username: string;
}>;


export type AdminUserQuery = { __typename: 'Query', user: { __typename: 'AdminUser', username: string, sub: string, status: UserStatus, enabled: boolean, createdAt: string | null, lastModifiedAt: string | null, email: string | null, emailVerified: boolean, phoneNumber: string | null, phoneNumberVerified: boolean, attributes: Array<{ __typename: 'Attribute', name: string, value: string }>, factors: { __typename: 'AuthFactors', firstFactors: Array<ChallengeName>, mfa: { __typename: 'UserMfa', preferred: MfaType | null, enabled: Array<MfaType> } }, groups: Array<{ __typename: 'Group', groupName: string }>, sessions: Array<{ __typename: 'Session', sessionId: string, createdAt: string | null, lastActiveAt: string | null, device: string | null, ipAddress: string | null }> | null, devices: Array<{ __typename: 'Device', key: string, name: string | null, lastAuthenticatedAt: string | null }> | null, recoveryCodes: { __typename: 'RecoveryCodes', remaining: number } | null, identities: Array<{ __typename: 'LinkedIdentity', providerName: string, userId: string, isPrimary: boolean, linkedAt: string | null }> } };

export type AdminActivityQueryVariables = Exact<{
  username: string;
  nextToken?: string | null | undefined;
}>;


export type AdminActivityQuery = { __typename: 'Query', adminListActivity: { __typename: 'AdminActivityPage', nextToken: string | null, items: Array<{ __typename: 'AdminActivity', kind: ActivityKind, at: string, device: string | null, ipAddress: string | null, detail: string | null, actor: string | null }> } };

export type AdminGroupsQueryVariables = Exact<{
  nextToken?: string | null | undefined;
}>;


export type AdminGroupsQuery = { __typename: 'Query', groups: { __typename: 'GroupPage', nextToken: string | null, items: Array<{ __typename: 'Group', groupName: string, description: string | null, precedence: number | null }> } };

export type AdminGroupMembersQueryVariables = Exact<{
  groupName: string;
  nextToken?: string | null | undefined;
}>;


export type AdminGroupMembersQuery = { __typename: 'Query', groupMembers: { __typename: 'UserPage', nextToken: string | null, items: Array<{ __typename: 'UserSummary', username: string, email: string | null, phoneNumber: string | null, status: UserStatus, enabled: boolean, createdAt: string | null }> } };

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

export type AdminForgetDeviceMutationVariables = Exact<{
  input: AdminForgetDeviceInput;
}>;


export type AdminForgetDeviceMutation = { __typename: 'Mutation', adminForgetDevice: boolean };

export type AdminLinkProviderForUserMutationVariables = Exact<{
  input: AdminLinkProviderForUserInput;
}>;


export type AdminLinkProviderForUserMutation = { __typename: 'Mutation', adminLinkProviderForUser: boolean };

export type AdminDisableProviderForUserMutationVariables = Exact<{
  input: AdminDisableProviderForUserInput;
}>;


export type AdminDisableProviderForUserMutation = { __typename: 'Mutation', adminDisableProviderForUser: boolean };

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


export const AdminUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<AdminUsersQuery, AdminUsersQueryVariables>;
export const AdminUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"sub"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastModifiedAt"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"emailVerified"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumberVerified"}},{"kind":"Field","name":{"kind":"Name","value":"attributes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"value"}}]}},{"kind":"Field","name":{"kind":"Name","value":"factors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"firstFactors"}},{"kind":"Field","name":{"kind":"Name","value":"mfa"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"preferred"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"sessions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sessionId"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastActiveAt"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}}]}},{"kind":"Field","name":{"kind":"Name","value":"devices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"key"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"lastAuthenticatedAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recoveryCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}},{"kind":"Field","name":{"kind":"Name","value":"identities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"providerName"}},{"kind":"Field","name":{"kind":"Name","value":"userId"}},{"kind":"Field","name":{"kind":"Name","value":"isPrimary"}},{"kind":"Field","name":{"kind":"Name","value":"linkedAt"}}]}}]}}]}}]} as unknown as DocumentNode<AdminUserQuery, AdminUserQueryVariables>;
export const AdminActivityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminActivity"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"username"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminListActivity"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"username"},"value":{"kind":"Variable","name":{"kind":"Name","value":"username"}}},{"kind":"Argument","name":{"kind":"Name","value":"limit"},"value":{"kind":"IntValue","value":"10"}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"device"}},{"kind":"Field","name":{"kind":"Name","value":"ipAddress"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<AdminActivityQuery, AdminActivityQueryVariables>;
export const AdminGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"precedence"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<AdminGroupsQuery, AdminGroupsQueryVariables>;
export const AdminGroupMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AdminGroupMembers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupName"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupMembers"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"groupName"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupName"}}},{"kind":"Argument","name":{"kind":"Name","value":"nextToken"},"value":{"kind":"Variable","name":{"kind":"Name","value":"nextToken"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"items"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"username"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumber"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"enabled"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextToken"}}]}}]}}]} as unknown as DocumentNode<AdminGroupMembersQuery, AdminGroupMembersQueryVariables>;
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
export const AdminForgetDeviceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminForgetDevice"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminForgetDeviceInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminForgetDevice"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminForgetDeviceMutation, AdminForgetDeviceMutationVariables>;
export const AdminLinkProviderForUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminLinkProviderForUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminLinkProviderForUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminLinkProviderForUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminLinkProviderForUserMutation, AdminLinkProviderForUserMutationVariables>;
export const AdminDisableProviderForUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminDisableProviderForUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminDisableProviderForUserInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminDisableProviderForUser"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminDisableProviderForUserMutation, AdminDisableProviderForUserMutationVariables>;
export const AdminAddUserToGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminAddUserToGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminAddUserToGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminAddUserToGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminAddUserToGroupMutation, AdminAddUserToGroupMutationVariables>;
export const AdminRemoveUserFromGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AdminRemoveUserFromGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AdminRemoveUserFromGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"adminRemoveUserFromGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<AdminRemoveUserFromGroupMutation, AdminRemoveUserFromGroupMutationVariables>;
export const CreateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}}]}}]} as unknown as DocumentNode<CreateGroupMutation, CreateGroupMutationVariables>;
export const UpdateGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groupName"}}]}}]}}]} as unknown as DocumentNode<UpdateGroupMutation, UpdateGroupMutationVariables>;
export const DeleteGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"DeleteGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"DeleteGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deleteGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}]}]}}]} as unknown as DocumentNode<DeleteGroupMutation, DeleteGroupMutationVariables>;