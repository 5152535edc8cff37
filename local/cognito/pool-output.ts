import type { Services } from './services.ts';
import type { UserPool, UserPoolClient } from './store/pools.ts';

/** There is no account here; this is the one of AWS's examples. */
const account = '123456789012';

/** A pool as the service describes it: its settings but those of SetUserPoolMfaConfig, which GetUserPoolMfaConfig shows. */
export function describePool({ users, region }: Pick<Services, 'users' | 'region'>, pool: UserPool) {
  const { EnabledMfas, EmailAuthenticationMessage, EmailAuthenticationSubject, ...rest } = pool.settings;
  const { WebAuthnRelyingPartyID, WebAuthnUserVerification, WebAuthnFactorConfiguration, ...settings } = rest;
  return {
    ...settings,
    Id: pool.id,
    Arn: `arn:aws:cognito-idp:${region}:${account}:userpool/${pool.id}`,
    LambdaConfig: settings.LambdaConfig ?? {},
    EstimatedNumberOfUsers: users.count(pool.id),
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
  };
}

export function describeClient({ id, settings, secret, createdAt, modifiedAt }: UserPoolClient) {
  return {
    ...settings,
    ClientId: id,
    ...(secret === null ? {} : { ClientSecret: secret }),
    CreationDate: new Date(createdAt),
    LastModifiedDate: new Date(modifiedAt),
  };
}
