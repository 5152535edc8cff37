import type { AppClient, Cognito } from './aws/cognito.ts';
import type { GptConfig, SignUpConfig, UserConfig } from './config.ts';
import type { MutationResolvers, QueryResolvers } from './generated/schema.ts';
import type { ApiKey } from './gpt/api-key.ts';
import type { Chat } from './gpt/chat.ts';
import type { CountQuestion } from './gpt/daily-limit.ts';

/** One GraphQL field, as a function of its arguments. */
export type Operation<TResult, _TParent, TContext, TArgs> = (args: TArgs, context: TContext) => Promise<TResult>;

/** Who calls, and with what. AppSync has verified the token and the field's directives. */
export interface Request {
  readonly requestId: string;
  /** The token of the `authorization` header, access or ID; null for a caller with an API key. */
  readonly accessToken: string | null;
  readonly identity: Identity | null;
  /** The address that called AppSync; null where AppSync tells of none. A proxy, an office or a mobile network may stand behind it. */
  readonly sourceIp: string | null;
  readonly userAgent: string | null;
}

export interface Identity {
  readonly sub: string;
  readonly username: string;
  readonly groups: readonly string[];
  /** `access` or `id`. */
  readonly tokenUse: string;
}

/** What an operation of `user.lambda.ts` may use. */
export interface UserContext extends Pick<UserConfig, 'authSettings' | 'totpIssuer'> {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
}

/** What an operation of `sign-up.lambda.ts` may use. */
export interface SignUpContext
  extends Pick<SignUpConfig, 'userPoolId' | 'signUpModes' | 'signInNames' | 'writableAttributes' | 'passwordMinimumLength'> {
  readonly request: Request;
  readonly cognito: Cognito;
  readonly client: AppClient;
}

/** What an operation of `gpt.lambda.ts` may use. */
export interface GptContext extends Pick<GptConfig, 'paysFor' | 'messageCharacters'> {
  readonly request: Request;
  readonly chat: Chat;
  readonly apiKey: ApiKey;
  /** Null where a user may ask as often as they like. */
  readonly countQuestion: CountQuestion | null;
  readonly defaultModel: string;
  /** Milliseconds from any fixed point; never goes back. */
  readonly now: () => number;
}

/** Named in codegen.yml. An operation asks for its own function's part of it. */
export interface RequestContext extends UserContext, SignUpContext, GptContext {}

type Resolvers = Required<QueryResolvers> & Required<MutationResolvers>;

/** A root field of the schema. */
export type Field = keyof Resolvers;

/** The operation behind a root field: its arguments and its result are the schema's. */
export type FieldOperation<F extends Field, Context> = (
  args: Parameters<Callable<F>>[0],
  context: Context,
) => ReturnType<Callable<F>>;

type Callable<F extends Field> = Extract<Resolvers[F], (...args: never) => unknown>;

/** Just these fields: one that is missing, or that belongs to another function, does not compile. */
export type Operations<F extends Field, Context> = { readonly [K in F]: FieldOperation<K, Context> } & {
  readonly [K in Exclude<Field, F>]?: never;
};

/** Which function serves a field follows from the IAM rights that it needs. */
export type SignUpField = 'signUp';
export type GptField = 'gpt';
export type UserField = Exclude<Field, SignUpField | GptField>;
