import type { Services } from '../services.ts';
import type { UserPool } from '../store/pool-store.ts';
import { CognitoError } from '../wire/errors.ts';
import { type Input, integer, oneOf, required, structure } from '../wire/members.ts';
import { userPoolId } from '../wire/model.ts';

const members = {
  UserPoolId: required(userPoolId),
  UserSessionTracking: required(oneOf('ENABLED', 'DISABLED')),
  TokenSession: required(structure({ MaxPerUser: required(integer(1, 100)) })),
};

/** The input of SetUserPoolSessionConfiguration, and of `AWS::Cognito::UserPoolSessionConfigurationAttachment`. */
export const sessionConfigurationInput = structure(members);

/**
 * Replaces the whole configuration. Earlier sign-ins are not tracked. Throws FeatureUnavailableInTierException on the
 * plan Lite.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.configuration
 */
export function configureSessionTracking(
  { pools }: Pick<Services, 'pools'>,
  pool: UserPool,
  { UserSessionTracking, TokenSession }: Omit<Input<typeof members>, 'UserPoolId'>,
): void {
  if (pool.settings.UserPoolTier === 'LITE') {
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'Session tracking is not available in the LITE tier of this user pool.',
    );
  }
  pools.putSessionTracking(pool.id, { areTracked: UserSessionTracking === 'ENABLED', maxPerUser: TokenSession.MaxPerUser });
}

export function describeSessionTracking({ id, sessionTracking }: UserPool) {
  return {
    UserPoolId: id,
    UserSessionTracking: sessionTracking.areTracked ? ('ENABLED' as const) : ('DISABLED' as const),
    TokenSession: { MaxPerUser: sessionTracking.maxPerUser },
  };
}
