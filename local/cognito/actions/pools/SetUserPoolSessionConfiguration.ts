import { action } from '../../action.ts';
import {
  configureSessionTracking,
  describeSessionTracking,
  sessionConfigurationInput,
} from '../../pools/session-configuration.ts';
import { poolOf } from '../../users/accounts.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolSessionConfiguration.html */
export const SetUserPoolSessionConfiguration = action(sessionConfigurationInput, ({ UserPoolId, ...configuration }, services) => {
  configureSessionTracking(services, poolOf(services, UserPoolId), configuration);
  return describeSessionTracking(poolOf(services, UserPoolId));
});
