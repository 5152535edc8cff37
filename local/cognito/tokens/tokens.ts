import { createHash } from 'node:crypto';
import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { timeOrderedUuid, uuid } from '../../world/random.ts';
import { bindDevice, deviceClaim } from '../devices/bind.ts';
import type { Services } from '../services.ts';
import { validitySeconds } from '../settings/client.ts';
import type { Device } from '../store/factors/device-store.ts';
import type { UserPoolClient } from '../store/pool-store.ts';
import type { Grant, SignIn } from '../store/sign-ins/sign-in-store.ts';
import type { User } from '../store/users/user-store.ts';
import { accessClaims, idClaims, type TokenChanges } from '../triggers/token-generation.ts';
import { poolOf } from '../users/accounts.ts';
import { groupClaims } from '../users/group-members.ts';
import { identitiesClaim } from '../users/identities.ts';
import { assurance } from './assurance.ts';
import { signJwt } from './jwt.ts';
import { refreshTokenHash } from './revocation.ts';
import { profileClaims, scopesOf } from './scopes.ts';
import { trackSession } from './token-sessions.ts';

export interface SignedIn {
  readonly signIn: SignIn;
  readonly refreshToken: string;
  /** Set if devices are tracked and the user signed in without a known one. */
  readonly newDevice: Device | undefined;
}

/** Stores a completed sign-in, its refresh token and its device; call it in the transaction that completes it. */
export function recordSignIn(
  services: Services,
  client: UserPoolClient,
  user: User,
  amr: readonly string[],
  device?: Device,
  granted?: { readonly grant: Grant; readonly authTime: number },
): SignedIn {
  const { world, signIns } = services;
  const now = world.now();
  const signIn: SignIn = {
    eventId: timeOrderedUuid(world),
    originJti: uuid(world),
    poolId: user.poolId,
    clientId: client.id,
    userId: user.id,
    generation: user.generation,
    authTime: granted?.authTime ?? Math.floor(now / 1000),
    amr,
    revoked: false,
    expiresAt: now + validitySeconds(client.settings).refreshToken * 1000,
    grant: granted?.grant ?? null,
  };
  const purgeAt = purgeTime(client, signIn, now);
  signIns.insert(signIn, purgeAt);
  const pool = poolOf(services, user.poolId);
  trackSession(services, pool, user, signIn, purgeAt);
  // @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.devices
  const newDevice = granted ? undefined : bindDevice(services, pool, user, signIn, device, purgeAt);
  return { signIn, refreshToken: newRefreshToken(services, client, signIn), newDevice };
}

/** An opaque token, of which only the hash is stored. */
export function newRefreshToken(
  { world, signIns }: Pick<Services, 'world' | 'signIns'>,
  client: UserPoolClient,
  signIn: SignIn,
): string {
  // Cognito's are five-part JWEs that only the service can read. Here nothing is encrypted; the parts are random.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.tokens.refresh-form
  const random = world.randomBytes(924);
  const parts = [random.subarray(0, 256), random.subarray(256, 268), random.subarray(268, 908), random.subarray(908)];
  const refreshToken = [jweHeader, ...parts.map((part) => part.toString('base64url'))].join('.');
  signIns.insertRefreshToken(refreshTokenHash(refreshToken), signIn.eventId, purgeTime(client, signIn, world.now()));
  return refreshToken;
}

const jweHeader = Buffer.from(JSON.stringify({ cty: 'JWT', enc: 'A256GCM', alg: 'RSA-OAEP' })).toString('base64url');

/**
 * An access token may outlive the refresh token, and the sign-in is kept until both have expired. It is kept a while
 * longer, so that a refresh token can be refused as expired.
 */
function purgeTime(client: UserPoolClient, { expiresAt }: SignIn, now: number): number {
  return Math.max(expiresAt + rememberedMs, now + validitySeconds(client.settings).accessToken * 1000);
}

const rememberedMs = 7 * 86_400_000;

/**
 * The access and ID tokens of a sign-in or refresh, with Cognito's claims and the changes of PreTokenGeneration. There
 * is no ID token for a grant without the scope `openid`.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.tokens
 */
export async function issueTokens(
  services: Services,
  client: UserPoolClient,
  user: User,
  signIn: SignIn,
  changes?: TokenChanges,
  nonce?: string,
): Promise<AuthenticationResultType> {
  const { world, keys, endpoint } = services;
  const { access, id } = await keys.of(user.poolId);
  const { grant } = signIn;
  const iat = Math.floor(world.now() / 1000);
  const validity = validitySeconds(client.settings);
  const groups = groupClaims(services, user);
  // Without revocation, the client's tokens do not have these claims.
  const ids = () => (client.settings.EnableTokenRevocation ? { origin_jti: signIn.originJti, jti: uuid(world) } : {});
  const common = {
    sub: user.sub,
    iss: `${endpoint}/${user.poolId}`,
    event_id: signIn.eventId,
    auth_time: signIn.authTime,
    iat,
    acr: `urn:cognito:loa:${assurance(signIn.amr)}`,
    amr: signIn.amr,
  };
  const accessToken = signJwt(
    access,
    accessClaims(
      {
        ...common,
        ...ids(),
        client_id: client.id,
        token_use: 'access',
        scope: scopesOf(signIn).join(' '),
        ...(grant && { version: 2, ...(grant.resource !== null && { aud: grant.resource }) }),
        exp: iat + validity.accessToken,
        username: user.username,
        ...deviceClaim(services, poolOf(services, user.poolId).settings, signIn),
      },
      groups,
      changes,
    ),
  );
  const idToken = async () =>
    signJwt(
      id,
      idClaims(
        {
          ...profileClaims(client, user, grant?.scopes),
          ...identitiesClaim(user),
          ...common,
          ...ids(),
          aud: client.id,
          token_use: 'id',
          exp: iat + validity.idToken,
          'cognito:username': user.username,
          ...(grant && { at_hash: leftHalfHash(await accessToken) }),
          ...(nonce !== undefined && { nonce }),
        },
        groups,
        changes,
      ),
    );
  const hasIdToken = !grant || grant.scopes.includes('openid');
  const [AccessToken, IdToken] = await Promise.all([accessToken, hasIdToken ? idToken() : undefined]);
  return { AccessToken, ...(IdToken && { IdToken }), ExpiresIn: validity.accessToken, TokenType: 'Bearer' };
}

/** The `at_hash` of OpenID Connect Core §3.1.3.6, for RS256. */
function leftHalfHash(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');
}
