import type { Forget } from '../account-table/forget.ts';
import type { LogBook } from '../activity/log-book.ts';
import type { AppClient } from '../aws/app-client.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { Request } from '../call/request.ts';
import type { AccountConfig } from '../config/functions/account.ts';
import type { GptConfig } from '../config/functions/gpt.ts';
import type { RecoveryConfig } from '../config/functions/recovery.ts';
import type { SignUpConfig } from '../config/functions/sign-up.ts';
import type { UserConfig } from '../config/functions/user.ts';
import type { Chat } from '../gpt/chat.ts';
import type { CountQuestion } from '../gpt/daily-limits.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { CountAttempt } from '../recovery/attempts.ts';
import type { RecoveryCodes } from '../recovery/recovery-code-store.ts';
import type { SecretKey } from '../secrets/secret-key.ts';
import type { EvenTime } from '../sign-in/even-time.ts';
import type { PoolDomain } from '../sign-in/pool-domain.ts';
import type { NameSeal } from '../sign-in/sealed-name.ts';

/** What the operations of `user.lambda.ts` may use. */
export interface UserContext extends Pick<UserConfig, 'authSettings'> {
  readonly evenTime: EvenTime;
  readonly nameSeal: NameSeal;
  readonly passwords: Passwords;
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
  /** Null without federation. */
  readonly domain: PoolDomain | null;
}

/** What the operations of `account.lambda.ts` may use. Cognito reads the app client from the access token. */
export interface AccountContext extends Omit<AccountConfig, 'aws' | 'passwordRules' | 'accountTable' | 'notices'> {
  readonly passwords: Passwords;
  readonly request: Request;
  readonly cognito: Cognito;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Null if the stage has no recovery codes. */
  readonly recoveryCodes: RecoveryCodes | null;
  /** Null if no activity is recorded. */
  readonly logBook: LogBook | null;
  /** Null if nothing is stored outside Cognito. */
  readonly forget: Forget | null;
}

/** What the operations of `recovery.lambda.ts` may use. */
export interface RecoveryContext
  extends Omit<RecoveryConfig, 'aws' | 'appClient' | 'passwordRules' | 'accountTable' | 'notices'> {
  readonly passwords: Passwords;
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
  /** Null if the stage has no recovery codes. */
  readonly recovery: { readonly codes: RecoveryCodes; readonly countAttempt: CountAttempt } | null;
}

/** What the operation of `sign-up.lambda.ts` may use. */
export interface SignUpContext
  extends Pick<SignUpConfig, 'userPoolId' | 'signUpModes' | 'signInNames' | 'writableAttributes' | 'reservedNames'> {
  readonly passwords: Passwords;
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
}

/** What the operation of `gpt.lambda.ts` may use. */
export interface GptContext extends Pick<GptConfig, 'paysFor' | 'messageCharacters' | 'wantsProvenAddress'> {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly chat: Chat;
  readonly apiKey: SecretKey;
  /** Null if users may ask as often as they like. */
  readonly countQuestion: CountQuestion | null;
  readonly defaultModel: string;
  /** Milliseconds from any fixed point; never goes back. */
  readonly now: () => number;
}
