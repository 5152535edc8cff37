import type { Forget } from '../account-table/forget.ts';
import type { LogBook } from '../activity/log-book.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { Request } from '../call/request.ts';
import type { AdminConfig } from '../config/functions/admin.ts';
import type { Passwords } from '../passwords/passwords.ts';
import type { RecoveryCodes } from '../recovery/recovery-code-store.ts';
import type { Target } from './target.ts';

/** What the operations of `admin.lambda.ts` may use. */
export interface AdminContext extends Omit<AdminConfig, 'aws' | 'passwordRules' | 'accountTable'> {
  readonly passwords: Passwords;
  readonly request: Request;
  readonly cognito: Cognito;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Null if the stage has none. */
  readonly recoveryCodes: RecoveryCodes | null;
  /** Null if no activity is recorded. */
  readonly logBook: LogBook | null;
  /** Null if nothing is stored outside Cognito. */
  readonly forget: Forget | null;
}

/** What the operations on one user may use. */
export interface TargetContext extends AdminContext {
  readonly target: Target;
}
