import { action } from '../../action.ts';
import { describeClientSession } from '../../pools/session-configuration.ts';
import { clientInPool } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { clientId, userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId), ClientId: required(clientId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolClientSessionConfiguration.html */
export const GetUserPoolClientSessionConfiguration = action(input, ({ UserPoolId, ClientId }, services) =>
  describeClientSession(clientInPool(services, UserPoolId, ClientId)),
);
