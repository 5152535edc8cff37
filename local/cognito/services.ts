import type { Database } from '../database.ts';
import type { Deliver } from '../message.ts';
import type { World } from '../world.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { CodeStore } from './store/codes.ts';
import type { CounterStore } from './store/counters.ts';
import type { DeviceStore } from './store/devices.ts';
import type { GroupStore } from './store/groups.ts';
import type { MfaStore } from './store/mfa.ts';
import type { PasskeyStore } from './store/passkeys.ts';
import type { PastPasswordStore } from './store/past-passwords.ts';
import type { PoolStore } from './store/pools.ts';
import type { SessionStore } from './store/sessions.ts';
import type { SignInStore } from './store/sign-ins.ts';
import type { UserStore } from './store/users.ts';
import type { After, GenerateDataKey, InvokeTrigger } from './triggers/invoke-trigger.ts';

/** Every effect of the user pools. An operation names those it uses with `Pick`. */
export interface Services {
  readonly region: string;
  /** Twelve digits: whose the pools are, as their ARNs say. */
  readonly accountId: string;
  /** The issuer's base, without a slash at its end. */
  readonly endpoint: string;
  readonly world: World;
  readonly deliver: Deliver;
  /** How many mails Cognito's own sender sends in a day; undefined for no limit. */
  readonly dailyEmails: number | undefined;
  readonly invokeTrigger: InvokeTrigger;
  readonly after: After;
  readonly generateDataKey: GenerateDataKey | undefined;
  readonly seal: Database['seal'];
  readonly open: Database['open'];
  readonly transaction: Database['transaction'];
  readonly afterCommit: Database['afterCommit'];
  readonly pools: PoolStore;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly codes: CodeStore;
  readonly counters: CounterStore;
  readonly signIns: SignInStore;
  readonly pastPasswords: PastPasswordStore;
  readonly mfa: MfaStore;
  readonly passkeys: PasskeyStore;
  readonly devices: DeviceStore;
  readonly groups: GroupStore;
  readonly keys: SigningKeys;
}
