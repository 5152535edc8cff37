import { action } from '../../action.ts';
import { describeMfaConfig, mfaConfigMembers, withMfaConfig } from '../../settings/mfa-config.ts';
import { poolOf } from '../../users/accounts.ts';
import { required, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const input = structure({ ...mfaConfigMembers, UserPoolId: required(userPoolId) });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html */
export const SetUserPoolMfaConfig = action(input, ({ UserPoolId, ...config }, services) => {
  const pool = poolOf(services, UserPoolId);
  const settings = withMfaConfig(pool.settings, config);
  services.pools.putPool({ ...pool, settings, modifiedAt: services.world.now() }, null);
  return describeMfaConfig(settings);
});
