import type { OperationName } from '../../../local/cognito/wire/operations.ts';

type Reasons = Readonly<Partial<Record<string, string>>>;

/** Why the embedded pool refuses an operation. The test fails for one that it refuses without a reason. */
export const refused: Reasons = {
  ...because('no SAML is spoken, so no request is signed', ['GetSigningCertificate']),
  ...because('the managed-login pages have a style of their own', ['SetUICustomization']),
  ...because('the managed-login pages show no terms', [
    'CreateTerms',
    'DeleteTerms',
    'DescribeTerms',
    'DescribeTermsByClient',
    'ListTerms',
    'UpdateTerms',
  ]),
  ...because('a laptop is one Region', [
    'CreateUserPoolReplica',
    'DeleteUserPoolReplica',
    'ListUserPoolReplicas',
    'UpdateUserPoolReplica',
  ]),
  ...because('it has no request rates to buy', ['GetProvisionedLimit', 'UpdateProvisionedLimit']),
  ...because('there are no log groups, streams and buckets to deliver to', ['SetLogDeliveryConfiguration']),
  ...because('it does not assess risks', ['SetRiskConfiguration']),
};

const whereItIsOff = 'as in AWS while threat protection is off; otherwise refused, since it does not assess risks';

/** How an operation differs that is not simply done. */
export const differs: Reasons = {
  ...because(whereItIsOff, [
    'AdminListUserAuthEvents',
    'AdminUpdateAuthEventFeedback',
    'DescribeRiskConfiguration',
    'UpdateAuthEventFeedback',
  ]),
  ...because('a domain has no distribution: the pages are on the pool’s own endpoint', [
    'CreateUserPoolDomain',
    'DescribeUserPoolDomain',
    'UpdateUserPoolDomain',
  ]),
  ...because('a style is kept and returned; the managed-login pages do not wear it', [
    'CreateManagedLoginBranding',
    'DescribeManagedLoginBranding',
    'DescribeManagedLoginBrandingByClient',
    'UpdateManagedLoginBranding',
  ]),
  ...because('always empty, since it cannot be set', ['GetLogDeliveryConfiguration', 'GetUICustomization']),
};

function because(reason: string, operations: readonly OperationName[]): Record<string, string> {
  return Object.fromEntries(operations.map((operation) => [operation, reason]));
}
