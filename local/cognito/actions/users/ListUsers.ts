import { action } from '../../action.ts';
import type { User } from '../../store/users/user-store.ts';
import { poolOf } from '../../users/accounts.ts';
import { userFilter } from '../../users/user-filter.ts';
import { describeUser } from '../../users/user-output.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { integer, list, required, string, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  AttributesToGet: list(string({ min: 1, max: 32 })),
  Limit: integer(0, 60),
  PaginationToken: nextToken,
  Filter: string({ max: 256 }),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsers.html */
export const ListUsers = action(input, ({ UserPoolId, AttributesToGet, Limit, PaginationToken, Filter }, services) => {
  const pool = poolOf(services, UserPoolId);
  const isWanted = userFilter(Filter);
  const matching = (after: string, limit: number) => {
    const found: User[] = [];
    let last = Number(after);
    for (
      let batch = services.users.after(pool.id, last, 100);
      batch.length > 0;
      batch = services.users.after(pool.id, last, 100)
    ) {
      found.push(...batch.filter(isWanted));
      if (found.length >= limit) break;
      last = batch.at(-1)?.id ?? last;
    }
    return found.slice(0, limit).map((user) => ({ id: String(user.id), user }));
  };
  const { items, NextToken } = page(matching, Limit || 60, PaginationToken);
  const Users = items.map(({ user }) => {
    const { Attributes, ...shown } = describeUser(user);
    // Cognito refuses the whole page if one of its users lacks such an attribute.
    if (AttributesToGet?.some((wanted) => !Attributes.some(({ Name }) => Name === wanted))) throw noSuchAttribute();
    return { ...shown, Attributes: Attributes.filter(({ Name }) => AttributesToGet?.includes(Name) ?? true) };
  });
  return { Users, ...(NextToken === undefined ? {} : { PaginationToken: NextToken }) };
});

const noSuchAttribute = () => invalidParameter('One or more requested attributes do not exist.');
