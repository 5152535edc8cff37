import type { AppClientConfig } from '../aws/app-client.ts';
import type { AwsConfig } from '../aws/endpoint.ts';
import { oneOf } from '../input/reader.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

// Each function throws an Error that names the variable that is missing or wrong.

export function aws(env: Environment, endpointVariable: string): AwsConfig {
  return { region: required(env, 'AWS_REGION'), endpoint: url(env, endpointVariable) };
}

export function appClient(env: Environment): AppClientConfig {
  return {
    clientId: required(env, 'USER_POOL_CLIENT_ID'),
    clientSecret: env['USER_POOL_CLIENT_SECRET'] || null,
    passesCallerAddress: env['PASS_CALLER_ADDRESS'] === 'true',
  };
}

export function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

export function count(env: Environment, name: string): number {
  const value = Number(required(env, name));
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`The environment variable ${name} must be a whole number of at least 1.`);
  return value;
}

const words = { true: 'true', false: 'false' } as const;

/** `true` or `false`: a forgotten variable must not mean "no". */
export function flag(env: Environment, name: string): boolean {
  return oneOf<'true' | 'false'>(words)(required(env, name), name) === 'true';
}

/** The variable may be empty, but must exist: a forgotten list must not mean "none". */
export function list(env: Environment, name: string): string[] {
  const value = env[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is missing.`);
  return value.split(',').flatMap((item) => item.trim() || []);
}

/** As `list`, for the members of an enum. */
export function members<T extends string>(env: Environment, name: string, all: Readonly<Record<string, T>>): ReadonlySet<T> {
  return new Set(list(env, name).map((word) => oneOf(all)(word, name)));
}

export function url(env: Environment, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`The environment variable ${name} must be an http or https URL.`);
  }
  return value;
}
