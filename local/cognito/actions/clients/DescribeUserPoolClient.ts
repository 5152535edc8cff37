import { action } from '../../action.ts';
import { describeClient } from '../../pools/pool-output.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export const DescribeUserPoolClient = action(input, ({ UserPoolId, ClientId }, services) => ({
  UserPoolClient: describeClient(clientInPool(services, UserPoolId, ClientId)),
}));
