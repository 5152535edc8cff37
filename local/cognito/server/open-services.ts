import type { Database } from '../../data/database.ts';
import type { Deliver } from '../../data/message.ts';
import type { World } from '../../world/world.ts';
import { type After, type GenerateDataKey, type InvokeTrigger, noFunctions, realAfter } from '../invoke-trigger.ts';
import type { Services } from '../services.ts';
import { deviceStore } from '../store/factors/device-store.ts';
import { mfaStore } from '../store/factors/mfa-store.ts';
import { passkeyStore } from '../store/factors/passkey-store.ts';
import { brandingStore } from '../store/federation/branding-store.ts';
import { domainStore } from '../store/federation/domain-store.ts';
import { identityProviderStore } from '../store/federation/identity-provider-store.ts';
import { identityStore } from '../store/federation/identity-store.ts';
import { importStore } from '../store/import-store.ts';
import { poolStore } from '../store/pool-store.ts';
import { resourceServerStore } from '../store/resource-server-store.ts';
import { authorizationCodeStore } from '../store/sign-ins/authorization-code-store.ts';
import { challengeSessionStore } from '../store/sign-ins/challenge-session-store.ts';
import { codeStore } from '../store/sign-ins/code-store.ts';
import { counterStore } from '../store/sign-ins/counter-store.ts';
import { providerSignInStore } from '../store/sign-ins/provider-sign-in-store.ts';
import { signInStore } from '../store/sign-ins/sign-in-store.ts';
import { ssoSessionStore } from '../store/sign-ins/sso-session-store.ts';
import { tokenSessionStore } from '../store/sign-ins/token-session-store.ts';
import { signingKeys } from '../store/signing-keys.ts';
import { groupStore } from '../store/users/group-store.ts';
import { pastPasswordStore } from '../store/users/past-password-store.ts';
import { userStore } from '../store/users/user-store.ts';

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

/** The services of the user pools in a database. */
export function openServices(options: UserPoolsOptions): Services {
  const { database, region, endpoint, world, deliver } = options;
  const { invokeTrigger = noFunctions, after = realAfter, accountId = '123456789012', generateDataKey, dailyEmails } = options;
  const { sql, seal, open, transaction, afterCommit } = database;
  return {
    region,
    endpoint: endpoint.replace(/\/$/, ''),
    domainUrl: endpoint.replace(/\/$/, ''),
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
    domains: domainStore(sql),
    brandings: brandingStore(sql),
    identityProviders: identityProviderStore(database),
    users: userStore(sql),
    identities: identityStore(sql),
    challengeSessions: challengeSessionStore(sql),
    codes: codeStore(sql),
    counters: counterStore(sql),
    signIns: signInStore(sql),
    tokenSessions: tokenSessionStore(sql),
    authorizationCodes: authorizationCodeStore(database),
    ssoSessions: ssoSessionStore(sql),
    providerSignIns: providerSignInStore(sql),
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
