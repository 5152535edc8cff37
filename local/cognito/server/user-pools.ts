import type { JsonWebKey } from 'node:crypto';
import type { HttpHandler } from '../../http/http-message.ts';
import { type Backstage, createBackstage } from '../developer/backstage.ts';
import { createIdentityProviderInput, provisionIdentityProvider } from '../federation/identity-providers.ts';
import { currentSecret } from '../pools/client-secrets.ts';
import { storeClient } from '../pools/clients.ts';
import { domainInput, provisionDomain } from '../pools/domains.ts';
import { createBrandingInput, provisionBranding } from '../pools/managed-login-branding.ts';
import { logicalIdOf, storePool } from '../pools/provisioning.ts';
import { provisionResourceServer, resourceServerMembers } from '../pools/resource-servers.ts';
import { configureSessionTracking, sessionConfigurationInput } from '../pools/session-configuration.ts';
import { clientFromProperties, poolFromProperties } from '../settings/cloud-formation.ts';
import { purger } from '../store/purge.ts';
import { importLog, type LogPage, type LogPlace } from '../user-import/log.ts';
import { runImportJob } from '../user-import/run-job.ts';
import { clientInPool, clientOf, poolOf } from '../users/accounts.ts';
import { groupFromProperties, provisionGroup } from '../users/group-members.ts';
import { parse, structure } from '../wire/members.ts';
import { openServices, type UserPoolsOptions } from './open-services.ts';
import { protocol } from './protocol.ts';
import { secureDomain } from './secure-domain.ts';

/** Amazon Cognito user pools, embedded. */
export interface UserPools {
  /** The wire protocol, JWKS and discovery, with CORS. */
  readonly handle: HttpHandler;
  /** The endpoints and pages of the pools' domains by TLS, at a URL of their own: `https://localhost:4443`. */
  domainByTls(url: string): HttpHandler;
  /**
   * Takes the properties of an `AWS::Cognito::UserPool`, with intrinsics resolved, and returns the pool's id. The same
   * key always has the same id, and its settings are updated. Throws CognitoError for settings that Cognito refuses or
   * this user pool does not support, and LivingPoolError for those that cannot change in a pool with users.
   * @param key the logical id, after the name of its stack if there may be several: `CognitoGraphqlDev/Pool`.
   */
  provisionUserPool(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolClient`; returns the client's id. */
  provisionUserPoolClient(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolDomain`; returns the domain. */
  provisionUserPoolDomain(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolIdentityProvider`; returns the provider's name. */
  provisionIdentityProvider(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::ManagedLoginBranding`; returns the id of the style. */
  provisionManagedLoginBranding(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolGroup`; returns the group's name. */
  provisionUserPoolGroup(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolResourceServer`; returns its identifier. */
  provisionUserPoolResourceServer(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Like `provisionUserPool`, for an `AWS::Cognito::UserPoolSessionConfigurationAttachment`; returns the pool's id. */
  provisionUserPoolSessions(key: string, properties: Readonly<Record<string, unknown>>): string;
  /** Null for a client without a secret. Throws ResourceNotFoundException for an unknown client. */
  userPoolClientSecret(clientId: string): string | null;
  issuer(userPoolId: string): string;
  /** Throws ResourceNotFoundException for an unknown pool. */
  jwks(userPoolId: string): { keys: JsonWebKey[] };
  /** The log of a user import job, which Cognito writes to CloudWatch Logs; undefined if there is no such log group. */
  importLog(place: LogPlace): LogPage | undefined;
  readonly backstage: Backstage;
  /** Removes some of what has expired; call it about once a second. */
  purge(): void;
}

/** Opens the user pools in a database, which the caller has to close. */
export function createUserPools(options: UserPoolsOptions): UserPools {
  const services = openServices(options);
  const { keys, world } = services;
  const backstage = createBackstage(services);
  const purge = purger(options.database.sql);
  // A job that was running when an earlier process ended goes on.
  runImportJob(services);
  let latest = Number.NEGATIVE_INFINITY;
  /** If the machine's clock is set back while running, counts from the future are forgotten, as after a restart. */
  const noticeTime = (): void => {
    const now = world.now();
    if (now < latest) backstage.timeWentBack();
    latest = now;
  };
  return {
    handle: protocol(services, noticeTime),
    domainByTls: (url) => secureDomain(protocol({ ...services, domainUrl: url }, noticeTime)),
    provisionUserPool: (key, properties) => storePool(services, poolFromProperties(logicalIdOf(key), properties), key).id,
    provisionUserPoolClient(key, properties) {
      const { settings, generateSecret } = clientFromProperties(logicalIdOf(key), properties);
      return storeClient(services, poolOf(services, settings.UserPoolId), settings, { GenerateSecret: generateSecret }, key).id;
    },
    provisionUserPoolDomain(_, properties) {
      const input = parse(domainInput, { ...properties });
      return provisionDomain(services, poolOf(services, input.UserPoolId), input).domain;
    },
    provisionIdentityProvider(key, properties) {
      const input = parse(createIdentityProviderInput, { ...properties });
      return provisionIdentityProvider(services, poolOf(services, input.UserPoolId), key, input).name;
    },
    provisionManagedLoginBranding(_, properties) {
      const { UserPoolId, ClientId, ...style } = parse(createBrandingInput, { ...properties });
      return provisionBranding(services, clientInPool(services, UserPoolId, ClientId), style).id;
    },
    provisionUserPoolGroup: (key, properties) =>
      provisionGroup(services, key, groupFromProperties(logicalIdOf(key), properties)).name,
    provisionUserPoolResourceServer(_, properties) {
      const input = parse(structure(resourceServerMembers), { ...properties });
      return provisionResourceServer(services, poolOf(services, input.UserPoolId), input).identifier;
    },
    provisionUserPoolSessions(_, properties) {
      const { UserPoolId, ...configuration } = parse(sessionConfigurationInput, { ...properties });
      configureSessionTracking(services, poolOf(services, UserPoolId), configuration);
      return UserPoolId;
    },
    userPoolClientSecret: (clientId) => currentSecret(clientOf(services, clientId).client),
    issuer: (userPoolId) => `${services.endpoint}/${userPoolId}`,
    jwks(userPoolId) {
      const { access, id } = keys.now(poolOf(services, userPoolId).id);
      return { keys: [id.jwk, access.jwk] };
    },
    importLog: (place) => importLog(services, place),
    backstage,
    purge: () => purge(world.now()),
  };
}
