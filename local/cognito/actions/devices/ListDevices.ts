import { action } from '../../action.ts';
import { listDevices, listLimit } from '../../devices/manage.ts';
import { bearerOf } from '../../tokens/access-token.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, token } from '../../wire/model.ts';

const input = structure({ AccessToken: required(token), Limit: listLimit, PaginationToken: nextToken });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListDevices.html */
export const ListDevices = action(input, async ({ AccessToken, Limit, PaginationToken }, services) => {
  const { user } = await bearerOf(services, AccessToken);
  return listDevices(services, user, Limit, PaginationToken);
});
