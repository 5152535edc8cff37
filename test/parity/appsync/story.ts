/**
 * Questions to an AppSync API of this project, asked over plain HTTP. The recording of its requests and their answers
 * is what is compared.
 */
export interface ApiStory {
  /** A sentence that names what is asked. It is the key of the recording, so it is unique. */
  readonly name: string;
  /** The facts of docs/aws-behaviour that the answers settle. */
  readonly asks: readonly string[];
  run(stage: ApiStage): Promise<void>;
}

export interface ApiRequest {
  /** Default: POST. */
  readonly method?: 'GET' | 'OPTIONS' | 'POST' | 'PUT';
  /** What follows the `?` of the URL. */
  readonly query?: string;
  /** Text is sent as it is, anything else as JSON. Default: nothing. */
  readonly body?: unknown;
  /** Default: the API key alone. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What the recording has in place of a body that is too long for it. */
  readonly shown?: string;
}

/** What a story may use. */
interface ApiStage {
  readonly apiKey: string;
  /** Sends a request to `/graphql`. It is recorded. */
  ask(request: ApiRequest): Promise<void>;
  /** A signed-in user whom the probe makes, and deletes after the story. Not recorded. */
  user(): Promise<ApiUser>;
  /** A user with a temporary password: their sign-in is answered with a challenge. Not recorded. */
  invited(): Promise<{ readonly username: string; readonly password: string }>;
  /** An access token of the same pool for an app client that the API does not know. Not recorded. */
  strangersToken(): Promise<string>;
  /** Evaluates a function of the resolver that every field has, as AppSync's EvaluateCode does. It is recorded. */
  evaluate(phase: 'request' | 'response', context: ResolverContext): Promise<void>;
}

export interface ApiUser {
  readonly accessToken: string;
  readonly idToken: string;
}

/** What resolver code reads of its context, as EvaluateCode takes it. */
export interface ResolverContext {
  readonly arguments?: unknown;
  readonly identity?: unknown;
  readonly request?: { readonly headers: Readonly<Record<string, string>> };
  readonly info: { readonly fieldName: string; readonly parentTypeName: string };
  /** What the data source answered. */
  readonly result?: unknown;
  /** How the data source failed. */
  readonly error?: { readonly message: string; readonly type: string };
}

/** Why a story cannot be run against this target. */
export class NotHere extends Error {}
