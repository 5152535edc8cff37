import { action } from '../../action.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { describeGroup, groupListLimit } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, username, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  Limit: groupListLimit,
  NextToken: nextToken,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html */
export const AdminListGroupsForUser = action(input, ({ UserPoolId, Username, Limit, NextToken: token }, services) => {
  const user = userForAdmin(services, poolOf(services, UserPoolId), Username);
  const groupsAfter = (name: string, limit: number) =>
    services.groups.ofUserAfter(user.id, name, limit).map((group) => ({ id: group.name, group }));
  const { items, ...next } = page(groupsAfter, Limit || 60, token);
  return { Groups: items.map(({ group }) => describeGroup(group)), ...next };
});
