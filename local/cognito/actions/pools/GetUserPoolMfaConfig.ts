import { action } from '../../action.ts';
import { describeMfaConfig } from '../../settings/mfa-config.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html */
export const GetUserPoolMfaConfig = action(input, ({ UserPoolId }, services) =>
  describeMfaConfig(poolOf(services, UserPoolId).settings),
);
