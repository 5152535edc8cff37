import type { AppClient } from '../aws/app-client.ts';
import type { Cognito } from '../aws/cognito.ts';
import type { Field } from '../call/operation.ts';
import type { Request } from '../call/request.ts';
import type { GptConfig } from '../config/gpt.ts';
import type { SignUpConfig } from '../config/sign-up.ts';
import type { UserConfig } from '../config/user.ts';
import type { ApiKey } from '../gpt/api-key.ts';
import type { Chat } from '../gpt/chat.ts';
import type { CountQuestion } from '../gpt/daily-limit.ts';

// The IAM rights that a field needs decide which function serves it.
export type SignUpField = 'signUp';
export type GptField = 'gpt';
export type UserField = Exclude<Field, SignUpField | GptField>;

/** What the operations of `user.lambda.ts` may use. */
export interface UserContext extends Pick<UserConfig, 'authSettings' | 'totpIssuer'> {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
}

/** What the operation of `sign-up.lambda.ts` may use. */
export interface SignUpContext
  extends Pick<SignUpConfig, 'userPoolId' | 'signUpModes' | 'signInNames' | 'writableAttributes' | 'passwordMinimumLength'> {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
}

/** What the operation of `gpt.lambda.ts` may use. */
export interface GptContext extends Pick<GptConfig, 'paysFor' | 'messageCharacters'> {
  readonly request: Request;
  readonly chat: Chat;
  readonly apiKey: ApiKey;
  /** Null if users may ask as often as they like. */
  readonly countQuestion: CountQuestion | null;
  readonly defaultModel: string;
  /** Milliseconds from any fixed point; never goes back. */
  readonly now: () => number;
}
