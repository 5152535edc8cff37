import type { AuthFlowType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNamed } from './accounts.ts';
import { claimedDevice, requiredAnswer } from './challenges/answers.ts';
import type { Answers } from './challenges/step.ts';
import { countSignInFailure, forgetSignInFailures, refuseWhileLocked } from './counters.ts';
import { CognitoError, incorrectCredentials, invalidParameter, notImplemented, userDisabled, userNotFound } from './errors.ts';
import { passwordMatches } from './passwords.ts';
import { refresh } from './refresh.ts';
import { checkSecretHash } from './secret-hash.ts';
import type { Services } from './services.ts';
import { allows, hidesUsers, rotates } from './settings/client.ts';
import { advance } from './sign-in.ts';
import { fold, subjectOf } from './sign-in-names.ts';
import type { UserPool, UserPoolClient } from './store/pools.ts';
import type { User } from './store/users.ts';
import { refreshTokenHash } from './tokens.ts';

interface FlowRequest {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly parameters: Answers;
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
}

/** A way to begin a sign-in. */
interface Flow {
  /** Throws when the client has the flow off. */
  allowed(client: UserPoolClient): void;
  /** The auth parameters that must be there before anything is looked up. */
  readonly parameters: readonly string[];
  checkSecretHash(services: Services, client: UserPoolClient, parameters: Answers): void;
  begin(services: Services, request: FlowRequest): Promise<InitiateAuthResponse>;
}

const refreshFlow: Flow = {
  allowed({ settings }) {
    if (rotates(settings)) {
      throw new CognitoError('UnsupportedOperationException', 'This API does not support refresh token rotation');
    }
    if (!allows(settings, 'ALLOW_REFRESH_TOKEN_AUTH')) throw invalidParameter('Auth flow not enabled for this client');
  },
  parameters: ['REFRESH_TOKEN'],
  /** There is no USERNAME here: the hash is made with the username of the token's user. */
  checkSecretHash(services, client, parameters) {
    const token = services.signIns.refreshToken(refreshTokenHash(requiredAnswer(parameters, 'REFRESH_TOKEN')));
    const user = token && services.users.byId(token.signIn.userId);
    checkSecretHash(client, user?.username ?? '', parameters['SECRET_HASH']);
  },
  async begin(services, { client, parameters }) {
    const token = requiredAnswer(parameters, 'REFRESH_TOKEN');
    const AuthenticationResult = await refresh(services, client, token, { clientId: client.id }, parameters['DEVICE_KEY']);
    return { AuthenticationResult, ChallengeParameters: {} };
  },
};

/** Admin flows belong to AdminInitiateAuth. */
const adminFlow: Flow = {
  allowed() {
    throw invalidParameter('Initiate Auth method not supported.');
  },
  parameters: [],
  checkSecretHash: () => undefined,
  begin: () => Promise.reject(invalidParameter('Initiate Auth method not supported.')),
};

/** One row a flow; a flow that the service model adds does not compile, null is refused by name. */
const flows: { readonly [F in AuthFlowType]: Flow | null } = {
  USER_PASSWORD_AUTH: {
    allowed({ settings }) {
      if (!allows(settings, 'ALLOW_USER_PASSWORD_AUTH')) {
        throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client');
      }
    },
    parameters: ['USERNAME', 'PASSWORD'],
    checkSecretHash: checkTypedName,
    async begin(services, { pool, client, parameters, clientMetadata }) {
      const name = requiredAnswer(parameters, 'USERNAME');
      const user = admit(services, pool, client, name);
      const proven = provePassword(services, pool, user, name, requiredAnswer(parameters, 'PASSWORD'));
      return advance(
        services,
        { pool, client, user: proven, clientMetadata, device: claimedDevice(parameters) },
        { proven: { amr: ['pwd'] } },
      );
    },
  },
  REFRESH_TOKEN_AUTH: refreshFlow,
  REFRESH_TOKEN: refreshFlow,
  ADMIN_USER_PASSWORD_AUTH: adminFlow,
  ADMIN_NO_SRP_AUTH: adminFlow,
  USER_SRP_AUTH: null,
  USER_AUTH: null,
  CUSTOM_AUTH: null,
};

function checkTypedName(_services: Services, client: UserPoolClient, parameters: Answers): void {
  checkSecretHash(client, requiredAnswer(parameters, 'USERNAME'), parameters['SECRET_HASH']);
}

export function flowOf(name: AuthFlowType): Flow {
  const flow = flows[name];
  if (!flow) throw notImplemented(`The auth flow ${name}`);
  return flow;
}

/**
 * The user who signs in, if he may. An unconfirmed user hears so whatever his password is (AWS: intended, so that the page can ask for
 * the code). Undefined is an unknown user whom the client hides: go on, and fail as with a wrong password.
 */
function admit(services: Services, pool: UserPool, client: UserPoolClient, name: string): User | undefined {
  const user = userNamed(services, pool, name);
  if (!user) {
    if (hidesUsers(client.settings)) return undefined;
    throw userNotFound();
  }
  if (!user.enabled) throw userDisabled();
  if (user.status === 'UNCONFIRMED') throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
  return user;
}

/** Checks a password. Failures are counted, and the work done, alike for users who exist and who do not. */
function provePassword(services: Services, pool: UserPool, user: User | undefined, name: string, password: string): User {
  const subject = subjectOf(pool, user, name);
  refuseWhileLocked(services, pool.id, subject);
  const matches = passwordMatches(pool, user, fold(pool, name), password);
  if (!user || !matches) {
    countSignInFailure(services, pool.id, subject);
    throw incorrectCredentials();
  }
  forgetSignInFailures(services, pool.id, subject);
  return user;
}
