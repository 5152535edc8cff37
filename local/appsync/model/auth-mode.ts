/** An authorization mode, as `AWS::AppSync::GraphQLApi` lists it. */
export type AuthMode = { readonly type: 'API_KEY' } | IamMode | UserPoolMode;

/** Signed requests of callers whose IAM policies allow `appsync:GraphQL`. No caller on a laptop has such a policy. */
interface IamMode {
  readonly type: 'AWS_IAM';
}

export interface UserPoolMode {
  readonly type: 'AMAZON_COGNITO_USER_POOLS';
  readonly userPoolId: string;
  /**
   * Compared with `aud` (ID token) or `client_id` (access token); null accepts every client of the pool.
   * @see docs/aws-behaviour/appsync.md#appsync.auth.client-id
   */
  readonly appIdClientRegex: string | null;
  /** Whether a signed-in user may have a field without a directive. Only used in the default mode. */
  readonly defaultAction: 'ALLOW' | 'DENY';
}

/** The caller, after the credential was checked. */
export type Caller =
  | { readonly mode: 'API_KEY'; readonly isDefaultMode: boolean }
  | {
      readonly mode: 'AMAZON_COGNITO_USER_POOLS';
      readonly isDefaultMode: boolean;
      readonly groups: readonly string[];
      readonly identity: Identity;
    };

/** `ctx.identity` of a signed-in user (AppSync, "Resolver context reference"), with its keys in AppSync's order. */
interface Identity {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly defaultAuthStrategy: 'ALLOW' | 'DENY';
  readonly groups: readonly string[] | null;
  readonly issuer: string;
  readonly sourceIp: readonly string[];
  readonly sub: string;
  readonly username: string;
}
