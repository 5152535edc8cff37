import { invalidInput } from '../errors/auth-error.ts';
import type { AuthFlow, ChallengeName, LoginInput } from '../generated/schema.ts';
import { boundedIfGiven, checkShape, isGiven, type Shape } from '../input/input.ts';

type FlowInput = Exclude<keyof LoginInput, 'username' | 'flow' | 'clientMetadata'>;

const names = ['password', 'srpA', 'preferredChallenge', 'session', 'deviceKey'] as const satisfies readonly FlowInput[];

/** The first factors that USER_AUTH may be asked for, and the proof that each takes along. */
const firstFactors = new Map<ChallengeName, readonly FlowInput[]>([
  ['PASSWORD', ['password']],
  ['PASSWORD_SRP', ['srpA']],
  ['EMAIL_OTP', []],
  ['SMS_OTP', []],
  ['WEB_AUTHN', []],
]);

/** What each flow of `login` wants besides the user name. */
const flows: Readonly<Record<AuthFlow, (input: LoginInput) => Shape<FlowInput>>> = {
  USER_PASSWORD_AUTH: () => ({ wants: ['password'], may: ['deviceKey'] }),
  USER_SRP_AUTH: () => ({ wants: ['srpA'], may: ['deviceKey'] }),
  CUSTOM_AUTH: () => ({ wants: [], may: ['srpA', 'deviceKey'] }),
  USER_AUTH: ({ preferredChallenge, session }) => {
    // The session of `confirmSignUp` is proof enough, and Cognito reads nothing else then.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.sign-up
    if (isGiven(session)) return { wants: ['session'], may: ['deviceKey'] };
    if (!isGiven(preferredChallenge)) return { wants: [], may: ['deviceKey'] };
    const proof = firstFactors.get(preferredChallenge);
    if (!proof) throw invalidInput('preferredChallenge', `${preferredChallenge} is no first factor.`);
    return { wants: ['preferredChallenge', ...proof], may: ['deviceKey'] };
  },
};

/**
 * The AuthParameters of a sign-in, besides SECRET_HASH (`API_InitiateAuth`).
 * @throws AuthError `INVALID_INPUT` that names the input that is missing, superfluous, empty or over-long.
 */
export function toAuthParameters(flow: AuthFlow, username: string, input: LoginInput): Record<string, string> {
  checkShape(input, names, flows[flow](input), flow);
  const password = boundedIfGiven('password', input.password);
  const srpA = boundedIfGiven('srpA', input.srpA);
  const deviceKey = boundedIfGiven('deviceKey', input.deviceKey);
  return {
    USERNAME: username,
    ...(password && { PASSWORD: password }),
    ...(srpA && { SRP_A: srpA }),
    // How CUSTOM_AUTH is told to begin with SRP.
    ...(srpA && flow === 'CUSTOM_AUTH' && { CHALLENGE_NAME: 'SRP_A' }),
    ...(isGiven(input.preferredChallenge) && { PREFERRED_CHALLENGE: input.preferredChallenge }),
    ...(deviceKey && { DEVICE_KEY: deviceKey }),
  };
}
