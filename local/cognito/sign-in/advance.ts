import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { deviceOf, newDeviceMetadata, tracksDevices } from '../devices/devices.ts';
import { type OpenSession, openSession, usedSession } from '../secrets/challenge-sessions.ts';
import type { Services } from '../services.ts';
import type { User } from '../store/users/user-store.ts';
import { selfServiceScope } from '../tokens/scopes.ts';
import { issueTokens, recordSignIn, type SignedIn } from '../tokens/tokens.ts';
import { tellAuthenticated } from '../triggers/sign-in.ts';
import type { Occasion } from '../triggers/table.ts';
import { tokenChanges } from '../triggers/token-generation.ts';
import { updateUser } from '../users/accounts.ts';
import { isImaginary } from '../users/imaginary-user.ts';
import { incorrectCredentials, invalidSession, userDisabled } from '../wire/errors.ts';
import { next, settle } from './next.ts';
import { ruleOf } from './rules.ts';
import { claimedDevice } from './steps/answers.ts';
import type { Ask, Outcome } from './steps/outcome.ts';
import { type Answers, allProven, type Carried, hasProven, type Situation, type Step } from './steps/step.ts';

// The order of a sign-in: a flow (flows/) proves the first factor, or begins to; the gates (gates/) decide what follows
// from the user and from what is proven; a rule (challenges/) checks the answer to one challenge; next.ts starts what
// follows; `advance` stores the result, all or nothing, and returns a challenge or what the sign-in ends in: tokens, or
// the user alone on the pool's own pages (in-browser.ts).

/** A challenge that is asked. */
export interface Asked {
  readonly ChallengeName: ChallengeNameType;
  readonly ChallengeParameters: Record<string, string>;
  readonly Session?: string;
}

/** Ends a sign-in of which nothing more is asked. */
export type End<Result> = (
  services: Services,
  situation: Situation,
  carried: Carried,
  occasion: Occasion<'PreTokenGeneration'>,
  store: Store,
) => Promise<Result>;

/** Checks the answer to the challenge that a session is waiting for. Throws if it waits for a different one. */
export async function respond<Result>(
  services: Services,
  situation: Situation,
  session: OpenSession,
  name: ChallengeNameType,
  answers: Answers,
  end: End<Result>,
): Promise<Asked | Result> {
  // Only `advance` writes sessions, and it always writes steps.
  const step = session.step as Step;
  if (step.at !== name || session.credential !== situation.user.credential) throw invalidSession();
  if (step.inBrowser !== situation.inBrowser) throw invalidSession();
  if (hasProven(step) && !situation.user.enabled) throw userDisabled();
  const device = claimedDevice(answers, step.device);
  const current = { ...situation, stepUp: step.stepUp };
  const outcome = await ruleOf(step).answer(step, answers, current, services);
  return advance(services, { ...current, device }, outcome, end, session);
}

/**
 * The end of every step, whichever operation caused it. One transaction consumes the session, changes the user, and
 * stores the next session or the sign-in, so that of two concurrent answers only one counts.
 */
export async function advance<Result>(
  services: Services,
  situation: Situation,
  reached: Outcome,
  end: End<Result>,
  session?: OpenSession,
): Promise<Asked | Result> {
  const outcome = await settle(services, situation, reached);
  if ('refused' in outcome) {
    if (session && !session.consume()) throw usedSession();
    throw outcome.refused;
  }
  const { change = {} } = outcome;
  const { device, stepUp, inBrowser } = situation;
  const expected = { ...situation, user: { ...situation.user, ...change } };
  // A rule sets the device only if it has proven itself.
  const carry = <C extends Carried>(carried: C): C =>
    carried.device?.proven ? { ...carried, stepUp, inBrowser } : { ...carried, device, stepUp, inBrowser };
  const follows =
    'ask' in outcome
      ? { ask: { ...outcome.ask, step: carry(outcome.ask.step) } }
      : await next(expected, carry(outcome.proven), services);
  const mayTell = 'signedIn' in follows || hasProven(follows.ask.step);
  const store = <T>(end: (user: User) => T): T =>
    services.transaction(() => {
      if (session && !session.consume()) throw usedSession();
      outcome.record?.();
      return end(changeUser(services, situation, change, mayTell));
    });
  return 'ask' in follows
    ? asked(services, situation, follows.ask, store)
    : end(services, expected, follows.signedIn, tokenOccasion(session), store);
}

