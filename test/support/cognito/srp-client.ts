import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import type { TestPool } from './pool.ts';

// Sign-in by SRP with the mathematics of cognito-srp-helper, which knows nothing of the code under test but the wire.

/** `Wed Apr 5 22:42:34 UTC 2017`, of the test's own clock. */
export function srpTimestamp(now: number): string {
  const [weekday, day, month, year, clock] = new Date(now).toUTCString().replace(',', '').split(' ');
  return `${weekday} ${month} ${Number(day)} ${clock} UTC ${year}`;
}

export interface SrpStart {
  readonly session: ReturnType<typeof createSrpSession>;
  readonly response: InitiateAuthResponse;
}

export async function beginSrp(
  { cognito, clientId, userPoolId }: TestPool,
  username: string,
  password: string,
  more: Record<string, string> = {},
): Promise<SrpStart> {
  const session = createSrpSession(username, password, userPoolId, false);
  const AuthParameters = { USERNAME: username, ...more };
  const request = wrapInitiateAuth(session, { ClientId: clientId, AuthFlow: 'USER_SRP_AUTH' as const, AuthParameters });
  return { session, response: await cognito.initiateAuth(request) };
}

/** The ChallengeResponses for a PASSWORD_VERIFIER challenge. */
export function srpAnswers(
  { clock }: Pick<TestPool, 'clock'>,
  { session, response }: SrpStart,
  at = clock.now(),
): Record<string, string> {
  const { ChallengeParameters = {} } = response;
  const signed = signSrpSession({ ...session, timestamp: srpTimestamp(at) }, { ChallengeParameters });
  const { ChallengeResponses } = wrapAuthChallenge(signed, {
    ClientId: 'x',
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: { USERNAME: ChallengeParameters['USER_ID_FOR_SRP'] ?? '' },
  });
  return { ...ChallengeResponses };
}

export function answerSrp(
  { cognito, clientId }: TestPool,
  ChallengeResponses: Record<string, string>,
  Session?: string | undefined,
) {
  return cognito.respondToAuthChallenge({ ClientId: clientId, ChallengeName: 'PASSWORD_VERIFIER', Session, ChallengeResponses });
}

export async function signInBySrp(world: TestPool, username: string, password: string) {
  return answerSrp(world, srpAnswers(world, await beginSrp(world, username, password)));
}
