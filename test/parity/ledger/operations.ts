import type { OperationName } from '../../../local/cognito/wire/operations.ts';

/**
 * Why an operation has no GraphQL field. The test fails for an operation that has neither a field nor a reason, and for
 * one that has both.
 */
export const withoutField: Readonly<Partial<Record<string, string>>> = {
  ...because('The stack does it: the settings are in `infra/config.ts`.', [
    'AddCustomAttributes',
    'CreateUserPool',
    'CreateUserPoolClient',
    'CreateUserPoolDomain',
    'DeleteUserPool',
    'DeleteUserPoolClient',
    'DeleteUserPoolDomain',
    'SetLogDeliveryConfiguration',
    'SetUserPoolClientSessionConfiguration',
    'SetUserPoolMfaConfig',
    'SetUserPoolSessionConfiguration',
    'TagResource',
    'UntagResource',
    'UpdateUserPool',
    'UpdateUserPoolClient',
    'UpdateUserPoolDomain',
  ]),
  ...because('It is for operators, who have the AWS console and the AWS CLI.', [
    'AddUserPoolClientSecret',
    'CreateUserImportJob',
    'CreateUserPoolReplica',
    'DeleteUserPoolClientSecret',
    'DeleteUserPoolReplica',
    'DescribeUserImportJob',
    'DescribeUserPool',
    'DescribeUserPoolClient',
    'DescribeUserPoolDomain',
    'GetCSVHeader',
    'GetLogDeliveryConfiguration',
    'GetProvisionedLimit',
    'GetSigningCertificate',
    'GetUserPoolClientSessionConfiguration',
    'GetUserPoolMfaConfig',
    'GetUserPoolSessionConfiguration',
    'ListTagsForResource',
    'ListUserImportJobs',
    'ListUserPoolClientSecrets',
    'ListUserPoolClients',
    'ListUserPoolReplicas',
    'ListUserPools',
    'StartUserImportJob',
    'StopUserImportJob',
    'UpdateProvisionedLimit',
    'UpdateUserPoolReplica',
  ]),
  ...because('Sign-in with other providers is not part of this API.', [
    'AdminDisableProviderForUser',
    'AdminLinkProviderForUser',
    'CreateIdentityProvider',
    'DeleteIdentityProvider',
    'DescribeIdentityProvider',
    'GetIdentityProviderByIdentifier',
    'ListIdentityProviders',
    'UpdateIdentityProvider',
  ]),
  ...because('It is about the hosted pages, in whose place this API stands.', [
    'CreateManagedLoginBranding',
    'CreateTerms',
    'DeleteManagedLoginBranding',
    'DeleteTerms',
    'DescribeManagedLoginBranding',
    'DescribeManagedLoginBrandingByClient',
    'DescribeTerms',
    'DescribeTermsByClient',
    'GetUICustomization',
    'ListTerms',
    'SetUICustomization',
    'UpdateManagedLoginBranding',
    'UpdateTerms',
  ]),
  ...because('It is for programs that sign in as themselves, and this API is for people.', [
    'CreateResourceServer',
    'DeleteResourceServer',
    'DescribeResourceServer',
    'GetClientToken',
    'ListResourceServers',
    'UpdateResourceServer',
  ]),
  ...because(
    'It belongs to threat protection, which the stack switches on (`protection.threatProtection`) and the console shows.',
    [
      'AdminListUserAuthEvents',
      'AdminUpdateAuthEventFeedback',
      'DescribeRiskConfiguration',
      'SetRiskConfiguration',
      'UpdateAuthEventFeedback',
    ],
  ),
  ...because('`SetUserMFAPreference` and `AdminSetUserMFAPreference` have taken its place.', [
    'AdminSetUserSettings',
    'SetUserSettings',
  ]),
  ...because('`recoverAccess` proves the password by it; a sign-in goes through `login`.', [
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
  ]),
  ...because('`user` and `adminListUserSessions` call it in the course of their work, as does every act on a user.', [
    'AdminGetUser',
    'AdminListUserSessions',
  ]),
  ...because('Other fields have what administrators need of it: `adminUpdateUserAttributes`, `user`, `groups`.', [
    'AdminDeleteUserAttributes',
    'AdminGetDevice',
    'AdminUpdateDeviceStatus',
    'GetGroup',
  ]),
};

function because(reason: string, operations: readonly OperationName[]): Record<string, string> {
  return Object.fromEntries(operations.map((operation) => [operation, reason]));
}
