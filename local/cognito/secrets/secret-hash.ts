import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { UserPoolClient } from '../store/pool-store.ts';
import { notAuthorized } from '../wire/errors.ts';

/**
 * Base64(HMAC-SHA256(client secret, username ‖ client id)), with the username exactly as in the same request.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash
 */
export function checkSecretHash({ id, secret }: UserPoolClient, username: string, hash: string | undefined): void {
  if (secret === null) return;
  if (!hash) throw notAuthorized(`Client ${id} is configured with secret but SECRET_HASH was not received`);
  const right = createHmac('sha256', secret).update(`${username}${id}`).digest('base64');
  if (!sameText(right, hash)) throw notAuthorized(`Unable to verify secret hash for client ${id}`);
}

/** Whether the raw secret is right, for the operations that receive it: GetTokensFromRefreshToken and RevokeToken. */
export function secretMatches({ secret }: UserPoolClient, given: string | undefined): boolean {
  return secret === null || (given !== undefined && sameText(secret, given));
}

/** Takes the same time wherever the texts differ and however long they are. */
function sameText(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest());
}
