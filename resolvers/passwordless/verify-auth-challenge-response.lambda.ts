import { createHash, timingSafeEqual } from 'node:crypto';
import type { ChallengeEvent } from './challenge-event.ts';

type VerifyEvent = ChallengeEvent<
  { readonly privateChallengeParameters: Readonly<Record<string, string>>; readonly challengeAnswer: string },
  { answerCorrect: boolean }
>;

/**
 * The trigger VerifyAuthChallengeResponse of `signIn.passwordless`, which needs no rights: whether the answer is the
 * code that was sent. If none was, no answer is.
 */
export async function handler(event: VerifyEvent): Promise<VerifyEvent> {
  const { privateChallengeParameters, challengeAnswer, userNotFound = false } = event.request;
  const { code } = privateChallengeParameters;
  event.response = { answerCorrect: code !== undefined && !userNotFound && isSame(code, challengeAnswer.trim()) };
  return event;
}

/** Takes the same time for all texts, so that the time reveals nothing about the code. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
