import { action } from '../../action.ts';
import { refuseRisks } from '../../pools/threat-protection.ts';
import { poolOf } from '../../users/accounts.ts';
import { integer, required, structure } from '../../wire/members.ts';
import { nextToken, username, userPoolId } from '../../wire/model.ts';

const input = structure({
  UserPoolId: required(userPoolId),
  Username: required(username),
  MaxResults: integer(0, 60),
  NextToken: nextToken,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserAuthEvents.html */
export const AdminListUserAuthEvents = action(input, ({ UserPoolId }, services) =>
  refuseRisks(poolOf(services, UserPoolId), 'AdminListUserAuthEvents'),
);
