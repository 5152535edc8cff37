import { action } from '../../action.ts';
import { listDevices, listLimit } from '../../devices/manage.ts';
import { poolOf, userForAdmin } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { nextToken, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  Limit: listLimit,
  PaginationToken: nextToken,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListDevices.html */
export const AdminListDevices = action(input, (request, services) => {
  const user = userForAdmin(services, poolOf(services, request.UserPoolId), request.Username);
  return listDevices(services, user, request.Limit, request.PaginationToken);
});
