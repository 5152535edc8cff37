import type {
  ChallengeNameType,
  InitiateAuthCommandOutput,
  RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { ChallengeName, MfaType, type ResolversTypes, type RespondToChallengeInput } from '../generated/schema.ts';
import type { Shape } from '../input/input.ts';
import { isKnown, known } from '../input/known.ts';
import { isObject } from '../input/reader.ts';
import { toTokens } from './tokens.ts';

type AuthResult = ResolversTypes['AuthResult'];
type Challenge = Exclude<AuthResult, { __typename: 'Tokens' }>;
/** A challenge's own fields: all except those that every challenge has. */
type Own<C> = C extends unknown ? Omit<C, 'name' | 'username' | 'session'> : never;

type Parameters = Readonly<Record<string, string>>;

/** The inputs of `respondToChallenge` that answer. */
export type AnswerName = Exclude<keyof RespondToChallengeInput, 'name' | 'username' | 'clientMetadata' | 'captchaToken'>;

interface Row {
  /** How the challenge is shown. */
  readonly show: (parameters: Parameters, available: readonly string[]) => Own<Challenge>;
  /** Which inputs an answer must have, and which it may have. */
  readonly answer: (input: RespondToChallengeInput) => Shape<AnswerName>;
}

const destination = ({ CODE_DELIVERY_DESTINATION }: Parameters) => ({ destination: CODE_DELIVERY_DESTINATION ?? null });

/** If the pool tracks devices, any answer may name its device (`API_RespondToAuthChallenge`, DEVICE_KEY). */
const answer =
  (wants: readonly AnswerName[], may: readonly AnswerName[] = []): Row['answer'] =>
  () => ({ wants: ['session', ...wants], may: [...may, 'deviceKey'] });

/**
 * For an SRP proof, Cognito keeps its state in the secret block and may return no session.
 * @see docs/aws-behaviour/cognito-sign-in.md#cognito.sessions.srp-without
 */
const proof =
  (...wants: readonly AnswerName[]): Row['answer'] =>
  () => ({ wants, may: ['session', 'deviceKey'] });

/** What may be sent together with the choice, to save a step. */
const inline = new Map<string, readonly AnswerName[]>([
  ['PASSWORD', ['password']],
  ['PASSWORD_SRP', ['srpA']],
  ['WEB_AUTHN', ['credential']],
]);

/**
 * Keyed by the SDK's type, so that a challenge which Cognito adds does not compile without a row. Null if no operation
 * leads to it.
 */
export const challenges: { readonly [N in ChallengeName]: Row } & Readonly<Record<ChallengeNameType, Row | null>> = {
  NEW_PASSWORD_REQUIRED: {
    show: ({ requiredAttributes, userAttributes }) => ({
      __typename: 'NewPasswordRequiredChallenge',
      requiredAttributes: strings(requiredAttributes).map((name) => name.replace(/^userAttributes\./, '')),
      attributes: Object.entries(parsed(userAttributes) ?? {}).map(([name, value]) => ({ name, value: String(value) })),
    }),
    answer: answer(['newPassword'], ['attributes']),
  },
  SMS_MFA: { show: (parameters) => ({ __typename: 'SmsMfaChallenge', ...destination(parameters) }), answer: answer(['code']) },
  EMAIL_OTP: {
    show: (parameters) => ({ __typename: 'EmailOtpChallenge', ...destination(parameters) }),
    answer: answer(['code']),
  },
  SMS_OTP: { show: (parameters) => ({ __typename: 'SmsOtpChallenge', ...destination(parameters) }), answer: answer(['code']) },
  SOFTWARE_TOKEN_MFA: {
    show: ({ FRIENDLY_DEVICE_NAME }) => ({
      __typename: 'SoftwareTokenMfaChallenge',
      friendlyDeviceName: FRIENDLY_DEVICE_NAME ?? null,
    }),
    answer: answer(['code']),
  },
  SELECT_MFA_TYPE: {
    // Cognito's documentation also says MFAS_CAN_SELECT; its clients read MFAS_CAN_CHOOSE.
    // @see docs/aws-behaviour/cognito-sign-in.md#cognito.mfa.names
    show: ({ MFAS_CAN_CHOOSE, MFAS_CAN_SELECT }) => ({
      __typename: 'SelectMfaTypeChallenge',
      mfaTypes: known(MfaType, strings(MFAS_CAN_CHOOSE ?? MFAS_CAN_SELECT)),
    }),
    answer: answer(['answer']),
  },
  MFA_SETUP: {
    show: ({ MFAS_CAN_SETUP }) => ({ __typename: 'MfaSetupChallenge', mfaTypes: known(MfaType, strings(MFAS_CAN_SETUP)) }),
    answer: answer([], ['email']),
  },
  SELECT_CHALLENGE: {
    show: (_, available) => ({ __typename: 'SelectChallenge', availableChallenges: known(ChallengeName, available) }),
    answer: (input) => ({ wants: ['session', 'answer'], may: [...(inline.get(input.answer ?? '') ?? []), 'deviceKey'] }),
  },
  PASSWORD: { show: () => ({ __typename: 'PasswordChallenge' }), answer: answer(['password']) },
  PASSWORD_SRP: { show: () => ({ __typename: 'PasswordSrpChallenge' }), answer: answer(['srpA']) },
  PASSWORD_VERIFIER: {
    show: (parameters) => ({
      __typename: 'PasswordVerifierChallenge',
      ...srp(parameters),
      userIdForSrp: need(parameters, 'USER_ID_FOR_SRP'),
    }),
    answer: proof('passwordClaim'),
  },
  WEB_AUTHN: {
    show: ({ CREDENTIAL_REQUEST_OPTIONS }) => ({
      __typename: 'WebAuthnChallenge',
      credentialRequestOptions: parsed(CREDENTIAL_REQUEST_OPTIONS),
    }),
    answer: answer(['credential']),
  },
  CUSTOM_CHALLENGE: {
    // Cognito adds the names of the user to the parameters that the trigger returned.
    show: ({ USERNAME, USER_ID_FOR_SRP, ...parameters }) => ({ __typename: 'CustomChallenge', parameters }),
    answer: answer(['answer']),
  },
  DEVICE_SRP_AUTH: {
    show: ({ DEVICE_KEY }) => ({ __typename: 'DeviceSrpAuthChallenge', deviceKey: DEVICE_KEY ?? null }),
    answer: proof('deviceKey', 'srpA'),
  },
  DEVICE_PASSWORD_VERIFIER: {
    show: (parameters) => ({
      __typename: 'DevicePasswordVerifierChallenge',
      ...srp(parameters),
      deviceKey: parameters['DEVICE_KEY'] ?? null,
    }),
    answer: proof('deviceKey', 'passwordClaim'),
  },
  // A leftover of the server-side flow, which needs AdminInitiateAuth.
  ADMIN_NO_SRP_AUTH: null,
};

type Output = Pick<
  InitiateAuthCommandOutput & RespondToAuthChallengeCommandOutput,
  'ChallengeName' | 'ChallengeParameters' | 'Session' | 'AuthenticationResult'
> & { readonly AvailableChallenges?: readonly string[] | undefined };

/**
 * The tokens, or the next challenge. The answer to a challenge must use its `username`: the name that Cognito returns,
 * since proofs and secret hashes are computed with it, or otherwise the name that was sent.
 */
export function toAuthResult(output: Output, sentUsername: string): AuthResult {
  const { ChallengeName: name, ChallengeParameters: parameters = {}, Session, AvailableChallenges = [] } = output;
  if (name === undefined) return toTokens(output.AuthenticationResult);
  if (!isKnown(ChallengeName, name)) throw new Error('Cognito answered with a challenge that the schema does not list.');
  return {
    ...challenges[name].show(parameters, AvailableChallenges),
    name,
    username: parameters['USER_ID_FOR_SRP'] ?? parameters['USERNAME'] ?? sentUsername,
    session: Session ?? null,
  };
}

function srp(parameters: Parameters) {
  return {
    salt: need(parameters, 'SALT'),
    srpB: need(parameters, 'SRP_B'),
    secretBlock: need(parameters, 'SECRET_BLOCK'),
  };
}

function need(parameters: Parameters, key: string): string {
  const value = parameters[key];
  if (value === undefined) throw new Error(`Cognito's challenge lacks ${key}.`);
  return value;
}

/** Lists and maps in challenge parameters are JSON. */
function parsed(json: string | undefined): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = json === undefined ? undefined : JSON.parse(json);
  return isObject(value) ? value : undefined;
}

function strings(json: string | undefined): string[] {
  const value: unknown = json === undefined ? [] : JSON.parse(json);
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
