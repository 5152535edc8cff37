import type { ChallengeName, RespondToChallengeInput } from './generated/operations.ts';
import { ask } from './terminal.ts';

/** The fields that every challenge has, and that go back with the answer. */
export interface Challenge {
  readonly name: ChallengeName;
  readonly username: string;
  readonly session: string | null;
}

/** The challenges that one line of input answers: the member of RespondToChallengeInput, and what to ask for. */
const questions: Partial<
  Record<ChallengeName, readonly [member: 'newPassword' | 'password' | 'code' | 'answer', question: string]>
> = {
  NEW_PASSWORD_REQUIRED: ['newPassword', 'New password'],
  SOFTWARE_TOKEN_MFA: ['code', 'Code of the authenticator app'],
  SMS_MFA: ['code', 'Code of the text message'],
  SMS_OTP: ['code', 'Code of the text message'],
  EMAIL_OTP: ['code', 'Code of the mail'],
  PASSWORD: ['password', 'Password'],
  SELECT_CHALLENGE: ['answer', 'Which of the challenges'],
  SELECT_MFA_TYPE: ['answer', 'Which of the second factors'],
  CUSTOM_CHALLENGE: ['answer', 'Answer'],
};

/** Asks the user for the answer to a challenge. SRP and passkeys need a page: examples/web. */
export async function answerTo({ name, username, session }: Challenge): Promise<RespondToChallengeInput> {
  const row = questions[name];
  if (!row) throw new Error(`This example has no answer to ${name}.`);
  const [member, question] = row;
  return { name, username, session, [member]: await ask(question) };
}

/** The refusals after which the same challenge may be answered again, with its session. */
export const askAgain: ReadonlySet<string | undefined> = new Set(['CODE_MISMATCH', 'PASSWORD_POLICY', 'PASSWORD_REUSED']);
