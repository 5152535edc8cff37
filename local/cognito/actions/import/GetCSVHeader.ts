import { action } from '../../action.ts';
import { csvHeader } from '../../user-import/csv.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetCSVHeader.html */
export const GetCSVHeader = action(input, ({ UserPoolId }, services) => ({
  UserPoolId,
  CSVHeader: csvHeader(poolOf(services, UserPoolId).settings),
}));
