import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { describeGroup, groupOf } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { groupName, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), GroupName: required(groupName) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html */
export const GetGroup = action(input, ({ UserPoolId, GroupName }, services) => ({
  Group: describeGroup(groupOf(services, poolOf(services, UserPoolId), GroupName)),
}));
