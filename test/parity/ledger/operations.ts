import type { OperationName } from '../../../local/cognito/wire/operations.ts';

/**
 * Why an operation has no GraphQL field. The test fails for an operation that has neither a field nor a reason, and for
 * one that has both.
 */
export const withoutField: Readonly<Partial<Record<string, string>>> = {
  ...because('The stack does this; its settings are in `infra/config.ts`.', [
    'AddCustomAttributes',
    'CreateUserPool',
    'CreateUserPoolClient',
    'DeleteUserPool',
    'DeleteUserPoolClient',
    'SetLogDeliveryConfiguration',
    'SetUserPoolClientSessionConfiguration',
    'SetUserPoolMfaConfig',
    'SetUserPoolSessionConfiguration',
    'TagResource',
    'UntagResource',
    'UpdateUserPool',
    'UpdateUserPoolClient',
  ]),
  ...because('It is for operators, who use the AWS console and the AWS CLI.', [
    'AddUserPoolClientSecret',
    'CreateUserPoolReplica',
    'DeleteUserPoolClientSecret',
    'DeleteUserPoolReplica',
    'DescribeUserPool',
    'DescribeUserPoolClient',
    'DescribeUserPoolDomain',
    'GetLogDeliveryConfiguration',
    'GetProvisionedLimit',
    'GetSigningCertificate',
    'GetUserPoolClientSessionConfiguration',
    'GetUserPoolMfaConfig',
    'GetUserPoolSessionConfiguration',
    'ListTagsForResource',
    'ListUserPoolClientSecrets',
    'ListUserPoolClients',
    'ListUserPoolReplicas',
    'ListUserPools',
    'UpdateProvisionedLimit',
    'UpdateUserPoolReplica',
  ]),
  ...because('`npm run users:import` is for operators.', [
    'CreateUserImportJob',
    'DescribeUserImportJob',
    'GetCSVHeader',
    'ListUserImportJobs',
    'StartUserImportJob',
    'StopUserImportJob',
  ]),
  ...because('The stack does this; its settings are in `federation`.', [
    'CreateIdentityProvider',
    'DeleteIdentityProvider',
    'DescribeIdentityProvider',
    'GetIdentityProviderByIdentifier',
    'ListIdentityProviders',
    'UpdateIdentityProvider',
  ]),
  ...because('The stack does this; its settings are `federation.domain` and `messages.linkDomainPrefix`.', [
    'CreateUserPoolDomain',
    'DeleteUserPoolDomain',
    'UpdateUserPoolDomain',
  ]),
  ...because('The stack does this, with Cognito’s default look, where `federation.managedLogin` is on.', [
    'CreateManagedLoginBranding',
    'DeleteManagedLoginBranding',
    'DescribeManagedLoginBranding',
    'DescribeManagedLoginBrandingByClient',
    'UpdateManagedLoginBranding',
  ]),
  ...because('It is about the look of the pages of the domain, which the stack leaves at Cognito’s default.', [
    'CreateTerms',
    'DeleteTerms',
    'DescribeTerms',
    'DescribeTermsByClient',
    'GetUICustomization',
    'ListTerms',
    'SetUICustomization',
    'UpdateTerms',
  ]),
  ...because('It is for programs that sign in as themselves; this API is for users.', [
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
  ...because('`SetUserMFAPreference` and `AdminSetUserMFAPreference` have replaced it.', [
    'AdminSetUserSettings',
    'SetUserSettings',
  ]),
  ...because('`recoverAccess` checks the password with it; users sign in with `login`.', [
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
  ]),
  ...because('`user`, `adminListUserSessions` and every operation on a user call it.', ['AdminGetUser', 'AdminListUserSessions']),
  ...because('Other fields do what administrators need: `adminUpdateUserAttributes`, `user`, `groups`.', [
    'AdminDeleteUserAttributes',
    'AdminGetDevice',
    'AdminUpdateDeviceStatus',
    'GetGroup',
  ]),
};

function because(reason: string, operations: readonly OperationName[]): Record<string, string> {
  return Object.fromEntries(operations.map((operation) => [operation, reason]));
}
