import { findSession, type OpenSession } from '../secrets/challenge-sessions.ts';
import { ownSecretHash } from '../secrets/secret-hash.ts';
import type { Services } from '../services.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import type { User } from '../store/users/user-store.ts';
import { imaginaryUser } from '../users/imaginary-user.ts';
import { invalidSession } from '../wire/errors.ts';
import { type Asked, advance, type End, respond, tellSignedIn } from './advance.ts';
import { choiceFlow } from './flows/choice.ts';
import type { Flow, FlowRequest } from './flows/flow.ts';
import { passwordFlow } from './flows/password.ts';
import { ruleOf } from './rules.ts';
import { type Answers, allProven, type Situation, type Step } from './steps/step.ts';

// A sign-in on the pool's own pages. It takes the same steps as one by the API, with the same limits of attempts, but
// ends in the user: the tokens follow at the token endpoint. Neither of the two can continue a sign-in of the other.

interface Audience {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
}

interface SignedInUser {
  readonly user: User;
  /** How they have proven who they are: the claim `amr`. */
  readonly amr: readonly string[];
}

export type BrowserStep = Asked | { readonly signedIn: SignedInUser };

/**
 * The client's `ExplicitAuthFlows` do not matter here, as in AWS: they restrict the API alone.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.pages-flows
 */
export function beginWithPassword(services: Services, audience: Audience, USERNAME: string, PASSWORD: string) {
  return begin(services, passwordFlow, { ...audience, parameters: { USERNAME, PASSWORD } });
}

/** Throws InvalidParameterException for a client without the choice of factors. */
export function beginWithFactor(
  services: Services,
  audience: Audience,
  USERNAME: string,
  factor: 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN',
) {
  const { client } = audience;
  choiceFlow.allowed(client);
  const hash = ownSecretHash(client, USERNAME);
  const parameters = { USERNAME, PREFERRED_CHALLENGE: factor, ...(hash !== undefined && { SECRET_HASH: hash }) };
  return begin(services, choiceFlow, { ...audience, parameters });
}

async function begin(services: Services, flow: Flow, request: FlowRequest): Promise<BrowserStep> {
  const begun = await flow.begin(services, request);
  if ('tokens' in begun) throw new Error('This flow renews tokens.');
  return advance(services, { ...begun.situation, inBrowser: true }, begun.outcome, endInUser, begun.session);
}

/** Answers what the session is waiting for. After a wrong answer it stays valid. */
export async function answerInBrowser(
  services: Services,
  audience: Audience,
  session: string,
  answers: Answers,
): Promise<BrowserStep> {
  const { pending, step, situation } = restored(services, audience, session);
  return respond(services, situation, pending, step.at, answers, endInUser);
}

export interface Waiting extends Asked {
  readonly Session: string;
  readonly username: string;
  /** The secret of an authenticator app that is being set up. */
  readonly appSecret: string | undefined;
}

/** What a session is waiting for. Throws NotAuthorizedException for one that is not, or no longer, valid. */
export function waitingFor(services: Services, audience: Audience, session: string): Waiting {
  const { step, situation } = restored(services, audience, session);
  return {
    ChallengeName: step.at,
    ChallengeParameters: ruleOf(step).show(step, situation),
    Session: session,
    username: situation.user.username,
    appSecret: step.at === 'MFA_SETUP' ? step.token?.secret : undefined,
  };
}

function restored(services: Services, { pool, client }: Audience, session: string) {
  const pending = findSession(services, client, session);
  // A session of a sign-up has steps of another kind, which never have `inBrowser`.
  const step = pending.step as Step;
  const user = userOf(services, pool, pending);
  if (!step.inBrowser || user?.credential !== pending.credential) throw invalidSession();
  const situation: Situation = { pool, client, user, inBrowser: true };
  return { pending, step, situation };
}

function userOf({ users }: Services, pool: UserPool, { userId, nobody }: OpenSession): User | undefined {
  return nobody === undefined ? users.byId(userId) : imaginaryUser(pool, nobody);
}

const endInUser: End<{ readonly signedIn: SignedInUser }> = async (services, situation, carried, _occasion, store) => {
  await tellSignedIn(services, situation, carried, store);
  return { signedIn: { user: store((user) => user), amr: allProven(carried) } };
};
