import { action } from '../../action.ts';
import { describeResourceServer, identifier, resourceServerOf } from '../../pools/resource-servers.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), Identifier: required(identifier) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeResourceServer.html */
export const DescribeResourceServer = action(input, ({ UserPoolId, Identifier }, services) => ({
  ResourceServer: describeResourceServer(resourceServerOf(services, poolOf(services, UserPoolId), Identifier)),
}));
