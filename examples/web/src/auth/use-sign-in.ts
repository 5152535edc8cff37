import { useCallback, useMemo, useReducer, useRef, useState } from 'react';
import {
  type AuthConfigQuery,
  type ChallengeName,
  ConfirmDeviceDocument,
  LoginDocument,
  RespondToChallengeDocument,
} from '../generated/sign-in.ts';
import { type ApiError, apiErrorOf } from './api-error.ts';
import { browserDevices } from './browser-auth.ts';
import { newDevicePassword } from './devices.ts';
import { deviceName } from './proofs/device-name.ts';
import { deviceVerifier } from './proofs/srp.ts';
import { useAuth } from './react.ts';
import { type Endpoint, request } from './request.ts';
import type { Persistence, Tokens } from './session.ts';
import { type CaptchaAnswer, createSignIn, type SignIn, type SignInOptions, type Step } from './sign-in.ts';
import { start, type Walk, walk } from './walk.ts';

export interface UseSignIn {
  readonly walk: Walk;
  /**
   * Takes one step; `asks` is the first factor that it asks for. Rejects with an `ApiError` that the same screen can
   * show; an expired session leads back to the start.
   */
  readonly go: (username: string, step: (signIn: SignIn) => Promise<Step>, asks?: ChallengeName) => Promise<void>;
  /** The first factor that the step before asked for. The answer may be another one: Cognito then offers a choice. */
  readonly asked: ChallengeName | null;
  /** Sends the code again by starting the sign-in again; null if the previous step did not ask for a code. */
  readonly again: ((captcha: CaptchaAnswer) => Promise<void>) | null;
  /**
   * Makes another call that belongs to this sign-in. If the sign-in has expired, it starts again, and the result is
   * null.
   */
  readonly beside: <T>(call: Promise<T>) => Promise<T | null>;
  readonly restart: (options?: { username?: string; because?: ApiError }) => void;
  /** How long the tokens of this sign-in are kept. Default: memory. */
  readonly persist: (persistence: Persistence) => void;
}

type TokensStep = Extract<Step, { __typename: 'Tokens' }>;

/** After these codes the sign-in must start again. */
const over = new Set(['SESSION_EXPIRED']);

interface UseSignInOptions {
  readonly endpoint: Endpoint;
  readonly config: AuthConfigQuery['authConfig'];
  readonly UserPoolId: string;
  readonly UserPoolClientId: string;
  /** Default: with the API key, without a user. */
  readonly login?: SignInOptions['login'];
  /** What happens with the tokens. Default: a new session. */
  readonly finish?: (tokens: Tokens, persistence: Persistence) => unknown;
}

export function useSignIn(options: UseSignInOptions): UseSignIn {
  const { endpoint, config, UserPoolId: userPoolId, UserPoolClientId: clientId, login, finish } = options;
  const { auth } = useAuth();
  const [state, dispatch] = useReducer(walk, start);
  const persistence = useRef<Persistence>('memory');
  const [asked, setAsked] = useState<{ username: string; factor: ChallengeName } | null>(null);

  const signIn = useMemo(
    () =>
      createSignIn({
        config,
        userPoolId,
        ...(config.rememberDevices !== 'NEVER' && { devices: browserDevices(clientId) }),
        login: login ?? (async (input) => (await request(endpoint, LoginDocument, { input })).login),
        respond: async (input) => (await request(endpoint, RespondToChallengeDocument, { input })).respondToChallenge,
      }),
    [endpoint, config, userPoolId, clientId, login],
  );

  const beside = useCallback<UseSignIn['beside']>(async (call) => {
    try {
      return await call;
    } catch (error) {
      const because = apiErrorOf(error);
      if (!over.has(because.code)) throw because;
      dispatch({ type: 'restarted', because });
      return null;
    }
  }, []);
  /**
   * Registers this browser as a device of the account. Without this, the session ends when its first access token
   * expires.
   */
  const introduce = useCallback(
    async ({ accessToken, newDevice }: TokensStep, username: string) => {
      if (!newDevice) return;
      const { deviceKey: key, deviceGroupKey: groupKey } = newDevice;
      const device = { key, groupKey, password: newDevicePassword(), isRemembered: config.rememberDevices === 'ALWAYS' };
      const named = { deviceKey: key, deviceName: deviceName(navigator.userAgent) };
      const input = { ...named, ...(await deviceVerifier(device)) };
      await request(endpoint, ConfirmDeviceDocument, { input }, accessToken);
      browserDevices(clientId).keep([username], device);
    },
    [endpoint, config, clientId],
  );
  const go = useCallback<UseSignIn['go']>(
    async (username, take, asks) => {
      const step = await beside(take(signIn));
      if (!step) return;
      setAsked(asks ? { username, factor: asks } : null);
      if (step.__typename === 'Tokens') {
        if (config.rememberDevices !== 'NEVER') await introduce(step, username).catch(() => {});
        if (finish) await finish(step, persistence.current);
        else auth.signIn(step, persistence.current);
      }
      dispatch({ type: 'answered', username, step });
    },
    [auth, beside, signIn, finish, introduce, config],
  );
  const restart = useCallback<UseSignIn['restart']>((options) => dispatch({ type: 'restarted', ...options }), []);
  const persist = useCallback<UseSignIn['persist']>((wanted) => {
    persistence.current = wanted;
  }, []);
  const again: UseSignIn['again'] =
    asked && ((captcha) => go(asked.username, (calls) => calls.byFactor(asked.username, asked.factor, captcha), asked.factor));
  return { walk: state, go, asked: asked?.factor ?? null, again, beside, restart, persist };
}
