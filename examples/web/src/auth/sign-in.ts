import type {
  AuthConfigQuery,
  AuthStepFragment,
  ChallengeName,
  LoginInput,
  RespondToChallengeInput,
} from '../generated/sign-in.ts';
import { type SrpClient, startSrp } from './srp.ts';

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
}

/** The calls of a walk from a name to tokens. Each answers with the next step. */
export interface SignIn {
  /** By SRP where the API has it: the password is proved, and stays on the page. */
  byPassword(username: string, password: string): Promise<Step>;
  /** By a passkey or a code, without a password. */
  byFactor(username: string, factor: ChallengeName): Promise<Step>;
  /** Asks what there is to choose from. */
  byChoice(username: string): Promise<Step>;
  /** By the questions of the deployment's own triggers. */
  byQuestions(username: string): Promise<Step>;
  /** By the session of `confirmSignUp`, once. */
  afterSignUp(username: string, session: string): Promise<Step>;
  answer(challenge: Challenge, answer: Answer): Promise<Step>;
  answerPassword(challenge: ChallengeOf<'PasswordChallenge' | 'PasswordSrpChallenge'>, password: string): Promise<Step>;
}

export function createSignIn({ login, respond, config, userPoolId }: SignInOptions): SignIn {
  const poolName = userPoolId.split('_')[1] ?? '';

  /** The second half of SRP asks nothing of the user. */
  async function proved(step: Step, srp: SrpClient, password: string): Promise<Step> {
    if (step.__typename !== 'PasswordVerifierChallenge') return step;
    const { salt, srpB, secretBlock, userIdForSrp: username } = step;
    return answer(step, { passwordClaim: await srp.prove({ username, poolName, password, salt, srpB, secretBlock }) });
  }

  const answer = ({ name, username, session }: Challenge, more: Answer): Promise<Step> =>
    respond({ name, username, session, ...more });

  return {
    async byPassword(username, given) {
      const { flows, hidesAddresses } = config;
      const takesSrp = !(hidesAddresses && /^\+|@/.test(username));
      const password = withoutBlanks(given);
      if (takesSrp && flows.includes('USER_SRP_AUTH')) {
        const srp = await startSrp();
        return proved(await login({ username, flow: 'USER_SRP_AUTH', srpA: srp.srpA }), srp, password);
      }
      if (flows.includes('USER_PASSWORD_AUTH')) return login({ username, flow: 'USER_PASSWORD_AUTH', password });
      return login({ username, flow: 'USER_AUTH', preferredChallenge: 'PASSWORD', password });
    },
    byFactor: (username, preferredChallenge) => login({ username, flow: 'USER_AUTH', preferredChallenge }),
    byChoice: (username) => login({ username, flow: 'USER_AUTH' }),
    byQuestions: (username) => login({ username, flow: 'CUSTOM_AUTH' }),
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
