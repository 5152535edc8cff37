import type { Services } from '../services.ts';
import { invalidParameter } from '../wire/errors.ts';
import { type Caller, fire } from './fire.ts';
import { unrecognizable } from './response-members.ts';
import { personOf, type SigningIn } from './sign-in.ts';
import type { ChallengeResult, Strings } from './table.ts';

// https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-challenge.html

/** A challenge from CreateAuthChallenge, and the rounds before it. */
export interface CustomChallenge {
  readonly rounds: readonly ChallengeResult[];
  readonly publicParameters: Strings;
  /** Usually contains the right answer. Encrypted in the session, and passed only to VerifyAuthChallengeResponse. */
  readonly privateParameters: Strings;
  readonly metadata: string | undefined;
}

/** What DefineAuthChallenge decides after the rounds so far. */
export type Verdict =
  | { readonly ask: CustomChallenge }
  | { readonly ask: 'PASSWORD_VERIFIER' }
  | 'issueTokens'
  | 'failAuthentication';

/**
 * Asks DefineAuthChallenge what comes next and, for a custom challenge, CreateAuthChallenge for that challenge. Throws
 * InvalidParameterException if the pool lacks one of the three triggers.
 */
export async function nextRound(services: Services, situation: SigningIn, rounds: readonly ChallengeResult[]): Promise<Verdict> {
  const { userName, caller, person } = toldOf(situation);
  const occasion = 'Authentication';
  const request = { ...person, session: rounds };
  const answer = await fire(services, situation.pool, 'DefineAuthChallenge', { occasion, userName, caller, request });
  if (!answer) throw notConfigured();
  const { challengeName, issueTokens, failAuthentication } = answer;
  if (failAuthentication) return 'failAuthentication';
  if (issueTokens) return 'issueTokens';
  if (challengeName === 'PASSWORD_VERIFIER') return { ask: challengeName };
  if (challengeName !== 'CUSTOM_CHALLENGE') throw unrecognizable();
  const created = await fire(services, situation.pool, 'CreateAuthChallenge', {
    occasion,
    userName,
    caller,
    request: { ...request, challengeName },
  });
  if (!created) throw notConfigured();
  const { publicChallengeParameters: publicParameters = {}, privateChallengeParameters: privateParameters = {} } = created;
  // Without them no answer could be checked, so Cognito refuses the sign-in. The public ones may be empty.
  // @see docs/aws-behaviour/cognito-sign-in.md#cognito.custom.empty-private-parameters
  if (Object.keys(privateParameters).length === 0) return 'failAuthentication';
  return {
    ask: {
      rounds,
      publicParameters,
      privateParameters,
      metadata: created.challengeMetadata,
    },
  };
}

/**
 * Lets VerifyAuthChallengeResponse check an answer, and returns the rounds including this one. A wrong answer is not an
 * error: DefineAuthChallenge decides what it means.
 */
export async function judge(
  services: Services,
  situation: SigningIn,
  { rounds, privateParameters, metadata }: CustomChallenge,
  challengeAnswer: string,
): Promise<readonly ChallengeResult[]> {
  const { userName, caller, person } = toldOf(situation);
  const answer = await fire(services, situation.pool, 'VerifyAuthChallengeResponse', {
    occasion: 'Authentication',
    userName,
    caller,
    request: { ...person, privateChallengeParameters: privateParameters, challengeAnswer },
  });
  if (!answer) throw notConfigured();
  const round = { challengeName: 'CUSTOM_CHALLENGE', challengeResult: answer.answerCorrect };
  return [...rounds, metadata === undefined ? round : { ...round, challengeMetadata: metadata }];
}

const notConfigured = () => invalidParameter('Custom auth lambda trigger is not configured for the user pool.');

function toldOf(situation: SigningIn) {
  const { userName, ...person } = personOf(situation);
  const caller: Caller = { clientId: situation.client.id, clientMetadata: situation.clientMetadata };
  return { userName, caller, person };
}
