import type { AuthConfig, Federation, FederationProvider } from '../generated/schema.ts';
import type { PasswordRules } from '../passwords/rules.ts';

export type { PasswordRules };

/** What `authConfig` answers besides the enums: the JSON in `AUTH_CONFIG`. */
export interface AuthSettings
  extends Omit<AuthConfig, '__typename' | 'challenges' | 'errors' | 'reauthentication' | 'federation'> {
  readonly reauthentication: Reauthentication | null;
  /** Null if the stage has none. */
  readonly federation: FederationSettings | null;
}

/** What pages need for a sign-in by other providers, besides the domain and the id of the app client. */
export interface FederationSettings extends Omit<Federation, '__typename' | 'domain' | 'clientId' | 'providers'> {
  /** Where `signOutUrl` may lead. */
  readonly signOutUrls: readonly string[];
  readonly providers: readonly FederatedProvider[];
}

export type FederatedProvider = Omit<FederationProvider, '__typename'>;

/** How recent a sign-in must be, and how strong, for operations that could lock the owner out. */
export type Reauthentication = Omit<NonNullable<AuthConfig['reauthentication']>, '__typename' | 'operations'>;

/** The app client that all sign-ins use. */
interface AppClientEnv {
  readonly USER_POOL_CLIENT_ID: string;
  /** Only for an app client that has a secret. */
  readonly USER_POOL_CLIENT_SECRET?: string;
  /**
   * `true` if the app client accepts the caller's address for threat protection. Cognito ignores it from other clients.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.client.caller-address
   */
  readonly PASS_CALLER_ADDRESS?: string;
}

/** What a stage stores outside Cognito, and where. */
interface AccountTableEnv {
  /** The DynamoDB table. Required if there is anything to keep. */
  readonly ACCOUNT_TABLE?: string;
  /** How long activity is kept. Absent if none is. */
  readonly ACTIVITY_DAYS?: string;
  /** `true` if users can create recovery codes. */
  readonly RECOVERY_CODES?: string;
  /** `MessageLimitsConfig` as JSON. Absent if messages are not counted. */
  readonly MESSAGE_LIMITS?: string;
  /** `AttemptLimitsConfig` as JSON. Absent if attempts are not counted. */
  readonly ATTEMPT_LIMITS?: string;
}

/** The captcha before what has a message sent. */
interface CaptchaEnv {
  /** The ARN of the secret that holds `{"secretKey": "…"}`. Absent if there is no captcha. */
  readonly CAPTCHA_SECRET_ID?: string;
  /** Where a solved captcha is verified. Required if there is one. */
  readonly CAPTCHA_VERIFY_URL?: string;
}

/** The rules for a new password. */
interface PasswordsEnv {
  /** `PasswordRules` as JSON. */
  readonly PASSWORD_RULES: string;
}

/** Mails that inform users about changes to their account. */
interface NoticesEnv {
  /** The kinds of changes that users are informed of, separated by commas; empty for none. */
  readonly NOTICES: string;
  /** `NoticeSender` as JSON. Absent if there is no sender; then nothing is sent. */
  readonly NOTICE_SENDER?: string;
}

/** The environment of `user.lambda.ts`. */
export interface UserEnv extends AppClientEnv, PasswordsEnv, Omit<AccountTableEnv, 'RECOVERY_CODES'>, CaptchaEnv {
  /** After how many milliseconds, or a multiple, what may send a code is answered. Absent: as soon as possible. */
  readonly EVEN_ANSWERS_MS?: string;
  /** `AuthSettings` as JSON. */
  readonly AUTH_CONFIG: string;
  /** The URL of the domain of the pool, without a slash at the end. Absent without federation. */
  readonly USER_POOL_DOMAIN?: string;
}

/** The providers of the stage, whose users the pool has too. */
interface FederationEnv {
  /** Their names in Cognito, separated by commas; empty for none. Absent without federation. */
  readonly PROVIDERS?: string;
}

/** The environment of `account.lambda.ts`. */
export interface AccountEnv extends PasswordsEnv, Omit<AccountTableEnv, 'ATTEMPT_LIMITS'>, NoticesEnv, FederationEnv {
  /** Only with federation. */
  readonly USER_POOL_ID?: string;
  /** The name that an authenticator app shows above the codes of this user pool. */
  readonly TOTP_ISSUER: string;
  /** `Reauthentication` as JSON, or `null`. */
  readonly REAUTHENTICATION: string;
  /** Whether Cognito keeps a list of sessions: `true` or `false`. */
  readonly TRACKS_SESSIONS: string;
  /** Whether Cognito remembers devices: `true` or `false`. */
  readonly REMEMBERS_DEVICES: string;
}

