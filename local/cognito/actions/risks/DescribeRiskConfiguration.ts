import { action } from '../../action.ts';
import { refuseRisks } from '../../pools/threat-protection.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  ClientId: clientId,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeRiskConfiguration.html */
export const DescribeRiskConfiguration = action(input, ({ UserPoolId }, services) =>
  refuseRisks(poolOf(services, UserPoolId), 'DescribeRiskConfiguration'),
);
