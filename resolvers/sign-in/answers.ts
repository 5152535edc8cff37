import type { ChallengeName, RespondToChallengeInput } from '../generated/schema.ts';
import { readAttributes } from '../input/attributes.ts';
import { bounded, checkShape, isGiven } from '../input/input.ts';
import { newPassword } from '../input/new-password.ts';
import { type AnswerName, challenges } from './challenges.ts';
import { readCredential } from './credential.ts';

type Responses = Readonly<Record<string, string>>;

/** What the reading of an answer depends on. */
interface Circumstances {
  readonly challenge: ChallengeName;
  /** Of the user pool. */
  readonly passwordMinimumLength: number;
}

/** How each input becomes ChallengeResponses, which the SDK does not check. */
const responses: {
  readonly [N in AnswerName]: (value: NonNullable<RespondToChallengeInput[N]>, circumstances: Circumstances) => Responses;
} = {
  // Not a response: it is a separate member of the request.
  session: (value) => {
    bounded('session', value);
    return {};
  },
  newPassword: (value, { passwordMinimumLength }) => ({ NEW_PASSWORD: newPassword('newPassword', value, passwordMinimumLength) }),
  attributes: (value) =>
    Object.fromEntries(Array.from(readAttributes(value), ([name, item]) => [`userAttributes.${name}`, item])),
  // SMS_MFA_CODE, EMAIL_OTP_CODE, SMS_OTP_CODE, SOFTWARE_TOKEN_MFA_CODE
  code: (value, { challenge }) => ({ [`${challenge}_CODE`]: bounded('code', value) }),
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
 * The ChallengeResponses of an answer, without USERNAME and SECRET_HASH.
 * @throws AuthError `INVALID_INPUT` that names the input that is missing, not expected, empty or too long;
 *   `PASSWORD_POLICY`.
 */
export function toResponses(input: RespondToChallengeInput, passwordMinimumLength: number): Responses {
  checkShape(input, names, challenges[input.name].answer(input), input.name);
  return Object.assign({}, ...names.map((name) => respond(name, input, { challenge: input.name, passwordMinimumLength })));
}

function respond<N extends AnswerName>(name: N, input: RespondToChallengeInput, circumstances: Circumstances): Responses {
  const value = input[name];
  return isGiven(value) ? responses[name](value, circumstances) : {};
}
