import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { UserPoolClient } from '../store/pool-store.ts';
import { notAuthorized } from '../wire/errors.ts';

/**
 * Base64(HMAC-SHA256(client secret, username ‖ client id)), with the username exactly as in the same request.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function checkSecretHash({ id, secrets }: UserPoolClient, username: string, hash: string | undefined): void {
  if (secrets.length === 0) return;
  if (!hash) throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
  const right = secrets.map(({ value }) => secretHash(value, username, id));
  if (!isOneOf(right, hash)) throw notAuthorized(`Unable to verify secret hash for client ${id}`);
}

/** The hash for a request that the pool's own pages make; undefined for a client without a secret. */
export function ownSecretHash({ id, secrets: [secret] }: UserPoolClient, username: string): string | undefined {
  return secret && secretHash(secret.value, username, id);
}

function secretHash(secret: string, username: string, clientId: string): string {
  return createHmac('sha256', secret).update(`${username}${clientId}`).digest('base64');
}

/** Whether the raw secret is right, for the operations that receive it: GetTokensFromRefreshToken and RevokeToken. */
export function secretMatches(client: UserPoolClient, given: string | undefined): boolean {
  return client.secrets.length === 0 || (given !== undefined && hasSecret(client, given));
}

/** Whether the text is a secret of the client; never for a client without a secret. */
export function hasSecret({ secrets }: UserPoolClient, given: string): boolean {
  return isOneOf(
    secrets.map(({ value }) => value),
    given,
  );
}

function isOneOf(right: readonly string[], given: string): boolean {
  // Compares with all of them, so that the time does not depend on which one it is.
  return right.map((text) => sameText(text, given)).includes(true);
}

/** Takes the same time wherever the texts differ and however long they are. */
function sameText(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}
