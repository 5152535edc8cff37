import { action } from '../../action.ts';
import { describeResourceServer } from '../../pools/resource-servers.ts';
import { poolOf } from '../../users/accounts.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, userPoolId } from '../../wire/model.ts';
import { page } from '../../wire/page.ts';

const input = structure({ UserPoolId: required(userPoolId), MaxResults: integer(1, 50), NextToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html */
export const ListResourceServers = action(input, ({ UserPoolId, MaxResults = 50, NextToken: token }, services) => {
  const { id } = poolOf(services, UserPoolId);
  const serversAfter = (after: string, limit: number) =>
    services.resourceServers.after(id, after, limit).map((server) => ({ id: server.identifier, server }));
  const { items, ...next } = page(serversAfter, MaxResults, token);
  return { ResourceServers: items.map(({ server }) => describeResourceServer(server)), ...next };
});
