import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { updateUser } from './accounts.ts';
import { checkSchema, checkWritable, missing, withFlags } from './attributes.ts';
import { CognitoError, invalidParameter, invalidSession, notAuthorized, notImplemented, userDisabled } from './errors.ts';
import { checkPassword } from './password-policy.ts';
import { newVerifier } from './passwords.ts';
import type { Services } from './services.ts';
import { type OpenSession, openSession, usedSession } from './sessions.ts';
import type { UserPool, UserPoolClient } from './store/pools.ts';
import type { Attributes, User } from './store/users.ts';
import { issueTokens, recordSignIn } from './tokens.ts';

// The order of a sign-in. A flow (flows.ts) proves the first factor; `next` says what follows from the user and from what is proven;
// a rule checks the answer to one challenge; `advance` stores the outcome, all or nothing, and ends in a challenge or in tokens.

/** What each challenge remembers until it is answered. A name listed here must have a rule below. */
interface StepFields {
  NEW_PASSWORD_REQUIRED: object;
}

/** A pending challenge. `at` is Cognito's ChallengeName; `amr` what the user has proven so far, in the words of the tokens' claim. */
type Step = {
  [At in keyof StepFields]: { readonly at: At; readonly amr: readonly string[] } & StepFields[At];
}[keyof StepFields];
type StepAt<At> = Extract<Step, { at: At }>;

export type Next = { readonly ask: Step } | { readonly signedIn: readonly string[] };

/** Whose sign-in it is, and through which client. */
export interface Situation {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
}

export type Answers = Readonly<Record<string, string>>;

/** What an answer leads to, and how it changes the user. */
export interface Outcome {
  readonly next: Next;
  readonly change?: Partial<User>;
}

interface Rule<S extends Step> {
  /** The ChallengeParameters. */
  show(step: S, situation: Situation): Record<string, string>;
  /** Throws for a wrong answer; the session then stays open for another. */
  answer(step: S, answers: Answers, situation: Situation, services: Services): Outcome | Promise<Outcome>;
}

/** One rule a challenge. A step without a rule, and a challenge that the service model adds, do not compile; null is refused by name. */
const rules: { readonly [At in ChallengeNameType]: At extends Step['at'] ? Rule<StepAt<At>> : null } = {
  NEW_PASSWORD_REQUIRED: {
    show: (_step, { pool, user }) => ({
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing(pool.settings, user.attributes).map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(user.attributes),
    }),
    answer(step, answers, { pool, client, user }, services) {
      if (user.status !== 'FORCE_CHANGE_PASSWORD') throw invalidSession();
      const password = requiredAnswer(answers, 'NEW_PASSWORD');
      const added = userAttributes(answers);
      const given = Object.keys(added).find((name) => user.attributes[name]);
      if (given) throw notAuthorized(`Cannot modify an already provided ${given}`);
      checkWritable(client, Object.keys(added));
      checkSchema(pool.settings, added, false);
      const attributes = withFlags({ ...user.attributes, ...added });
      const [absent] = missing(pool.settings, attributes);
      if (absent) throw invalidParameter(`Invalid attributes given, ${absent} is missing`);
      checkPassword(pool.settings.Policies.PasswordPolicy, password, 'does not conform to');
      const change = {
        status: 'CONFIRMED',
        password: newVerifier(services.world, pool, user.username, password),
        passwordExpiresAt: null,
        credential: user.credential + 1,
        attributes,
      } as const;
      return { change, next: next({ pool, client, user: { ...user, ...change } }, step.amr, services.world.now()) };
    },
  },
  ADMIN_NO_SRP_AUTH: null,
  CUSTOM_CHALLENGE: null,
  DEVICE_PASSWORD_VERIFIER: null,
  DEVICE_SRP_AUTH: null,
  EMAIL_OTP: null,
  MFA_SETUP: null,
  PASSWORD: null,
  PASSWORD_SRP: null,
  PASSWORD_VERIFIER: null,
  SELECT_CHALLENGE: null,
  SELECT_MFA_TYPE: null,
  SMS_MFA: null,
  SMS_OTP: null,
  SOFTWARE_TOKEN_MFA: null,
  WEB_AUTHN: null,
};

