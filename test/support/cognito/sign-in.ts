import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { password, type TestPool } from './pool.ts';

/** Signs in with a password. */
export function signIn(
  { cognito, clientId }: TestPool,
  USERNAME: string,
  PASSWORD = password,
  more: Readonly<Record<string, string>> = {},
) {
  return cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME, PASSWORD, ...more },
  });
}

/** Signs in with a password and without a challenge; gives the tokens. */
export async function signedIn(world: TestPool, username: string, typed = password) {
  const { AuthenticationResult } = await signIn(world, username, typed);
  const { AccessToken, RefreshToken, IdToken, ExpiresIn } = AuthenticationResult ?? {};
  if (!AccessToken || !RefreshToken || !IdToken) throw new Error(`${username} is not signed in.`);
  return { AccessToken, RefreshToken, IdToken, ExpiresIn };
}

/** Signs in with USER_AUTH, which asks for a first factor. */
export function choose({ cognito, clientId }: TestPool, USERNAME: string, more: Readonly<Record<string, string>> = {}) {
  return cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_AUTH', AuthParameters: { USERNAME, ...more } });
}

export function respond(
  { cognito, clientId }: TestPool,
  ChallengeName: ChallengeNameType | undefined,
  Session: string | undefined,
  ChallengeResponses: Record<string, string>,
) {
  return cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName, Session, ChallengeResponses });
}

export function refresh({ cognito, clientId }: TestPool, RefreshToken: string) {
  return cognito.getTokensFromRefreshToken({ ClientId: clientId, RefreshToken });
}
