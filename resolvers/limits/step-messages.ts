import type { ChallengeName, LoginInput, RespondToChallengeInput } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';

/** The input of `login` or `respondToChallenge`. */
export type StepInput = Pick<LoginInput, 'username'> &
  Partial<Omit<LoginInput, 'username'>> &
  Partial<Omit<RespondToChallengeInput, 'username'>>;

const codes: ReadonlySet<string> = new Set(['EMAIL_OTP', 'SMS_OTP']);

/** Whether a step begins a sign-in with a message. Anybody can take such a step, for any name. */
export function beginsWithMessage({ name, flow, preferredChallenge, answer }: StepInput): boolean {
  if (isGiven(name)) return name === 'SELECT_CHALLENGE' && codes.has(answer ?? '');
  return flow === 'CUSTOM_AUTH' || codes.has(preferredChallenge ?? '');
}

/** The users to whom a step sends a message; none for a step that sends no message, or only after a right answer. */
export function messageTo(input: StepInput): readonly string[] {
  const { username, name, email, acrValues } = input;
  // The address that is set up may belong to anybody.
  if (name === 'MFA_SETUP' && isGiven(email)) return [username, email];
  // For a level, Cognito chooses which factor to ask for.
  return beginsWithMessage(input) || isGiven(acrValues) ? [username] : [];
}

/** The steps after which a right answer leads to a second factor. */
const beforeSecondFactor: ReadonlySet<ChallengeName> = new Set<ChallengeName>([
  'NEW_PASSWORD_REQUIRED',
  'PASSWORD',
  'PASSWORD_VERIFIER',
  'SELECT_CHALLENGE',
  'SELECT_MFA_TYPE',
]);

/** Whether a right answer to the step sends a message. */
export function mayLeadToMessage({ name, flow, password, preferredChallenge }: StepInput): boolean {
  if (isGiven(name)) return beforeSecondFactor.has(name);
  return isGiven(password) || (flow === 'USER_AUTH' && !isGiven(preferredChallenge));
}
