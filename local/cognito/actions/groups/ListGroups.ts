import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { describeGroup, groupListLimit } from '../../users/group-members.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ UserPoolId: required(userPoolId), Limit: groupListLimit, NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html */
export const ListGroups = action(input, ({ UserPoolId, Limit, NextToken: token }, services) => {
  const { id } = poolOf(services, UserPoolId);
  const groupsAfter = (name: string, limit: number) =>
    services.groups.after(id, name, limit).map((group) => ({ id: group.name, group }));
  const { items, ...next } = page(groupsAfter, Limit || 60, token);
  return { Groups: items.map(({ group }) => describeGroup(group)), ...next };
});
