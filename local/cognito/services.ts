import type { Database } from '../data/database.ts';
import type { Deliver } from '../data/message.ts';
import type { World } from '../world/world.ts';
import type { After, GenerateDataKey, InvokeTrigger } from './invoke-trigger.ts';
import type { DeviceStore } from './store/factors/device-store.ts';
import type { MfaStore } from './store/factors/mfa-store.ts';
import type { PasskeyStore } from './store/factors/passkey-store.ts';
import type { BrandingStore } from './store/federation/branding-store.ts';
import type { DomainStore } from './store/federation/domain-store.ts';
import type { IdentityProviderStore } from './store/federation/identity-provider-store.ts';
import type { IdentityStore } from './store/federation/identity-store.ts';
import type { ImportStore } from './store/import-store.ts';
import type { PoolStore } from './store/pool-store.ts';
import type { ResourceServerStore } from './store/resource-server-store.ts';
import type { AuthorizationCodeStore } from './store/sign-ins/authorization-code-store.ts';
import type { ChallengeSessionStore } from './store/sign-ins/challenge-session-store.ts';
import type { CodeStore } from './store/sign-ins/code-store.ts';
import type { CounterStore } from './store/sign-ins/counter-store.ts';
import type { ProviderSignInStore } from './store/sign-ins/provider-sign-in-store.ts';
import type { SignInStore } from './store/sign-ins/sign-in-store.ts';
import type { SsoSessionStore } from './store/sign-ins/sso-session-store.ts';
import type { TokenSessionStore } from './store/sign-ins/token-session-store.ts';
import type { SigningKeys } from './store/signing-keys.ts';
import type { GroupStore } from './store/users/group-store.ts';
import type { PastPasswordStore } from './store/users/past-password-store.ts';
import type { UserStore } from './store/users/user-store.ts';

/** Every effect of the user pools. An operation selects those it uses with `Pick`. */
export interface Services {
  readonly region: string;
  /** The account of the pools in their ARNs: twelve digits. */
  readonly accountId: string;
  /** The base of the issuers, without a trailing slash. */
  readonly endpoint: string;
  /** The base of the domain's own URLs, without a trailing slash: `endpoint`, or the address by TLS. */
  readonly domainUrl: string;
  readonly world: World;
  readonly deliver: Deliver;
  /** How many mails per day Cognito's own sender sends; undefined for no limit. */
  readonly dailyEmails: number | undefined;
  readonly invokeTrigger: InvokeTrigger;
  readonly after: After;
  readonly generateDataKey: GenerateDataKey | undefined;
  readonly seal: Database['seal'];
  readonly open: Database['open'];
  readonly transaction: Database['transaction'];
  readonly afterCommit: Database['afterCommit'];
  /** Called with an error that is not a refusal. The client only learns that there was one. */
  readonly onInternalError: (error: unknown, operation: string) => void;
  readonly pools: PoolStore;
  readonly resourceServers: ResourceServerStore;
  readonly domains: DomainStore;
  readonly brandings: BrandingStore;
  readonly identityProviders: IdentityProviderStore;
  readonly users: UserStore;
  readonly identities: IdentityStore;
  readonly challengeSessions: ChallengeSessionStore;
  readonly codes: CodeStore;
  readonly counters: CounterStore;
  readonly signIns: SignInStore;
  readonly tokenSessions: TokenSessionStore;
  readonly authorizationCodes: AuthorizationCodeStore;
  readonly ssoSessions: SsoSessionStore;
  readonly providerSignIns: ProviderSignInStore;
  readonly pastPasswords: PastPasswordStore;
  readonly mfa: MfaStore;
  readonly passkeys: PasskeyStore;
  readonly devices: DeviceStore;
  readonly groups: GroupStore;
  readonly imports: ImportStore;
  readonly keys: SigningKeys;
}
