import { action } from '../../../action.ts';
import { describeSessions, sessionConfigurationInput, setSessions } from '../../../pools/session-configuration.ts';
import { poolOf } from '../../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html */
export const SetUserPoolSessionConfiguration = action(sessionConfigurationInput, ({ UserPoolId, ...configuration }, services) => {
  setSessions(services, poolOf(services, UserPoolId), configuration);
  return describeSessions(poolOf(services, UserPoolId));
});
