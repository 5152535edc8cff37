import type { Invoke } from '../../world/invoke.ts';
import type { World } from '../../world/world.ts';
import type { AuthMode } from './auth-mode.ts';

/** One GraphQL API, as the template describes it. */
export interface GraphqlApiModel {
  readonly apiId: string;
  readonly name: string;
  /** The deployed SDL, in AppSync's dialect. */
  readonly definition: string;
  readonly defaultMode: AuthMode;
  readonly additionalModes: readonly AuthMode[];
  /** Levels of fields, 1 to 75; null for no limit. */
  readonly queryDepthLimit: number | null;
  /** Resolver calls per request; null for AppSync's own limit of 10,000. */
  readonly resolverCountLimit: number | null;
  readonly introspection: boolean;
  /** What resolver code reads as `ctx.env`. */
  readonly environmentVariables: Readonly<Record<string, string>>;
  readonly resolvers: readonly ResolverModel[];
}

export interface ResolverModel {
  readonly typeName: string;
  readonly fieldName: string;
  /** APPSYNC_JS 1.0.0: one bundled ES module that exports `request` and `response`. */
  readonly code: string;
  readonly dataSource: DataSourceModel;
}

export type DataSourceModel = { readonly type: 'AWS_LAMBDA'; readonly functionArn: string } | { readonly type: 'NONE' };

/** What the API knows about a user pool: its issuer, and the keys that sign its tokens. */
export interface TokenIssuer {
  readonly issuer: string;
  jwks(): { readonly keys: readonly JsonWebKey[] };
}

type JsonWebKey = Readonly<Record<string, unknown>>;

export interface GraphqlApiOptions {
  readonly model: GraphqlApiModel;
  /** The one valid `x-api-key`, if the API has that mode. */
  readonly apiKey: string;
  readonly userPools: (userPoolId: string) => TokenIssuer;
  readonly invoke: Invoke;
  readonly world: World;
  /** Receives one line for each fault that the caller has not caused. It never contains what a caller sent. */
  readonly log?: (line: string) => void;
  /**
   * Calls back once after so many milliseconds, unless the returned function is called first. Default: the system's
   * timer.
   */
  readonly startTimer?: StartTimer;
}

export type StartTimer = (milliseconds: number, ring: () => void) => () => void;
