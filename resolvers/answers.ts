import { readAttributes } from './attributes.ts';
import { type AnswerName, challenges } from './challenges.ts';
import { readCredential } from './credential.ts';
import type { ChallengeName, RespondToChallengeInput } from './generated/schema.ts';
import { bounded, checkShape, isGiven } from './input.ts';

type Responses = Readonly<Record<string, string>>;

/** How each answer becomes what Cognito reads: ChallengeResponses, which the SDK does not check. */
const responses: {
  readonly [N in AnswerName]: (value: NonNullable<RespondToChallengeInput[N]>, challenge: ChallengeName) => Responses;
} = {
  // Not a response: it travels as a member of its own.
  session: (value) => {
    bounded('session', value);
    return {};
  },
  newPassword: (value) => ({ NEW_PASSWORD: bounded('newPassword', value) }),
  attributes: (value) =>
    Object.fromEntries(Array.from(readAttributes(value), ([name, item]) => [`userAttributes.${name}`, item])),
  // SMS_MFA_CODE, EMAIL_OTP_CODE, SMS_OTP_CODE, SOFTWARE_TOKEN_MFA_CODE
  code: (value, challenge) => ({ [`${challenge}_CODE`]: bounded('code', value) }),
  answer: (value) => ({ ANSWER: bounded('answer', value) }),
  email: (value) => ({ EMAIL: bounded('email', value) }),
  password: (value) => ({ PASSWORD: bounded('password', value) }),
  srpA: (value) => ({ SRP_A: bounded('srpA', value) }),
  passwordClaim: ({ signature, secretBlock, timestamp }) => ({
    PASSWORD_CLAIM_SIGNATURE: bounded('passwordClaim.signature', signature),
    PASSWORD_CLAIM_SECRET_BLOCK: bounded('passwordClaim.secretBlock', secretBlock),
    TIMESTAMP: bounded('passwordClaim.timestamp', timestamp),
  }),
  credential: (value) => ({ CREDENTIAL: JSON.stringify(readCredential(value)) }),
  deviceKey: (value) => ({ DEVICE_KEY: bounded('deviceKey', value) }),
};

const names = Object.keys(responses).filter((name): name is AnswerName => Object.hasOwn(responses, name));

/**
 * The ChallengeResponses of an answer, besides USERNAME and SECRET_HASH.
 * @throws AuthError `INVALID_INPUT` that names the input that is missing, superfluous, empty or over-long.
 */
export function toResponses(input: RespondToChallengeInput): Responses {
  const { answer } = challenges[input.name];
  checkShape(input, names, typeof answer === 'function' ? answer(input) : answer, input.name);
  return Object.assign({}, ...names.map((name) => respond(name, input)));
}

function respond<N extends AnswerName>(name: N, input: RespondToChallengeInput): Responses {
  const value = input[name];
  return isGiven(value) ? responses[name](value, input.name) : {};
}
