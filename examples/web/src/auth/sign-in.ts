import type {
  AuthConfigQuery,
  AuthStepFragment,
  ChallengeName,
  LoginInput,
  RespondToChallengeInput,
} from '../generated/sign-in.ts';
import { ApiError } from './api-error.ts';
import type { Devices } from './devices.ts';
import { type SrpClient, startSrp } from './proofs/srp.ts';

/** What `login` and `respondToChallenge` answer. */
export type Step = AuthStepFragment;
export type Challenge = Exclude<Step, { __typename: 'Tokens' }>;
export type ChallengeOf<Name extends Challenge['__typename']> = Extract<Challenge, { __typename: Name }>;
type Answer = Omit<RespondToChallengeInput, 'name' | 'username' | 'session'> & { readonly session?: string | null };

export interface SignInOptions {
  readonly login: (input: LoginInput) => Promise<Step>;
  readonly respond: (input: RespondToChallengeInput) => Promise<Step>;
  readonly config: Pick<AuthConfigQuery['authConfig'], 'flows' | 'firstFactors' | 'hidesAddresses'>;
  readonly userPoolId: string;
  /** The devices that this browser is known as. Default: none. */
  readonly devices?: Devices;
}

/** What identifies the device; empty if this browser is not a known device. */
type Device = Pick<LoginInput, 'deviceKey'>;

/** The token of a captcha, if the API requires one before it sends a message. */
export type CaptchaAnswer = Pick<LoginInput, 'captchaToken'>;

/** The calls from a name to tokens. Each returns the next step. */
export interface SignIn {
  /** With SRP if the API offers it: the password is proven, but never leaves the page. */
  byPassword(username: string, password: string): Promise<Step>;
  /** By a passkey or a code, without a password. */
  byFactor(username: string, factor: ChallengeName, captcha?: CaptchaAnswer): Promise<Step>;
  /** Asks for the factors that the user can choose from. */
  byChoice(username: string): Promise<Step>;
  /** With the questions of the deployment's own triggers. */
  byQuestions(username: string, captcha?: CaptchaAnswer): Promise<Step>;
  /** With the session of `confirmSignUp`, once. */
  afterSignUp(username: string, session: string): Promise<Step>;
  answer(challenge: Challenge, answer: Answer): Promise<Step>;
  answerPassword(challenge: ChallengeOf<'PasswordChallenge' | 'PasswordSrpChallenge'>, password: string): Promise<Step>;
}

export function createSignIn({ login: send, respond: reply, config, userPoolId, devices }: SignInOptions): SignIn {
  const poolName = userPoolId.split('_')[1] ?? '';

  const login = async (input: LoginInput): Promise<Step> => pastDevice(await send(input));
  const respond = async (input: RespondToChallengeInput): Promise<Step> => pastDevice(await reply(input));

  /**
   * Signs in as the device that this browser is known as, or as a new device if that one was forgotten, here or
   * elsewhere.
   */
  async function known(username: string, attempt: (device: Device) => Promise<Step>): Promise<Step> {
    const device = devices?.of(username);
    if (!devices || !device) return attempt({});
    try {
      return await attempt({ deviceKey: device.key });
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 'NOT_FOUND')) throw error;
      devices.forget(device.key);
      return attempt({});
    }
  }

  /** A remembered device is proven instead of the second step, without asking the user. */
  async function pastDevice(step: Step): Promise<Step> {
    if (step.__typename !== 'DeviceSrpAuthChallenge') return step;
    const device = devices?.withKey(step.deviceKey);
    if (!device) return step;
    const { key: deviceKey, groupKey: poolName, password } = device;
    const srp = await startSrp();
    const { name, username, session } = step;
    const next = await reply({ name, username, session, deviceKey, srpA: srp.srpA });
    if (next.__typename !== 'DevicePasswordVerifierChallenge') return next;
    const { salt, srpB, secretBlock } = next;
    const passwordClaim = await srp.prove({ username: deviceKey, poolName, password, salt, srpB, secretBlock });
    return reply({ name: next.name, username: next.username, session: next.session, deviceKey, passwordClaim });
  }

  /** The second half of SRP needs no input of the user. */
  async function proved(step: Step, srp: SrpClient, password: string, device: Device = {}): Promise<Step> {
    if (step.__typename !== 'PasswordVerifierChallenge') return step;
    const { salt, srpB, secretBlock, userIdForSrp: username } = step;
    const passwordClaim = await srp.prove({ username, poolName, password, salt, srpB, secretBlock });
    return answer(step, { ...device, passwordClaim });
  }

  const answer = ({ name, username, session }: Challenge, more: Answer): Promise<Step> =>
    respond({ name, username, session, ...more });

  return {
    byPassword(username, given) {
      const { flows, hidesAddresses } = config;
      const takesSrp = !(hidesAddresses && /^\+|@/.test(username));
      const password = withoutBlanks(given);
      return known(username, async (device) => {
        if (takesSrp && flows.includes('USER_SRP_AUTH')) {
          const srp = await startSrp();
          return proved(await login({ username, flow: 'USER_SRP_AUTH', srpA: srp.srpA, ...device }), srp, password, device);
        }
        if (flows.includes('USER_PASSWORD_AUTH')) return login({ username, flow: 'USER_PASSWORD_AUTH', password, ...device });
        return login({ username, flow: 'USER_AUTH', preferredChallenge: 'PASSWORD', password, ...device });
      });
    },
    byFactor: (username, preferredChallenge, captcha) =>
      known(username, (device) => login({ username, flow: 'USER_AUTH', preferredChallenge, ...captcha, ...device })),
    byChoice: (username) => known(username, (device) => login({ username, flow: 'USER_AUTH', ...device })),
    byQuestions: (username, captcha) =>
      known(username, (device) => login({ username, flow: 'CUSTOM_AUTH', ...captcha, ...device })),
    afterSignUp: (username, session) => login({ username, flow: 'USER_AUTH', session }),
    answer,
    async answerPassword(challenge, given) {
      const password = withoutBlanks(given);
      if (challenge.__typename === 'PasswordChallenge') return answer(challenge, { password });
      const srp = await startSrp();
      return proved(await answer(challenge, { srpA: srp.srpA }), srp, password);
    },
  };
}

/**
 * A password that is copied from a mail may come with the blanks around it. No password begins or ends with a blank:
 * Cognito's pattern is `[\S]+.*[\S]+`, and `\S` excludes exactly these characters.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html
 */
function withoutBlanks(password: string): string {
  return password.replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}
