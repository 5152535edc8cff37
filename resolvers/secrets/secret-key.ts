import type * as sdk from '@aws-sdk/client-secrets-manager';
import type { AwsConfig } from '../aws/endpoint.ts';
import { endpointOf } from '../aws/endpoint.ts';
import { jsonProtocol } from '../aws/json-protocol.ts';
import { isThrottled, isUnreachable } from '../aws/no-answer.ts';
import { createPost } from '../aws/post.ts';
import { type Client, type ClientOptions, type CommandsOf, createClient } from '../aws/send.ts';
import { createSign } from '../aws/sign.ts';
import { AuthError } from '../errors/auth-error.ts';
import { isObject } from '../input/reader.ts';

type Secrets = Client<CommandsOf<typeof sdk, 'GetSecretValue'>>;

/** A key of this deployment, such as the one for the language model. */
export interface SecretKey {
  /** Null if there is none. @throws AuthError `UNAVAILABLE`, `INTERNAL`. */
  readonly read: () => Promise<string | null>;
  /** Makes the next `read` fetch the key again, since it was refused and may have been rotated. */
  readonly forget: () => void;
}

export interface SecretKeyOptions {
  readonly secrets: Secrets;
  readonly secretId: string;
  /** The member of the secret's JSON that holds the key, such as `apiKey`. */
  readonly member: string;
  /** Milliseconds from any fixed point. */
  readonly now: () => number;
}

/** How long a rotated key may go unnoticed. */
const TTL_MS = 5 * 60_000;

/** Reads the secret when a key is first needed, and again after five minutes. A missing key is not cached. */
export function createSecretKey({ secrets, secretId, member, now }: SecretKeyOptions): SecretKey {
  let kept: { readonly key: string; readonly until: number } | null = null;
  return {
    read: async () => {
      if (kept !== null && now() < kept.until) return kept.key;
      const key = await readSecret(secrets, secretId, member);
      kept = key === null ? null : { key, until: now() + TTL_MS };
      return key;
    },
    forget: () => {
      kept = null;
    },
  };
}

/** @param env Lambda's own environment, for the credentials. */
export function createSecrets(
  aws: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Partial<Pick<ClientOptions, 'post'>> = {},
): Secrets {
  const endpoint = endpointOf('secretsmanager', aws);
  return createClient({
    protocol: jsonProtocol('1.1', 'secretsmanager'),
    endpoint,
    post: createPost(endpoint),
    // It only reads.
    isRepeatable: () => true,
    sign: createSign('secretsmanager', aws, env),
    ...options,
  });
}

/** No secret, no value in it yet, or a secret that is being deleted (`API_GetSecretValue`). */
const noSecret = new Set(['ResourceNotFoundException', 'InvalidRequestException']);

async function readSecret(secrets: Secrets, secretId: string, member: string): Promise<string | null> {
  try {
    const { SecretString } = await secrets.send('GetSecretValue', { SecretId: secretId });
    return keyIn(SecretString ?? '', member);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (noSecret.has(error.name)) return null;
    if (isThrottled(error) || isUnreachable(error)) {
      throw new AuthError('UNAVAILABLE', 'The key could not be read in time. Try again.', { retryable: true, cause: error });
    }
    throw new AuthError('INTERNAL', 'Something went wrong.', { cause: error });
  }
}

/** The secret is such as `{"apiKey": "…"}`. Anything else is no key, and is never shown. */
function keyIn(secret: string, member: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(secret);
  } catch {
    return null;
  }
  const key = isObject(value) ? value[member] : undefined;
  return typeof key === 'string' && key.trim() !== '' ? key.trim() : null;
}
