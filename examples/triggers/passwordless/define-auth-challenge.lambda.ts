import type { ChallengeEvent, Round } from './challenge-event.ts';

type DefineEvent = ChallengeEvent<
  { readonly session: readonly Round[] },
  { challengeName?: string; issueTokens: boolean; failAuthentication: boolean }
>;

/** Wrong codes in one sign-in. A code of six digits is then guessed once in 333,333 sign-ins. */
const attempts = 3;

/** The order of the sign-in: a code, until it is right or three were wrong. */
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
