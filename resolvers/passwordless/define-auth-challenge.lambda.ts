import type { ChallengeEvent, Round } from './challenge-event.ts';

type DefineEvent = ChallengeEvent<
  { readonly session: readonly Round[] },
  { challengeName?: string; issueTokens: boolean; failAuthentication: boolean }
>;

/** How many wrong codes one sign-in allows. Then one of 333,333 sign-ins guesses a code of six digits. */
const attempts = 3;

/**
 * The trigger DefineAuthChallenge of `signIn.passwordless`, which needs no rights. The order of the sign-in: it asks for
 * the code until it is right, or until three were wrong.
 */
export async function handler(event: DefineEvent): Promise<DefineEvent> {
  const { session, userNotFound = false } = event.request;
  // A client may begin CUSTOM_AUTH with a password (SRP_A); this sign-in has none.
  const isForeign = session.some(({ challengeName }) => challengeName !== 'CUSTOM_CHALLENGE');
  const isRight = session.at(-1)?.challengeResult === true && !userNotFound;
  if (isForeign || (!isRight && session.length >= attempts)) {
    event.response = { issueTokens: false, failAuthentication: true };
  } else if (isRight) {
    event.response = { issueTokens: true, failAuthentication: false };
  } else {
    event.response = { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false };
  }
  return event;
}