/** The environment of `recovery.lambda.ts`. */
export interface RecoveryEnv
  extends AppClientEnv,
    PasswordsEnv,
    Omit<AccountTableEnv, 'MESSAGE_LIMITS' | 'ATTEMPT_LIMITS'>,
    NoticesEnv {
  readonly USER_POOL_ID: string;
  /** The second factors of the user pool, separated by commas; empty for none. */
  readonly MFA_TYPES: string;
  /** Whether Cognito remembers devices: `true` or `false`. */
  readonly REMEMBERS_DEVICES: string;
}

/** The environment of `sign-up.lambda.ts`. */
export interface SignUpEnv
  extends AppClientEnv,
    PasswordsEnv,
    Pick<AccountTableEnv, 'ACCOUNT_TABLE' | 'MESSAGE_LIMITS'>,
    CaptchaEnv {
  readonly USER_POOL_ID: string;
  /** The enabled forms of `signUp`, separated by commas; empty for none. */
  readonly SIGN_UP_MODES: string;
  /** What users sign in with, separated by commas. Without `USERNAME`, the address or number is the user name. */
  readonly SIGN_IN_NAMES: string;
  /** User names that nobody may take, separated by commas; empty for none. */
  readonly RESERVED_NAMES: string;
  /** The attributes that `signUp` may set besides `email` and `phone_number`, separated by commas; empty for none. */
  readonly WRITABLE_ATTRIBUTES: string;
}

/** The environment of `admin.lambda.ts`. */
export interface AdminEnv extends AccountTableEnv, FederationEnv {
  readonly USER_POOL_ID: string;
  /** The group whose members are the administrators. */
  readonly ADMIN_GROUP: string;
  /** What users sign in with, separated by commas. Without `USERNAME`, the address or number is the user name. */
  readonly SIGN_IN_NAMES: string;
  /** `PasswordRules` as JSON. */
  readonly PASSWORD_RULES: string;
  /** `Reauthentication` as JSON, or `null`. */
  readonly REAUTHENTICATION: string;
  /** Whether Cognito keeps a list of sessions: `true` or `false`. */
  readonly TRACKS_SESSIONS: string;
  /** Whether Cognito remembers devices: `true` or `false`. */
  readonly REMEMBERS_DEVICES: string;
}

/** The environment of `triggers/pre-sign-up.lambda.ts`. */
export interface PreSignUpEnv extends FederationEnv {
  /** The domains that the e-mail address of a new user may have, separated by commas; empty for any. */
  readonly EMAIL_DOMAINS: string;
  /**
   * The names of the providers whose users become one with the user who has verified the same address, separated by
   * commas; empty for none. Absent without federation.
   */
  readonly LINK_BY_VERIFIED_EMAIL?: string;
}

/** The environment of `passwordless/create-auth-challenge.lambda.ts`. */
export interface PasswordlessEnv extends Pick<AccountTableEnv, 'ACCOUNT_TABLE' | 'MESSAGE_LIMITS'> {
  /** The address that the codes come from. */
  readonly SENDER: string;
  /** The Region of its identity; SES does not know it in another Region. */
  readonly SENDER_REGION: string;
}

/** The environment of `gpt.lambda.ts`. */
export interface GptEnv {
  /** The ARN of the secret that holds `{"apiKey": "…"}`. */
  readonly OPENAI_SECRET_ID: string;
  /** The model that answers unless the caller names another. */
  readonly GPT_MODEL: string;
  /**
   * Other models that callers may name without a key of their own, separated by commas; `*` for any, empty for none.
   */
  readonly GPT_MODELS: string;
  /** The longest question, in characters. */
  readonly GPT_MESSAGE_CHARACTERS: string;
  /** The longest answer, in tokens. */
  readonly GPT_ANSWER_TOKENS: string;
  /** The provider's name for that limit: `max_completion_tokens` or `max_tokens`. */
  readonly GPT_ANSWER_TOKENS_PARAMETER: string;
  /** How many questions a user may ask per day. Absent for no limit. */
  readonly GPT_REQUESTS_PER_DAY?: string;
  /** How many questions all users may ask per day at the cost of the deployment. Absent for no limit. */
  readonly GPT_TOTAL_REQUESTS_PER_DAY?: string;
  /** The DynamoDB table that counts them. Required if there is a limit. */
  readonly ACCOUNT_TABLE?: string;
  /** Whether only users may ask who have proven an address or a number: `true` or `false`. */
  readonly GPT_PROVEN_ADDRESS: string;
  /** Another OpenAI-compatible endpoint, including the version path. Default: `https://api.openai.com/v1`. */
  readonly OPENAI_BASE_URL?: string;
}

/** How notices by mail are sent: the JSON in `NOTICE_SENDER`. */
export interface NoticeSender {
  /** An address, or a name and an address. */
  readonly from: string;
  /** Null means the sender. */
  readonly replyTo: string | null;
  /** The Region of the identity; SES does not know it in another Region. */
  readonly region: string;
  readonly configurationSet: string | null;
}
