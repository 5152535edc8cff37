import { SignOutUrlDocument } from '../../generated/federation.ts';
import { type Endpoint, request } from '../request.ts';
import { ownAddress } from './authorization.ts';

/**
 * The address that ends the session at the pool's domain, too, and then returns to this page. Without it, the next
 * "Continue with …" within an hour would sign in the same person without a question. Null if the API does not answer,
 * or if the domain may not return here.
 */
export async function departureForGood(endpoint: Endpoint): Promise<string | null> {
  return request(endpoint, SignOutUrlDocument, { redirectUri: ownAddress() }).then(
    ({ signOutUrl }) => signOutUrl,
    () => null,
  );
}