/**
 * What stands between a proven first factor and the tokens, in Cognito's order. Each is asked again after every step.
 * Devices are not tracked: DeviceConfiguration is described as it was given, and no answer names a device.
 */
const gates: readonly ((situation: Situation, amr: readonly string[], now: number) => Step | undefined)[] = [
  ({ user }) => {
    if (user.status !== 'RESET_REQUIRED') return undefined;
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  },
  ({ user }, amr, now) => {
    if (user.status !== 'FORCE_CHANGE_PASSWORD') return undefined;
    if (user.passwordExpiresAt === null || user.passwordExpiresAt > now) return { at: 'NEW_PASSWORD_REQUIRED', amr };
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  },
  // In an OPTIONAL pool nobody can have enrolled a factor here, so nobody is asked for one.
  ({ pool }) => {
    if (pool.settings.MfaConfiguration !== 'ON') return undefined;
    throw notImplemented('MfaConfiguration ON');
  },
];

/** What follows once `amr` is proven. Throws where Cognito refuses to go on. */
export function next(situation: Situation, amr: readonly string[], now: number): Next {
  for (const gate of gates) {
    const ask = gate(situation, amr, now);
    if (ask) return { ask };
  }
  return { signedIn: amr };
}

/** Checks the answer to the challenge that a session is waiting for. Throws when it waits for another one. */
export async function respond(
  services: Services,
  situation: Situation,
  session: OpenSession,
  name: ChallengeNameType,
  answers: Answers,
): Promise<InitiateAuthResponse> {
  // Only `advance` writes sessions, and only with steps.
  const step = session.step as Step;
  if (step.at !== name || session.record.credential !== situation.user.credential) throw invalidSession();
  const rule: Rule<typeof step> = rules[step.at];
  return advance(services, situation, await rule.answer(step, answers, situation, services), session);
}

export function isImplemented(name: ChallengeNameType): boolean {
  return rules[name] !== null;
}

/**
 * The one end of every step, whichever operation brought it about. The session is consumed, the user changed and the next session or the
 * sign-in stored in one transaction, so that of two answers at the same time only one counts.
 */
export async function advance(
  services: Services,
  { pool, client, user }: Situation,
  { next, change = {} }: Outcome,
  session?: OpenSession,
): Promise<InitiateAuthResponse> {
  const stored = services.transaction(() => {
    if (session && !services.sessions.consume(session.hash)) throw usedSession();
    const current = services.users.byId(user.id);
    // Something else may have happened to the user while a rule was waiting.
    if (!current || current.credential !== user.credential) throw invalidSession();
    if (!current.enabled) throw userDisabled();
    const changed = Object.keys(change).length > 0 ? updateUser(services, pool, current, change) : current;
    if ('ask' in next) return { changed, step: next.ask, Session: openSession(services, client, changed, next.ask) };
    return { changed, ...recordSignIn(services, client, changed, next.signedIn) };
  });
  if ('step' in stored) {
    const { changed, step, Session } = stored;
    const rule: Rule<typeof step> = rules[step.at];
    return { ChallengeName: step.at, Session, ChallengeParameters: rule.show(step, { pool, client, user: changed }) };
  }
  const tokens = await issueTokens(services, client, stored.changed, stored.signIn);
  return { AuthenticationResult: { ...tokens, RefreshToken: stored.refreshToken }, ChallengeParameters: {} };
}

/** A required answer or auth parameter; an empty one counts as missing. */
export function requiredAnswer(answers: Answers, name: string): string {
  const answer = Object.hasOwn(answers, name) ? answers[name] : undefined;
  if (!answer) throw invalidParameter(`Missing required parameter ${name}`);
  return answer;
}

/** `userAttributes.<name>` entries of an answer. */
function userAttributes(answers: Answers): Attributes {
  const prefix = 'userAttributes.';
  const entries = Object.entries(answers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
}
