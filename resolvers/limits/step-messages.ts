import type { ChallengeName, LoginInput, RespondToChallengeInput } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';

/** The input of `login` or `respondToChallenge`. */
export type StepInput = Pick<LoginInput, 'username'> &
  Partial<Omit<LoginInput, 'username'>> &
  Partial<Omit<RespondToChallengeInput, 'username'>>;

const codes: ReadonlySet<string> = new Set(['EMAIL_OTP', 'SMS_OTP']);

/** Whether a step begins a sign-in by a message: anybody may take it, for any name. */
export function beginsWithMessage({ name, flow, preferredChallenge, answer }: StepInput): boolean {
  if (isGiven(name)) return name === 'SELECT_CHALLENGE' && codes.has(answer ?? '');
  return flow === 'CUSTOM_AUTH' || codes.has(preferredChallenge ?? '');
}

/** For whom a step has a message sent; nobody for a step that sends none, or only if what it is given is right. */
export function messageTo(input: StepInput): readonly string[] {
  const { username, name, email, acrValues } = input;
  // What is set up may be anybody's address.
  if (name === 'MFA_SETUP' && isGiven(email)) return [username, email];
  // Up to a level, Cognito chooses what it asks for.
  return beginsWithMessage(input) || isGiven(acrValues) ? [username] : [];
}

/** What a right answer leads from to a second factor. */
const beforeSecondFactor: ReadonlySet<ChallengeName> = new Set<ChallengeName>([
  'NEW_PASSWORD_REQUIRED',
  'PASSWORD',
  'PASSWORD_VERIFIER',
  'SELECT_CHALLENGE',
  'SELECT_MFA_TYPE',
]);

/** Whether a message is sent if what the step is given is right. */
export function mayLeadToMessage({ name, flow, password, preferredChallenge }: StepInput): boolean {
  if (isGiven(name)) return beforeSecondFactor.has(name);
  return isGiven(password) || (flow === 'USER_AUTH' && !isGiven(preferredChallenge));
}
