import { action } from '../../action.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/**
 * Always empty, since SetLogDeliveryConfiguration is refused.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetLogDeliveryConfiguration.html
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.no-logs
 */
export const GetLogDeliveryConfiguration = action(input, ({ UserPoolId }, services) => ({
  LogDeliveryConfiguration: { UserPoolId: poolOf(services, UserPoolId).id, LogConfigurations: [] },
}));
