import type { ChallengeNameType, RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { decodeJwt } from 'jose';
import {
  type Authenticator,
  authenticator,
  type Lies,
  type Made,
  type RequestOptions,
} from '../../../support/cognito/authenticator.ts';
import { createTestPool, password, type TestPool } from '../../../support/cognito/pool.ts';

export const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

export const passkeyPool = {
  Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
  WebAuthnRelyingPartyID: 'example.com',
};

const client = { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] };

/** A pool and, in it, ada. */
export async function poolWithAda(pool: Record<string, unknown> = {}): Promise<TestPool> {
  const world = createTestPool({ ...passkeyPool, ...pool }, client);
  await world.confirmedUser('ada');
  return world;
}

export async function register({ cognito, clientId }: TestPool, username: string, key: Authenticator): Promise<void> {
  const { AuthenticationResult } = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD: password },
  });
  const AccessToken = AuthenticationResult?.AccessToken;
  const { CredentialCreationOptions } = await cognito.startWebAuthnRegistration({ AccessToken });
  await cognito.completeWebAuthnRegistration({ AccessToken, Credential: key.create(CredentialCreationOptions) });
}

export async function withPasskey(made: Made = {}, pool: Record<string, unknown> = {}) {
  const world = await poolWithAda(pool);
  const key = authenticator(made);
  await register(world, 'ada', key);
  return { world, key };
}

export const begin = (
  { cognito, clientId }: TestPool,
  USERNAME = 'ada',
  more: Record<string, string> = { PREFERRED_CHALLENGE: 'WEB_AUTHN' },
) => cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...more } });

export const respond = (
  { cognito, clientId }: TestPool,
  ChallengeName: ChallengeNameType,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) => cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName, Session, ChallengeResponses });

export function requested({ ChallengeParameters }: RespondToAuthChallengeResponse): RequestOptions {
  return JSON.parse(ChallengeParameters?.['CREDENTIAL_REQUEST_OPTIONS'] ?? '');
}

export const prove = (world: TestPool, Session: string | undefined, credential: object, USERNAME = 'ada') =>
  respond(world, 'WEB_AUTHN', Session, { USERNAME, CREDENTIAL: JSON.stringify(credential) });

export async function signIn(world: TestPool, key: Authenticator, lies: Lies = {}) {
  const asked = await begin(world);
  return prove(world, asked.Session, key.get(requested(asked), lies));
}

export const claims = ({ AuthenticationResult }: RespondToAuthChallengeResponse) =>
  decodeJwt(AuthenticationResult?.AccessToken ?? '');
