import { action } from '../../action.ts';
import { describePool } from '../../pools/pool-output.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
export const DescribeUserPool = action(input, ({ UserPoolId }, services) => ({
  UserPool: describePool(services, poolOf(services, UserPoolId)),
}));
