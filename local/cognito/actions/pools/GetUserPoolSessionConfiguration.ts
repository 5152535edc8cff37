import { action } from '../../action.ts';
import { describeSessionTracking } from '../../pools/session-configuration.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolSessionConfiguration.html */
export const GetUserPoolSessionConfiguration = action(input, ({ UserPoolId }, services) =>
  describeSessionTracking(poolOf(services, UserPoolId)),
);
