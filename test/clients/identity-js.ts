import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type ICognitoStorage,
} from 'amazon-cognito-identity-js';
import { password } from '../support/cognito/pool.ts';
import type { TriggerFunction } from '../support/cognito/trigger-pool.ts';
import type { ClientWorld } from './world.ts';

/** A user at a browser. */
export interface Person {
  readonly user: CognitoUser;
  signIn(typed?: string): Promise<Step>;
  /** Continues from a step with one of the client's methods that take callbacks. */
  goOn(answer: (callbacks: Callbacks) => void): Promise<Step>;
}

type Callbacks = Required<Parameters<CognitoUser['authenticateUser']>[1]>;

/** The callback that the client called, and what it said. */
type Step =
  | { readonly at: 'signedIn'; readonly session: CognitoUserSession; readonly deviceToConfirm: boolean }
  | { readonly at: 'newPasswordRequired' | 'mfaRequired' | 'totpRequired' | 'customChallenge' | 'mfaSetup' | 'selectMFAType' };

export function person(world: ClientWorld, username: string, storage = memory()): Person {
  const Pool = new CognitoUserPool({
    UserPoolId: world.userPoolId,
    ClientId: world.clientId,
    endpoint: world.endpoint,
    Storage: storage,
  });
  const user = new CognitoUser({ Username: username, Pool, Storage: storage });
  const goOn: Person['goOn'] = (answer) =>
    new Promise((resolve, reject) => {
      answer({
        onSuccess: (session, deviceToConfirm = false) => resolve({ at: 'signedIn', session, deviceToConfirm }),
        onFailure: reject,
        newPasswordRequired: () => resolve({ at: 'newPasswordRequired' }),
        mfaRequired: () => resolve({ at: 'mfaRequired' }),
        totpRequired: () => resolve({ at: 'totpRequired' }),
        customChallenge: () => resolve({ at: 'customChallenge' }),
        mfaSetup: () => resolve({ at: 'mfaSetup' }),
        selectMFAType: () => resolve({ at: 'selectMFAType' }),
      });
    });
  return {
    user,
    goOn,
    signIn: (typed = password) =>
      goOn((callbacks) => user.authenticateUser(new AuthenticationDetails({ Username: username, Password: typed }), callbacks)),
  };
}

/** The browser's local storage. */
export function memory(): ICognitoStorage {
  const items = new Map<string, string>();
  return {
    setItem: (name, value) => items.set(name, value),
    getItem: (name) => items.get(name) ?? null,
    removeItem: (name) => items.delete(name),
    clear: () => items.clear(),
  };
}

/** Fails unless the client is signed in. */
export function signedIn(step: Step) {
  if (step.at !== 'signedIn') throw new Error(`The client is at ${step.at}.`);
  return step;
}

export const done = (call: (callbacks: { onSuccess: (text: string) => void; onFailure: (error: unknown) => void }) => void) =>
  new Promise<string>((resolve, reject) => call({ onSuccess: resolve, onFailure: reject }));

export function associate({ user }: Person): Promise<string> {
  return new Promise((resolve, reject) => user.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject }));
}

export function verify({ user }: Person, code: string): Promise<unknown> {
  return new Promise((resolve, reject) => user.verifySoftwareToken(code, 'Phone', { onSuccess: resolve, onFailure: reject }));
}

/**
 * A custom sign-in with a riddle, which may be answered any number of times; after a password if the client sends one.
 */
export const riddles: Readonly<Record<string, TriggerFunction>> = {
  DefineAuthChallenge(event) {
    const last: { challengeName: string; challengeResult: boolean } | undefined = event.request.session.at(-1);
    const solved = last?.challengeName === 'CUSTOM_CHALLENGE' && last.challengeResult;
    const challengeName = last?.challengeName === 'SRP_A' ? 'PASSWORD_VERIFIER' : 'CUSTOM_CHALLENGE';
    event.response = { issueTokens: solved, failAuthentication: false, ...(solved ? {} : { challengeName }) };
    return event;
  },
  CreateAuthChallenge(event) {
    event.response = {
      publicChallengeParameters: { riddle: 'What is six by seven?' },
      privateChallengeParameters: { answer: '42' },
      challengeMetadata: 'RIDDLE',
    };
    return event;
  },
  VerifyAuthChallengeResponse(event) {
    event.response = { answerCorrect: event.request.challengeAnswer === event.request.privateChallengeParameters.answer };
    return event;
  },
};
