import { action } from '../../action.ts';
import { refuseUnsupported } from '../../pools/provisioning.ts';
import { type PoolSettings, poolSettings } from '../../settings/pool.ts';
import { poolMembers } from '../../settings/pool-members.ts';
import { refuseDuringImport } from '../../user-import/jobs.ts';
import { poolOf } from '../../users/accounts.ts';
import { invalidParameter } from '../../wire/errors.ts';
import { type Input, required, string, structure } from '../../wire/members.ts';
import { userPoolId } from '../../wire/model.ts';

const { AliasAttributes, UsernameAttributes, UsernameConfiguration, Schema, PoolName, ...changeable } = poolMembers;
const members = { ...changeable, UserPoolId: required(userPoolId), PoolName: string({ min: 1, max: 128 }) };

/**
 * Replaces the pool's settings: a setting that is left out returns to its default, except for those in `kept`. Sign-in
 * names, their case sensitivity and the attributes never change, nor does what SetUserPoolMfaConfig sets.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPool.html
 */
export const UpdateUserPool = action(structure(members), ({ UserPoolId, PoolName, ...given }, services) => {
  const pool = poolOf(services, UserPoolId);
  refuseDuringImport(services, pool.id);
  const { settings: before } = pool;
  if ((given.MfaConfiguration ?? 'OFF') !== 'OFF' && before.MfaConfiguration === 'OFF') {
    // Accepted once SetUserPoolMfaConfig has enabled a factor.
    // @see docs/aws-behaviour/cognito-settings.md#cognito.pool.mfa-after-creation
    throw invalidParameter('Cannot turn MFA functionality ON, once the user pool has been created.');
  }
  const settings = {
    ...poolSettings({ ...given, ...kept(before, given), PoolName: PoolName ?? before.Name }),
    SchemaAttributes: before.SchemaAttributes,
  };
  refuseUnsupported(services, settings);
  services.pools.putPool({ ...pool, settings, modifiedAt: services.world.now() }, null);
  return {};
});

/**
 * The settings that stay if the request leaves them out: MFA, each of the two policies, and the tier.
 * @see docs/aws-behaviour/cognito-settings.md#cognito.pool.update-keeps
 */
function kept(before: PoolSettings, given: Omit<Input<typeof members>, 'UserPoolId' | 'PoolName'>) {
  const { TemporaryPasswordValidityDays, ...policy } = before.Policies.PasswordPolicy;
  // The older setting with the same meaning replaces the policy's.
  const validity = given.AdminCreateUserConfig?.UnusedAccountValidityDays ? {} : { TemporaryPasswordValidityDays };
  return {
    AliasAttributes: before.AliasAttributes,
    UsernameAttributes: before.UsernameAttributes,
    UsernameConfiguration: before.UsernameConfiguration,
    MfaConfiguration: given.MfaConfiguration ?? before.MfaConfiguration,
    UserPoolTier: given.UserPoolTier ?? before.UserPoolTier,
    Policies: {
      PasswordPolicy: given.Policies?.PasswordPolicy ?? { ...policy, ...validity },
      SignInPolicy: given.Policies?.SignInPolicy ?? before.Policies.SignInPolicy,
    },
    ...(before.EnabledMfas && { EnabledMfas: before.EnabledMfas }),
    ...(before.EmailAuthenticationMessage && { EmailAuthenticationMessage: before.EmailAuthenticationMessage }),
    ...(before.EmailAuthenticationSubject && { EmailAuthenticationSubject: before.EmailAuthenticationSubject }),
    ...(before.WebAuthnRelyingPartyID && { WebAuthnRelyingPartyID: before.WebAuthnRelyingPartyID }),
    ...(before.WebAuthnUserVerification && { WebAuthnUserVerification: before.WebAuthnUserVerification }),
    ...(before.WebAuthnFactorConfiguration && { WebAuthnFactorConfiguration: before.WebAuthnFactorConfiguration }),
  };
}
