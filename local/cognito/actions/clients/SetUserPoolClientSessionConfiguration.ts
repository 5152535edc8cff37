import { action } from '../../action.ts';
import { clientSessionInput, configureClientSession, describeClientSession } from '../../pools/session-configuration.ts';
import { clientInPool, poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolClientSessionConfiguration.html */
export const SetUserPoolClientSessionConfiguration = action(
  clientSessionInput,
  ({ UserPoolId, ClientId, SSOSession }, services) => {
    const pool = poolOf(services, UserPoolId);
    configureClientSession(services, pool, clientInPool(services, UserPoolId, ClientId), SSOSession.MaxValidityMinutes);
    return describeClientSession(clientInPool(services, UserPoolId, ClientId));
  },
);
