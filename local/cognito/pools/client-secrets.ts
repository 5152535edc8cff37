import { lowercaseAlphanumerics, randomString } from '../../world/random.ts';
import type { Services } from '../services.ts';
import type { ClientSecret, UserPoolClient } from '../store/pool-store.ts';
import { CognitoError, invalidParameter, resourceNotFound } from '../wire/errors.ts';

type Effects = Pick<Services, 'pools' | 'world'>;

/** @see docs/aws-behaviour/cognito-machines.md#cognito.secrets.two */
const secretsPerClient = 2;

/**
 * The secret that a client is described with: the oldest, until it is deleted. Null for a client without a secret.
 * @see docs/aws-behaviour/cognito-machines.md#cognito.secrets.described
 */
export function currentSecret({ secrets }: UserPoolClient): string | null {
  return secrets[0]?.value ?? null;
}

/** A generated secret if none is given. */
export function storeSecret({ pools, world }: Effects, client: UserPoolClient, given: string | undefined): ClientSecret {
  const latest = Math.max(...client.secrets.map(({ createdAt }) => createdAt), Number.NEGATIVE_INFINITY);
  // The id is made of the time, so that no two secrets may have the same.
  const createdAt = Math.max(world.now(), latest + 1);
  const value = given ?? randomString(world, lowercaseAlphanumerics, 51);
  const secret = { id: `${client.id}--${createdAt}`, value, createdAt };
  pools.addSecret(client.id, secret);
  return secret;
}

/**
 * Throws InvalidParameterException for a client without a secret, which can never get one, and LimitExceededException
 * for one that has two.
 * @see docs/aws-behaviour/cognito-machines.md#cognito.secrets.texts
 */
export function addSecret(effects: Effects, client: UserPoolClient, given: string | undefined): ClientSecret {
  if (client.secrets.length === 0) throw invalidParameter('The app client was created without a client secret.');
  if (client.secrets.length >= secretsPerClient) {
    throw new CognitoError('LimitExceededException', `An app client has at most ${secretsPerClient} client secrets.`);
  }
  return storeSecret(effects, client, given);
}

/** Throws ResourceNotFoundException for an unknown id, and InvalidParameterException for the last secret. */
export function deleteSecret({ pools }: Effects, { id, secrets }: UserPoolClient, secretId: string): void {
  if (!secrets.some((secret) => secret.id === secretId)) throw resourceNotFound(`Client secret ${secretId} does not exist.`);
  if (secrets.length === 1) throw invalidParameter('The last client secret of an app client cannot be deleted.');
  pools.removeSecret(id, secretId);
}
