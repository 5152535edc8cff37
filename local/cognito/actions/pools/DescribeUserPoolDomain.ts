import { action } from '../../action.ts';
import { domain } from '../../settings/cloud-formation.ts';
import { required, structure } from '../../wire/members.ts';

const input = structure({ Domain: required(domain) });

/**
 * A domain that no pool has is described by nothing. There are no hosted pages, so no domain has a distribution.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolDomain.html
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.no-domain
 */
export const DescribeUserPoolDomain = action(input, ({ Domain }, { pools, accountId }) => {
  const UserPoolId = pools.poolIdOfDomain(Domain);
  if (UserPoolId === undefined) return { DomainDescription: {} };
  return { DomainDescription: { UserPoolId, AWSAccountId: accountId, Domain, Status: 'ACTIVE' } };
});
