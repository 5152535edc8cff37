import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { findSession, type OpenSession } from '../secrets/challenge-sessions.ts';
import { openBlock } from '../secrets/secret-block.ts';
import { checkSecretHash } from '../secrets/secret-hash.ts';
import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { userNamed } from '../users/accounts.ts';
import { imaginaryUser } from '../users/imaginary-user.ts';
import { fold } from '../users/sign-in-names.ts';
import { incorrectCredentials, invalidParameter, invalidSession, notImplemented } from '../wire/errors.ts';
import { respond, withTokens } from './advance.ts';
import { isImplemented } from './rules.ts';
import { requiredAnswer } from './steps/answers.ts';
import type { Answers } from './steps/step.ts';

interface ChallengeAnswer {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly challengeName: ChallengeNameType;
  readonly session: string | undefined;
  readonly answers: Answers;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** Continues a sign-in for an app client or an administrator. The user is the session's, whatever the answer says. */
export async function answerChallenge(services: Services, answer: ChallengeAnswer): Promise<InitiateAuthResponse> {
  const { pool, client, challengeName, session, answers, clientMetadata } = answer;
  if (!isImplemented(challengeName)) throw notImplemented(`The challenge ${challengeName}`);
  const username = requiredAnswer(answers, 'USERNAME');
  checkSecretHash(client, username, answers['SECRET_HASH']);
  const isExchange = challengeName === 'PASSWORD_VERIFIER';
  const pending = isExchange ? openExchange(services, client, answers, session) : openSession(services, client, session);
  const user = namedUser(services, pool, pending, username);
  if (!user) throw isExchange ? incorrectCredentials() : invalidSession();
  return respond(services, { pool, client, user, clientMetadata }, pending, challengeName, answers, withTokens);
}

function openSession(services: Services, client: UserPoolClient, session: string | undefined): OpenSession {
  if (session === undefined) throw invalidParameter('Missing required parameter Session');
  return findSession(services, client, session);
}

/** An SRP exchange only needs its SECRET_BLOCK. If it was started in a session, it ends together with the session. */
function openExchange(services: Services, client: UserPoolClient, answers: Answers, session: string | undefined): OpenSession {
  const secretBlock = requiredAnswer(answers, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const block = openBlock(services, client, secretBlock);
  if (session === undefined) return block;
  const open = findSession(services, client, session);
  const { step } = open;
  const isSame = typeof step === 'object' && step !== null && 'secretBlock' in step && step.secretBlock === secretBlock;
  if (!isSame) throw invalidSession();
  return { ...block, consume: () => block.consume() && open.consume() };
}

/** The user of a pending sign-in. The answer may use any of their names, but no other user's. */
function namedUser(services: Services, pool: UserPool, { userId, nobody }: OpenSession, name: string): User | undefined {
  if (nobody !== undefined) {
    const user = imaginaryUser(pool, nobody);
    return [user.username, user.imaginedFrom].includes(fold(pool, name)) ? user : undefined;
  }
  const user = userNamed(services, pool, name);
  return user?.id === userId ? user : undefined;
}
