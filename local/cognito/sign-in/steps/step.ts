import type { Contact } from '../../messages/messages.ts';
import type { MfaType } from '../../settings/mfa-types.ts';
import type { UserPool, UserPoolClient } from '../../store/pool-store.ts';
import type { User } from '../../store/users/user-store.ts';
import type { CustomChallenge } from '../../triggers/custom-auth.ts';
import type { ChallengeResult } from '../../triggers/table.ts';
import type { requestOptions } from '../../webauthn/options.ts';

/** What each challenge remembers until it is answered. Each name here must have a rule in rules.ts. */
interface StepFields {
  CUSTOM_CHALLENGE: CustomChallenge;
  DEVICE_PASSWORD_VERIFIER: DevicePasswordVerifier;
  DEVICE_SRP_AUTH: DeviceSrpAuth;
  EMAIL_OTP: EmailOtp;
  MFA_SETUP: MfaSetup;
  SELECT_CHALLENGE: SelectChallenge;
  SELECT_MFA_TYPE: SelectMfaType;
  SMS_MFA: { readonly sent: SentCode };
  SMS_OTP: { readonly sent: SentCode };
  SOFTWARE_TOKEN_MFA: SoftwareTokenMfa;
  PASSWORD: object;
  PASSWORD_SRP: object;
  NEW_PASSWORD_REQUIRED: object;
  PASSWORD_VERIFIER: PasswordVerifier;
  WEB_AUTHN: WebAuthn;
}

/** A code that was sent to a user who signs in. */
export interface SentCode {
  readonly contact: Contact;
  /** Where it was sent. */
  readonly address: string;
  readonly code: string;
}

interface DevicePasswordVerifier {
  readonly device: ClaimedDevice;
  /** Hex, like all numbers of the exchange. */
  readonly salt: string;
  readonly A: string;
  readonly B: string;
  /** The server's private value. */
  readonly b: string;
  /** Random. Unlike a user's exchange, a device's has a session that contains its state. */
  readonly secretBlock: string;
}

interface DeviceSrpAuth {
  readonly device: ClaimedDevice;
}

export interface EmailOtp {
  readonly sent: SentCode;
  /** One challenge for two purposes: a first factor with eight digits, and a second factor with six. */
  readonly factor: 'first' | 'second';
}

interface MfaSetup {
  readonly canSetUp: readonly MfaType[];
  /** What AssociateSoftwareToken and VerifySoftwareToken have done in this session. */
  readonly token?: { readonly secret: string; readonly isVerified: boolean } | undefined;
}

export interface PasswordVerifier {
  /** Hex, like all numbers of the exchange. */
  readonly salt: string;
  readonly A: string;
  readonly B: string;
  /** The server's private value. */
  readonly b: string;
  /** The SECRET_BLOCK that was sent; absent in the step inside the block itself. */
  readonly secretBlock?: string;
  /** The previous rounds, if the exchange is part of a custom sign-in. */
  readonly customRounds?: readonly ChallengeResult[];
}

interface SelectChallenge {
  /** For a passkey that is sent together with the choice. */
  readonly passkey?: WebAuthn | undefined;
}

interface SelectMfaType {
  readonly choices: readonly MfaType[];
}

interface SoftwareTokenMfa {
  /** FriendlyDeviceName. */
  readonly name: string | null;
}

export interface WebAuthn {
  readonly options: ReturnType<typeof requestOptions>;
}

/** What a step passes on to the next one. */
export interface Carried {
  /** What the user has proven so far, with the values of the tokens' claim (RFC 8176 and Cognito's own). */
  readonly amr: readonly string[];
  /** The device that the client claims to be. */
  readonly device?: ClaimedDevice | undefined;
  /** The level that the sign-in should reach, and what a token of the user had proven before it began. */
  readonly stepUp?: StepUp | undefined;
  /** The pool's own triggers have admitted the user: Cognito then asks for no new password and no second factor. */
  readonly custom?: true;
  /** The sign-in takes place on the pool's own pages, and only they may continue it. */
  readonly inBrowser?: true | undefined;
}

/** A sign-in that is to reach a level (`urn:cognito:loa:3`). */
export interface StepUp {
  readonly level: Level;
  /** What need not be proven again, as `amr`. */
  readonly credit: readonly string[];
}

export type Level = 1 | 2 | 3 | 4;

/** What the tokens of a sign-in say of it. */
export function allProven({ amr, stepUp }: Carried): string[] {
  return [...new Set([...(stepUp?.credit ?? []), ...amr])];
}

/** Whether anything is proven yet: until then an answer must not depend on what only the user may know. */
export function hasProven({ amr, custom }: Carried): boolean {
  return amr.length > 0 || custom === true;
}

/** A device named by its key, which is not a secret. Only its password proves that it is that device. */
export interface ClaimedDevice {
  readonly key: string;
  readonly proven: boolean;
}

/** A pending challenge. `at` is Cognito's ChallengeName. */
export type Step = {
  [At in keyof StepFields]: Carried & { readonly at: At } & StepFields[At];
}[keyof StepFields];
export type StepAt<At> = Extract<Step, { at: At }>;

/** The user and client of a sign-in. */
export interface Situation {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  readonly user: User;
  /** The metadata of the request for the triggers. */
  readonly clientMetadata?: Readonly<Record<string, string>> | undefined;
  /** The device that the request names. */
  readonly device?: ClaimedDevice | undefined;
  readonly stepUp?: StepUp | undefined;
  /** On the pool's own pages. */
  readonly inBrowser?: true | undefined;
}

export type Answers = Readonly<Record<string, string>>;
