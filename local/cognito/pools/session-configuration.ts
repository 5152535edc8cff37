import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import { CognitoError } from '../wire/errors.ts';
import { type Input, integer, oneOf, required, structure } from '../wire/members.ts';
import { clientId, userPoolId } from '../wire/model.ts';

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
  refuseLite(pool);
  pools.putSessionTracking(pool.id, { areTracked: UserSessionTracking === 'ENABLED', maxPerUser: TokenSession.MaxPerUser });
}

export function describeSessionTracking({ id, sessionTracking }: UserPool) {
  return {
    UserPoolId: id,
    UserSessionTracking: sessionTracking.areTracked ? ('ENABLED' as const) : ('DISABLED' as const),
    TokenSession: { MaxPerUser: sessionTracking.maxPerUser },
  };
}

const clientSessionMembers = {
  UserPoolId: required(userPoolId),
  ClientId: required(clientId),
  SSOSession: required(structure({ MaxValidityMinutes: required(integer(0, 129_600)) })),
};

/** The input of SetUserPoolClientSessionConfiguration. */
export const clientSessionInput = structure(clientSessionMembers);

/**
 * How long a browser may use a sign-in again. Throws FeatureUnavailableInTierException on the plan Lite, and
 * OperationNotEnabledException where sessions are not tracked.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.configuration
 */
export function configureClientSession(
  { pools }: Pick<Services, 'pools'>,
  pool: UserPool,
  client: UserPoolClient,
  minutes: number,
): void {
  refuseLite(pool);
  refuseUntracked(pool);
  pools.putSsoSession(client.id, minutes);
}

export function describeClientSession({ poolId, id, ssoSessionMinutes }: UserPoolClient) {
  return { UserPoolId: poolId, ClientId: id, SSOSession: { MaxValidityMinutes: ssoSessionMinutes } };
}

function refuseLite({ settings }: UserPool): void {
  if (settings.UserPoolTier !== 'LITE') return;
  throw new CognitoError(
    'FeatureUnavailableInTierException',
    'Session tracking is not available in the LITE tier of this user pool.',
  );
}

/** @see docs/aws-behaviour/cognito-sign-in.md#cognito.tracking.configuration */
export function refuseUntracked({ sessionTracking }: UserPool): void {
  if (sessionTracking.areTracked) return;
  throw new CognitoError('OperationNotEnabledException', 'Session tracking is not enabled for this user pool.');
}
