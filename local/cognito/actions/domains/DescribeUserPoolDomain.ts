import { action } from '../../action.ts';
import { describeDomain } from '../../pools/domains.ts';
import { required, string, structure } from '../../wire/members.ts';

const input = structure({ Domain: required(string({ min: 1, max: 255, pattern: '[a-z0-9](?:[a-z0-9\\-.]*[a-z0-9])?' })) });

/**
 * A domain that no pool has is described by nothing.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolDomain.html
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.no-domain
 */
export const DescribeUserPoolDomain = action(input, ({ Domain }, services) => {
  const found = services.domains.find(Domain);
  return { DomainDescription: found ? describeDomain(services, found) : {} };
});
