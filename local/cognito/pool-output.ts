import type { Services } from './services.ts';
import type { UserPool, UserPoolClient } from './store/pools.ts';

export function poolArn({ region, accountId }: Pick<Services, 'region' | 'accountId'>, { id }: Pick<UserPool, 'id'>): string {
  return `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;
}

/** A pool as the service describes it: its settings but those of SetUserPoolMfaConfig, which GetUserPoolMfaConfig shows. */
export function describePool(services: Pick<Services, 'users' | 'region' | 'accountId'>, pool: UserPool) {
  const { EnabledMfas, EmailAuthenticationMessage, EmailAuthenticationSubject, ...rest } = pool.settings;
  const { WebAuthnRelyingPartyID, WebAuthnUserVerification, WebAuthnFactorConfiguration, ...settings } = rest;
  return {
    ...settings,
    Id: pool.id,
    Arn: poolArn(services, pool),
    LambdaConfig: settings.LambdaConfig ?? {},
    EstimatedNumberOfUsers: services.users.count(pool.id),
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
