import { createHash, timingSafeEqual } from 'node:crypto';
import { uuid } from '../../../world/random.ts';
import type { Services } from '../../services.ts';
import type { UserPoolClient } from '../../store/pool-store.ts';
import type { CodeGrant } from '../../store/sign-ins/authorization-code-store.ts';
import type { SignIn } from '../../store/sign-ins/sign-in-store.ts';
import type { User } from '../../store/users/user-store.ts';
import { recordSignIn } from '../../tokens/tokens.ts';
import type { TokenChanges } from '../../triggers/token-generation.ts';
import { signsInWith } from '../../users/identities.ts';

/** @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.codes */
const validMs = 300_000;

/** A code that is only known to whoever gets it: its hash is stored. */
export function issueCode({ world, authorizationCodes }: Services, clientId: string, userId: number, grant: CodeGrant): string {
  const code = uuid(world);
  authorizationCodes.insert(hashOf(code), { clientId, userId, grant, expiresAt: world.now() + validMs });
  return code;
}

export interface Redeemed {
  readonly user: User;
  readonly signIn: SignIn;
  readonly refreshToken: string;
  readonly nonce: string | undefined;
  readonly changes: TokenChanges;
}

/**
 * The sign-in for a code, once; undefined if the code is not valid for this client, redirect URI and verifier. A code is
 * spent by the first attempt of its client, even by a wrong one. A second attempt also ends the sign-in of the first
 * (RFC 6749 §4.1.2), since one of the two was not the client's.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.codes
 */
export function redeemCode(
  services: Services,
  client: UserPoolClient,
  given: { readonly code: string; readonly redirectUri: string; readonly verifier: string | undefined },
): Redeemed | undefined {
  const { authorizationCodes, signIns, users, world, transaction } = services;
  const hash = hashOf(given.code);
  return transaction(() => {
    const code = authorizationCodes.find(hash);
    if (code?.clientId !== client.id) return undefined;
    if (!authorizationCodes.use(hash)) {
      if (code.eventId !== null) signIns.revoke(code.eventId);
      return undefined;
    }
    const { grant } = code;
    const user = users.byId(code.userId);
    const isValid =
      code.expiresAt > world.now() && grant.redirectUri === given.redirectUri && verifies(grant.codeChallenge, given.verifier);
    if (!isValid || !user?.enabled) return undefined;
    if (user.credential !== grant.credential || user.generation !== grant.generation) return undefined;
    if (!signsInWith(services, user, grant.provider ?? null)) return undefined;
    const { signIn, refreshToken } = recordSignIn(services, client, user, grant.amr, undefined, {
      grant: { scopes: grant.scopes, provider: grant.provider, resource: grant.resource },
      authTime: grant.authTime,
    });
    authorizationCodes.redeemed(hash, signIn.eventId);
    // Only `redirectWithCode` writes the changes.
    return { user, signIn, refreshToken, nonce: grant.nonce ?? undefined, changes: grant.changes as TokenChanges };
  });
}

/**
 * RFC 7636 §4.6. A verifier for a request without a challenge is refused too: somebody may have removed the challenge
 * from the request (RFC 9700 §2.1.1).
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.pkce
 */
function verifies(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null || verifier === undefined) return challenge === null && verifier === undefined;
  if (!/^[A-Za-z0-9._~-]{43,128}$/.test(verifier)) return false;
  const expected = Buffer.from(challenge, 'base64url');
  const actual = hashOf(verifier);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
