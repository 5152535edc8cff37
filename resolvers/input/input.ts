import { invalidInput } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import { isObject } from './reader.ts';

/** Without line breaks and other control characters, which mean something to mails and logs. */
const visible = /^[^\p{Cc}\u2028\u2029]+$/u;

interface Bound {
  readonly max: number;
  readonly pattern?: RegExp;
  /** What the pattern requires, as the end of "`x` must …". */
  readonly rule?: string;
  /** The input's own name, if its bound differs from that of inputs with the same name. */
  readonly input?: string;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Cognito's own bounds (service model, cognito-idp 2016-04-18). Cognito does not check the values in the maps of
 * InitiateAuth and RespondToAuthChallenge, so an answer that is too long would cost a full round of password hashing.
 * If the model has no bound, that of the map's values is used.
 * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.unchecked-maps
 */
const bounds = {
  username: { max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, rule: 'not contain white space' },
  email: { max: 2048, pattern: visible, rule: 'not contain control characters' },
  phoneNumber: { max: 2048, pattern: visible, rule: 'not contain control characters' },
  password: { max: 256 },
  temporaryPassword: { max: 256 },
  newPassword: { max: 256 },
  previousPassword: { max: 256 },
  recoveryCode: { max: 64 },
  code: { max: 2048, pattern: /^\S+$/, rule: 'not contain white space' },
  softwareTokenCode: { max: 6, pattern: /^\d{6}$/, rule: 'be six digits', input: 'code' },
  session: { max: 2048 },
  refreshToken: { max: 131_072, pattern: /^[\w\-=.]+$/, rule: 'be a token' },
  deviceKey: { max: 55, pattern: /^[\w-]+_[0-9a-f-]+$/, rule: 'be a device key' },
  key: { max: 55, pattern: /^[\w-]+_[0-9a-f-]+$/, rule: 'be a device key' },
  deviceName: { max: 1024, pattern: visible, rule: 'not contain control characters' },
  credentialId: { max: 2048 },
  sessionId: { max: 28, pattern: /^[a-z0-9]+$/, rule: 'be the id of a session' },
  // A code of Cognito is a UUID; the verifier has the form of RFC 7636 §4.1.
  authorizationCode: { max: 2048, pattern: /^\S+$/, rule: 'not contain white space', input: 'code' },
  codeVerifier: { max: 128, pattern: /^[\w.~-]{43,}$/, rule: 'have 43 to 128 letters, digits and the signs - . _ ~' },
  providerName: { max: 32, pattern: visible, rule: 'not contain control characters' },
  userId: { max: 2048, pattern: visible, rule: 'not contain control characters' },
  groupName: { max: 128, pattern: /^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u, rule: 'not contain white space' },
  description: { max: 2048 },
  nextToken: { max: 131_072, pattern: /^\S+$/, rule: 'not contain white space' },
  acrValues: { max: 128, pattern: /^\S+$/, rule: 'not contain white space' },
  // A number of 3072 bits takes 516 characters.
  passwordVerifier: { max: 1024, pattern: base64, rule: 'be Base64' },
  salt: { max: 1024, pattern: base64, rule: 'be Base64' },
  answer: { max: 131_072 },
  accountName: { max: 128, pattern: /^\P{C}+$/u, rule: 'not contain control characters' },
  friendlyDeviceName: { max: 131_072 },
  // A number below the 3072-bit prime of RFC 5054; longer ones only cost time.
  srpA: { max: 1024, pattern: /^[0-9a-fA-F]+$/, rule: 'be hexadecimal' },
  'passwordClaim.signature': { max: 1024 },
  'passwordClaim.secretBlock': { max: 131_072 },
  'passwordClaim.timestamp': { max: 64 },
} as const satisfies Readonly<Record<string, Bound>>;

export type BoundedInput = keyof typeof bounds;

/** The value, if it is within its bounds. @throws AuthError `INVALID_INPUT` that names the input. */
export function bounded(name: BoundedInput, value: string): string {
  const { max, pattern, rule, input = name }: Bound = bounds[name];
  if (value === '') throw invalidInput(input, `\`${input}\` must not be empty.`);
  if (value.length > max) throw invalidInput(input, `\`${input}\` must have at most ${max} characters.`);
  if (pattern && !pattern.test(value)) throw invalidInput(input, `\`${input}\` must ${rule}.`);
  return value;
}

/** Like `bounded`; undefined for an input that is absent or null. */
export function boundedIfGiven(input: BoundedInput, value: InputMaybe<string>): string | undefined {
  return isGiven(value) ? bounded(input, value) : undefined;
}

export function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== null && value !== undefined;
}

/** The inputs that a call requires, and those that it may have in addition. */
export interface Shape<Name extends string> {
  readonly wants: readonly Name[];
  readonly may: readonly Name[];
}

/**
 * Refuses missing inputs, then unexpected ones, before Cognito is called.
 * @throws AuthError `INVALID_INPUT` that names the input.
 */
export function checkShape<Name extends string>(
  input: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  { wants, may }: Shape<Name>,
  what: string,
): void {
  const missing = wants.find((name) => !isGiven(input[name]));
  if (missing) throw invalidInput(missing, `${what} wants \`${missing}\`.`);
  const superfluous = names.find((name) => isGiven(input[name]) && !wants.includes(name) && !may.includes(name));
  if (superfluous) throw invalidInput(superfluous, `${what} takes no \`${superfluous}\`.`);
}

const MAX_METADATA_CHARACTERS = 131_072;

/** The JSON object of strings that is passed to the Lambda triggers. @throws AuthError `INVALID_INPUT`. */
export function clientMetadata(value: unknown): { ClientMetadata?: Record<string, string> } {
  if (!isGiven(value)) return {};
  if (!isObject(value)) throw invalidInput('clientMetadata', '`clientMetadata` must be a JSON object.');
  const entries = Object.entries(value).map(([key, item]): [string, string] => {
    if (typeof item !== 'string') throw invalidInput('clientMetadata', 'Each value in `clientMetadata` must be a string.');
    return [key, item];
  });
  if (JSON.stringify(value).length > MAX_METADATA_CHARACTERS) {
    throw invalidInput('clientMetadata', `\`clientMetadata\` must have at most ${MAX_METADATA_CHARACTERS} characters.`);
  }
  return { ClientMetadata: Object.fromEntries(entries) };
}
