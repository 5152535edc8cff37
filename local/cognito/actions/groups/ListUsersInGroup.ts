import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { groupListLimit, groupOf } from '../../users/group-members.ts';
import { describeUser } from '../../users/user-output.ts';
import { required, structure } from '../../wire/members.ts';
import { groupName, nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  GroupName: required(groupName),
  Limit: groupListLimit,
  NextToken: nextToken,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
export const ListUsersInGroup = action(input, ({ UserPoolId, GroupName, Limit, NextToken: token }, services) => {
  const { poolId, name } = groupOf(services, poolOf(services, UserPoolId), GroupName);
  const membersAfter = (id: string, limit: number) =>
    services.groups.membersAfter(poolId, name, Number(id), limit).map((member) => ({ id: String(member) }));
  const { items, ...next } = page(membersAfter, Limit || 60, token);
  const users = items.map(({ id }) => services.users.byId(Number(id))).filter((user) => user !== undefined);
  return { Users: users.map(describeUser), ...next };
});
