import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ UserPoolId: required(userPoolId), MaxResults: integer(1, 60), NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html */
export const ListUserPoolClients = action(input, ({ UserPoolId, MaxResults = 60, NextToken }, { pools }) => {
  const pool = poolOf({ pools }, UserPoolId);
  const { items, ...rest } = page((after, limit) => pools.clients(pool.id, after, limit), MaxResults, NextToken);
  const UserPoolClients = items.map(({ id, settings }) => ({ ClientId: id, UserPoolId, ClientName: settings.ClientName }));
  return { UserPoolClients, ...rest };
});
