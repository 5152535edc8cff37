import { type Environment, list, required } from './variables.ts';

export interface FederationConfig {
  readonly userPoolId: string;
  /** The names of the stage's providers. */
  readonly providers: ReadonlySet<string>;
}

/** Null without federation. @throws Error that names the variable that is missing. */
export function federation(env: Environment): FederationConfig | null {
  if (env['PROVIDERS'] === undefined) return null;
  return { userPoolId: required(env, 'USER_POOL_ID'), providers: new Set(list(env, 'PROVIDERS')) };
}
