import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession, type SrpSession } from '../srp.ts';
import type { TestPool } from './pool.ts';

export interface SrpStart {
  readonly session: SrpSession;
  readonly response: InitiateAuthResponse;
}

export async function beginSrp(
  { cognito, clientId, userPoolId }: TestPool,
  username: string,
  password: string,
  more: Record<string, string> = {},
): Promise<SrpStart> {
  const session = createSrpSession(username, password, userPoolId);
  const AuthParameters = { USERNAME: username, SRP_A: session.largeA, ...more };
  return { session, response: await cognito.initiateAuth({ ClientId: clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters }) };
}

/** The ChallengeResponses for a PASSWORD_VERIFIER challenge. */
export function srpAnswers(
  { clock }: Pick<TestPool, 'clock'>,
  { session, response: { ChallengeParameters = {} } }: SrpStart,
  at = clock.now(),
): Record<string, string> {
  const { signature, timestamp } = session.prove(ChallengeParameters, at);
  return {
    USERNAME: ChallengeParameters['USER_ID_FOR_SRP'] ?? '',
    PASSWORD_CLAIM_SIGNATURE: signature,
    PASSWORD_CLAIM_SECRET_BLOCK: ChallengeParameters['SECRET_BLOCK'] ?? '',
    TIMESTAMP: timestamp,
  };
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
