import { invalidInput } from '../errors/auth-error.ts';
import type { AuthFlow, ChallengeName, LoginInput } from '../generated/schema.ts';
import { bounded, boundedIfGiven, checkShape, isGiven, type Shape } from '../input/input.ts';

type FlowInput = Exclude<keyof LoginInput, 'username' | 'flow' | 'clientMetadata' | 'captchaToken'>;

const names = [
  'password',
  'srpA',
  'preferredChallenge',
  'session',
  'deviceKey',
  'acrValues',
  'maxAgeSeconds',
] as const satisfies readonly FlowInput[];

/** The first factors that USER_AUTH may be asked for, and the inputs that each needs. */
const firstFactors = new Map<ChallengeName, readonly FlowInput[]>([
  ['PASSWORD', ['password']],
  ['PASSWORD_SRP', ['srpA']],
  ['EMAIL_OTP', []],
  ['SMS_OTP', []],
  ['WEB_AUTHN', []],
]);

/** What each flow of `login` needs besides the user name. */
const flows: Readonly<Record<AuthFlow, (input: LoginInput) => Shape<FlowInput>>> = {
  USER_PASSWORD_AUTH: () => ({ wants: ['password'], may: ['deviceKey'] }),
  USER_SRP_AUTH: () => ({ wants: ['srpA'], may: ['deviceKey'] }),
  CUSTOM_AUTH: () => ({ wants: [], may: ['srpA', 'deviceKey'] }),
  USER_AUTH: ({ preferredChallenge, session, acrValues }) => {
    // The session of `confirmSignUp` is sufficient proof, and Cognito then ignores everything else.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.sign-up
    if (isGiven(session)) return { wants: ['session'], may: ['deviceKey'] };
    const level: readonly FlowInput[] = isGiven(acrValues) ? ['acrValues', 'maxAgeSeconds'] : ['acrValues'];
    if (!isGiven(preferredChallenge)) return { wants: [], may: ['deviceKey', ...level] };
    const proof = firstFactors.get(preferredChallenge);
    if (!proof) throw invalidInput('preferredChallenge', `${preferredChallenge} is not a first factor.`);
    return { wants: ['preferredChallenge', ...proof], may: ['deviceKey', ...level] };
  },
};

/**
 * The AuthParameters of a sign-in, without SECRET_HASH (`API_InitiateAuth`).
 * @throws AuthError `INVALID_INPUT` that names the input that is missing, not expected, empty or too long.
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
    // Makes CUSTOM_AUTH begin with SRP.
    ...(srpA && flow === 'CUSTOM_AUTH' && { CHALLENGE_NAME: 'SRP_A' }),
    ...(isGiven(input.preferredChallenge) && { PREFERRED_CHALLENGE: input.preferredChallenge }),
    ...(deviceKey && { DEVICE_KEY: deviceKey }),
    ...stepUp(input),
  };
}

const MAX_LEVELS = 10;

/** The levels to reach, and how old a sign-in may be to count (`API_InitiateAuth`, TARGET_ACR_VALUES and MAX_AGE). */
function stepUp({ acrValues, maxAgeSeconds }: LoginInput): Record<string, string> {
  if (!isGiven(acrValues)) return {};
  if (acrValues.length === 0 || acrValues.length > MAX_LEVELS) {
    throw invalidInput('acrValues', `\`acrValues\` must have 1 to ${MAX_LEVELS} levels.`);
  }
  if (isGiven(maxAgeSeconds) && maxAgeSeconds < 0) throw invalidInput('maxAgeSeconds', '`maxAgeSeconds` must not be negative.');
  return {
    TARGET_ACR_VALUES: acrValues.map((level) => bounded('acrValues', level)).join(' '),
    ...(isGiven(maxAgeSeconds) && { MAX_AGE: String(maxAgeSeconds) }),
  };
}
