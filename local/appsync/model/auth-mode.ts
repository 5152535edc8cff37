/** A way in, as `AWS::AppSync::GraphQLApi` lists them. */
export type AuthMode = { readonly type: 'API_KEY' } | IamMode | UserPoolMode;

/** Signed requests of callers whose IAM policies allow `appsync:GraphQL`: on a laptop nobody's do. */
interface IamMode {
  readonly type: 'AWS_IAM';
}

export interface UserPoolMode {
  readonly type: 'AMAZON_COGNITO_USER_POOLS';
  readonly userPoolId: string;
  /**
   * Compared with `aud` (ID token) or `client_id` (access token); null takes every client of the pool.
   * @see docs/aws-behaviour/appsync.md#appsync.auth.client-id
   */
  readonly appIdClientRegex: string | null;
  /** What a field without a directive means to a signed-in user. Only the default mode's word counts. */
  readonly defaultAction: 'ALLOW' | 'DENY';
}

/** Who calls, once the credential is checked. */
export type Caller =
  | { readonly mode: 'API_KEY'; readonly isDefaultMode: boolean }
  | {
      readonly mode: 'AMAZON_COGNITO_USER_POOLS';
      readonly isDefaultMode: boolean;
      readonly groups: readonly string[];
      readonly identity: Identity;
    };

/** `ctx.identity` of a signed-in user (AppSync, "Resolver context reference"). Keys in AppSync's order. */
interface Identity {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly defaultAuthStrategy: 'ALLOW' | 'DENY';
  readonly groups: readonly string[] | null;
  readonly issuer: string;
  readonly sourceIp: readonly string[];
  readonly sub: string;
  readonly username: string;
}
