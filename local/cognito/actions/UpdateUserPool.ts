import { poolOf } from '../accounts.ts';
import { action } from '../action.ts';
import { required, string, structure } from '../members.ts';
import { userPoolId } from '../model.ts';
import { refuseUnsupported } from '../provisioning.ts';
import { poolMembers, poolSettings } from '../settings/pool.ts';

const { AliasAttributes, UsernameAttributes, UsernameConfiguration, Schema, PoolName, ...changeable } = poolMembers;
const input = structure({ ...changeable, UserPoolId: required(userPoolId), PoolName: string({ min: 1, max: 128 }) });

/**
 * Replaces the pool's settings: what is left out goes back to its default. Sign-in names, their case and the attributes stay as they are for
 * good, and so does what SetUserPoolMfaConfig sets.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export const UpdateUserPool = action(input, ({ UserPoolId, PoolName, ...given }, services) => {
  const pool = poolOf(services, UserPoolId);
  const { settings: before } = pool;
  const kept = {
    AliasAttributes: before.AliasAttributes,
    UsernameAttributes: before.UsernameAttributes,
    UsernameConfiguration: before.UsernameConfiguration,
    ...(before.EnabledMfas && { EnabledMfas: before.EnabledMfas }),
    ...(before.EmailAuthenticationMessage && { EmailAuthenticationMessage: before.EmailAuthenticationMessage }),
    ...(before.EmailAuthenticationSubject && { EmailAuthenticationSubject: before.EmailAuthenticationSubject }),
    ...(before.WebAuthnRelyingPartyID && { WebAuthnRelyingPartyID: before.WebAuthnRelyingPartyID }),
    ...(before.WebAuthnUserVerification && { WebAuthnUserVerification: before.WebAuthnUserVerification }),
    ...(before.WebAuthnFactorConfiguration && { WebAuthnFactorConfiguration: before.WebAuthnFactorConfiguration }),
  };
  const settings = {
    ...poolSettings({ ...given, ...kept, PoolName: PoolName ?? before.Name }),
    SchemaAttributes: before.SchemaAttributes,
  };
  refuseUnsupported(services, settings);
  services.pools.putPool({ ...pool, settings, modifiedAt: services.world.now() }, null);
  return {};
});
