import type { JsonWebKey } from 'node:crypto';
import type { Database } from '../../data/database.ts';
import type { Deliver } from '../../data/message.ts';
import type { HttpHandler } from '../../http/http-message.ts';
import type { World } from '../../world/world.ts';
import { type Backstage, createBackstage } from '../developer/backstage.ts';
import { type After, type GenerateDataKey, type InvokeTrigger, noFunctions, realAfter } from '../invoke-trigger.ts';
import { currentSecret } from '../pools/client-secrets.ts';
import { storeClient } from '../pools/clients.ts';
import { logicalIdOf, storePool } from '../pools/provisioning.ts';
import { provisionResourceServer, resourceServerMembers } from '../pools/resource-servers.ts';
import { configureSessionTracking, sessionConfigurationInput } from '../pools/session-configuration.ts';
import type { Services } from '../services.ts';
import { clientFromProperties, domainFromProperties, poolFromProperties } from '../settings/cloud-formation.ts';
import { deviceStore } from '../store/factors/device-store.ts';
import { mfaStore } from '../store/factors/mfa-store.ts';
import { passkeyStore } from '../store/factors/passkey-store.ts';
import { importStore } from '../store/import-store.ts';
import { poolStore } from '../store/pool-store.ts';
import { purger } from '../store/purge.ts';
import { resourceServerStore } from '../store/resource-server-store.ts';
import { challengeSessionStore } from '../store/sign-ins/challenge-session-store.ts';
import { codeStore } from '../store/sign-ins/code-store.ts';
import { counterStore } from '../store/sign-ins/counter-store.ts';
import { signInStore } from '../store/sign-ins/sign-in-store.ts';
import { tokenSessionStore } from '../store/sign-ins/token-session-store.ts';
import { signingKeys } from '../store/signing-keys.ts';
import { groupStore } from '../store/users/group-store.ts';
import { pastPasswordStore } from '../store/users/past-password-store.ts';
import { userStore } from '../store/users/user-store.ts';
import { importLog, type LogPage, type LogPlace } from '../user-import/log.ts';
import { runImportJob } from '../user-import/run-job.ts';
import { clientOf, poolOf } from '../users/accounts.ts';
import { groupFromProperties, provisionGroup } from '../users/group-members.ts';
import { parse, structure } from '../wire/members.ts';
import { protocol } from './protocol.ts';

export interface UserPoolsOptions {
  readonly database: Database;
  /** The beginning of every pool id: `eu-west-1`. */
  readonly region: string;
  /** The base of every issuer, at which `handle` is served: `http://localhost:4001`. */
  readonly endpoint: string;
  readonly world: World;
  readonly deliver: Deliver;
  /** How many mails per day Cognito's own sender sends: 50 in AWS. Default: no limit. */
  readonly dailyEmails?: number | undefined;
  /**
   * Runs the functions of LambdaConfig. By default there are none, and a trigger fails with UnexpectedLambdaException.
   */
  readonly invokeTrigger?: InvokeTrigger;
  /** Default: timers of the real clock. */
  readonly after?: After;
  /** Creates KMS data keys for custom senders. By default there are none, and a pool with such a sender is refused. */
  readonly generateDataKey?: GenerateDataKey;
  /** The account in the pools' ARNs. Default: 123456789012, the account in AWS's examples. */
  readonly accountId?: string;
  /** Default: prints the error's stack to stderr, which contains nothing from the request. */
  readonly onInternalError?: Services['onInternalError'];
}

/** Amazon Cognito user pools, embedded. */
export interface UserPools {
  /** The wire protocol, JWKS and discovery, with CORS. */
  readonly handle: HttpHandler;
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
    provisionUserPool: (key, properties) => storePool(services, poolFromProperties(logicalIdOf(key), properties), key).id,
    provisionUserPoolClient(key, properties) {
      const { settings, generateSecret } = clientFromProperties(logicalIdOf(key), properties);
      return storeClient(services, poolOf(services, settings.UserPoolId), settings, { GenerateSecret: generateSecret }, key).id;
    },
    provisionUserPoolDomain(_, properties) {
      const { poolId, domain } = domainFromProperties(properties);
      services.pools.putDomain(poolOf(services, poolId).id, domain);
      return domain;
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

function openServices(options: UserPoolsOptions): Services {
  const { database, region, endpoint, world, deliver } = options;
  const { invokeTrigger = noFunctions, after = realAfter, accountId = '123456789012', generateDataKey, dailyEmails } = options;
  const { sql, seal, open, transaction, afterCommit } = database;
  return {
    region,
    endpoint: endpoint.replace(/\/$/, ''),
    world,
    deliver,
    dailyEmails,
    invokeTrigger,
    after,
    generateDataKey,
    accountId,
    seal,
    open,
    transaction,
    afterCommit,
    onInternalError: options.onInternalError ?? printStack,
    pools: poolStore(database),
    resourceServers: resourceServerStore(sql),
    users: userStore(sql),
    challengeSessions: challengeSessionStore(sql),
    codes: codeStore(sql),
    counters: counterStore(sql),
    signIns: signInStore(sql),
    tokenSessions: tokenSessionStore(sql),
    pastPasswords: pastPasswordStore(sql),
    mfa: mfaStore(database),
    passkeys: passkeyStore(sql),
    devices: deviceStore(sql),
    groups: groupStore(sql),
    imports: importStore(database),
    keys: signingKeys(database, world),
  };
}

function printStack(error: unknown, operation: string): void {
  process.stderr.write(`${operation}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}
