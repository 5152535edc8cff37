import { action } from '../../action.ts';
import { describePool } from '../../pools/pool-output.ts';
import { storePool } from '../../pools/provisioning.ts';
import { poolSettings } from '../../settings/pool.ts';
import { createUserPoolInput } from '../../settings/pool-members.ts';
import { invalidParameter } from '../../wire/errors.ts';

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html */
export const CreateUserPool = action(createUserPoolInput, (input, services) => {
  // This operation only supports MFA by SMS; SetUserPoolMfaConfig adds the other factors.
  // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-after-creation
  if ((input.MfaConfiguration ?? 'OFF') !== 'OFF' && !input.SmsConfiguration) {
    throw invalidParameter('SMS configuration and Auto verification for phone_number are required when MFA is required/optional');
  }
  return { UserPool: describePool(services, storePool(services, poolSettings(input), null)) };
});