/** Stores the changes of the last answer together with what `end` stores. */
export type Store = <T>(end: (user: User) => T) => T;

function asked(services: Services, situation: Situation, { step, sessionless, tell }: Ask, store: Store): Asked {
  const { client } = situation;
  const { user, Session } = store((user) => {
    tell?.();
    return { user, Session: sessionless ? undefined : openSession(services, client, user, step) };
  });
  return {
    ChallengeName: step.at,
    ...(Session && { Session }),
    ChallengeParameters: ruleOf(step).show(step, { ...situation, user }),
  };
}

/**
 * Calls the last triggers with the user as they will be, before anything is stored, so that a trigger that fails leaves
 * no sign-in behind.
 */
export const withTokens: End<InitiateAuthResponse> = async (services, situation, carried, occasion, store) => {
  const { pool, client, user, clientMetadata } = situation;
  const { device } = carried;
  await tellSignedIn(services, situation, carried, store);
  const caller = { clientId: client.id, clientMetadata };
  const changes = await tokenChanges(services, pool, occasion, user, caller, [selfServiceScope]);
  const stored = store((user): SignedIn & { user: User } => {
    const known = device && tracksDevices(pool.settings) ? deviceOf(services, user, device.key) : undefined;
    return { user, ...recordSignIn(services, client, user, allProven(carried), known) };
  });
  const tokens = await issueTokens(services, client, stored.user, stored.signIn, changes);
  const metadata = stored.newDevice && { NewDeviceMetadata: newDeviceMetadata(stored.newDevice) };
  return { AuthenticationResult: { ...tokens, RefreshToken: stored.refreshToken, ...metadata }, ChallengeParameters: {} };
};

/** Calls PostAuthentication. Throws NotAuthorizedException for a user who does not exist. */
export async function tellSignedIn(services: Services, situation: Situation, { device }: Carried, store: Store): Promise<void> {
  const { pool, client, user, clientMetadata } = situation;
  if (isImaginary(user)) throw incorrectCredentials();
  const isNewDevice = tracksDevices(pool.settings) && !(device && deviceOf(services, user, device.key));
  try {
    await tellAuthenticated(services, situation, { clientId: client.id, clientMetadata }, isNewDevice);
  } catch (error) {
    // This trigger runs after the change: what the last answer has changed stays changed.
    store(() => undefined);
    throw error;
  }
}

/** What PreTokenGeneration is told about the last step. */
function tokenOccasion(session: OpenSession | undefined): Occasion<'PreTokenGeneration'> {
  // Only `advance` writes sessions, and it always writes steps.
  const step = session?.step as Step | undefined;
  return (step && occasions.get(step.at)) ?? 'Authentication';
}

const occasions = new Map<ChallengeNameType, Occasion<'PreTokenGeneration'>>([
  ['NEW_PASSWORD_REQUIRED', 'NewPasswordChallenge'],
  ['DEVICE_PASSWORD_VERIFIER', 'AuthenticateDevice'],
]);

/** Changes the stored user, who may have been changed or disabled by others while a rule was waiting. */
function changeUser(services: Services, { pool, user }: Situation, change: Partial<User>, mayTell: boolean): User {
  if (isImaginary(user)) return user;
  const current = services.users.byId(user.id);
  if (!current || current.credential !== user.credential) throw invalidSession();
  if (!current.enabled && mayTell) throw userDisabled();
  return Object.keys(change).length > 0 ? updateUser(services, pool, current, change) : current;
}
