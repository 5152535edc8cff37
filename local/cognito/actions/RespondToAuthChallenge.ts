import { clientOf, userNamed } from '../accounts.ts';
import { action } from '../action.ts';
import { requiredAnswer } from '../challenges/answers.ts';
import { invalidParameter, invalidSession, notImplemented, userDisabled } from '../errors.ts';
import { required, structure } from '../members.ts';
import { challengeName, clientId, session, textMap } from '../model.ts';
import { checkSecretHash } from '../secret-hash.ts';
import { findSession } from '../sessions.ts';
import { isImplemented, respond } from '../sign-in.ts';

const input = structure({
  ClientId: required(clientId),
  ChallengeName: required(challengeName),
  Session: session,
  ChallengeResponses: textMap,
  ClientMetadata: textMap,
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export const RespondToAuthChallenge = action(
  input,
  async ({ ClientId, ChallengeName, Session, ChallengeResponses: answers = {}, ClientMetadata: clientMetadata }, services) => {
    const { client, pool } = clientOf(services, ClientId);
    if (!isImplemented(ChallengeName)) throw notImplemented(`The challenge ${ChallengeName}`);
    const username = requiredAnswer(answers, 'USERNAME');
    checkSecretHash(client, username, answers['SECRET_HASH']);
    if (Session === undefined) throw invalidParameter('Missing required parameter Session');
    const pending = findSession(services, client, Session);
    const user = services.users.byId(pending.record.userId);
    // The user is the session's. The answer may name him by any of his names, but nobody else.
    if (!user || userNamed(services, pool, username)?.id !== user.id) throw invalidSession();
    if (!user.enabled) throw userDisabled();
    return respond(services, { pool, client, user, clientMetadata }, pending, ChallengeName, answers);
  },
);
