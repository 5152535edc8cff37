import {
  type AuthConfig,
  AuthFlow,
  ChallengeName,
  DeliveryMedium,
  type GptLimits,
  MfaMode,
  MfaType,
  type PasswordPolicy,
  SignInName,
  SignUpMode,
  VerificationMethod,
} from './generated/schema.ts';
import { array, boolean, integer, oneOf, orNull, parseJson, type Reader, record, string } from './input/reader.ts';

/** What `authConfig` tells besides the vocabularies: the JSON in `AUTH_CONFIG`. */
export type AuthSettings = Omit<AuthConfig, '__typename' | 'challenges' | 'errors'>;

/** What every function is given. */
interface CommonEnv {
  readonly POWERTOOLS_SERVICE_NAME: string;
  /** `INFO` logs a line for each call; `WARN` only those that may be this system's fault. */
  readonly POWERTOOLS_LOG_LEVEL: string;
}

/** The app client that all sign-ins go through. */
interface AppClientEnv {
  readonly USER_POOL_CLIENT_ID: string;
  /** Only for an app client that has a secret. */
  readonly USER_POOL_CLIENT_SECRET?: string;
  /**
   * `true` where the app client takes the caller's address for threat protection; Cognito heeds it from no other.
   * @see docs/aws-behaviour/cognito-settings.md#cognito.client.caller-address
   */
  readonly PASS_CALLER_ADDRESS?: string;
}

/** The environment of `user.lambda.ts`. */
export interface UserEnv extends CommonEnv, AppClientEnv {
  /** `AuthSettings` as JSON. */
  readonly AUTH_CONFIG: string;
  /** What an authenticator app shows over the codes of this user pool. */
  readonly TOTP_ISSUER: string;
}

/** The environment of `sign-up.lambda.ts`. */
export interface SignUpEnv extends CommonEnv, AppClientEnv {
  readonly USER_POOL_ID: string;
  /** The forms of `signUp` that are on, separated by commas; empty for none. */
  readonly SIGN_UP_MODES: string;
  /** What users sign in by, separated by commas. Without `USERNAME` the address or number is the user name itself. */
  readonly SIGN_IN_NAMES: string;
  /** The attributes that `signUp` may set besides `email` and `phone_number`, separated by commas; empty for none. */
  readonly WRITABLE_ATTRIBUTES: string;
  /** The least length that the user pool wants of a password. */
  readonly PASSWORD_MINIMUM_LENGTH: string;
}

/** The environment of `triggers/pre-sign-up.lambda.ts`. */
export interface PreSignUpEnv {
  /** The domains that a new user's e-mail address may be of, separated by commas. */
  readonly EMAIL_DOMAINS: string;
}

/** The environment of `gpt.lambda.ts`. */
export interface GptEnv extends CommonEnv {
  /** The ARN of the secret that holds `{"apiKey": "…"}`. */
  readonly OPENAI_SECRET_ID: string;
  /** The model that answers where the caller names none. */
  readonly GPT_MODEL: string;
  /** Further models that a caller may name without a key of their own, separated by commas; `*` for any, empty for none. */
  readonly GPT_MODELS: string;
  /** The longest question, in characters. */
  readonly GPT_MESSAGE_CHARACTERS: string;
  /** The longest answer, in tokens. */
  readonly GPT_ANSWER_TOKENS: string;
  /** What the provider calls that limit: `max_completion_tokens` or `max_tokens`. */
  readonly GPT_ANSWER_TOKENS_PARAMETER: string;
  /** How many questions a user may ask in a day without a key of their own. Absent for no limit. */
  readonly GPT_REQUESTS_PER_DAY?: string;
  /** The DynamoDB table that counts them; wherever there is a limit. */
  readonly GPT_REQUESTS_TABLE?: string;
  /** Another OpenAI-compatible endpoint, version path included. Default: `https://api.openai.com/v1`. */
  readonly OPENAI_BASE_URL?: string;
}

/** Where and as whom to call AWS. */
export interface AwsConfig {
  readonly region: string;
  /** Null for the region's own endpoint. */
  readonly endpoint: string | null;
}

export interface AppClientConfig {
  readonly clientId: string;
  /** Null for an app client without a secret. */
  readonly clientSecret: string | null;
  /** Whether Cognito is told the address of who calls, by which threat protection judges. */
  readonly passesCallerAddress: boolean;
}

export interface UserConfig {
  readonly aws: AwsConfig;
  readonly appClient: AppClientConfig;
  readonly authSettings: AuthSettings;
  readonly totpIssuer: string;
}

export interface SignUpConfig {
  readonly aws: AwsConfig;
  readonly appClient: AppClientConfig;
  readonly userPoolId: string;
  readonly signUpModes: ReadonlySet<SignUpMode>;
  readonly signInNames: ReadonlySet<SignInName>;
  readonly writableAttributes: ReadonlySet<string>;
  readonly passwordMinimumLength: number;
}

export interface GptConfig {
  readonly aws: AwsConfig;
  readonly secretId: string;
  readonly model: string;
  /** Whether the deployment's key pays for this model. */
  readonly paysFor: (model: string) => boolean;
  readonly baseUrl: string | null;
  readonly messageCharacters: number;
  readonly answerTokens: number;
  readonly answerTokensParameter: AnswerTokensParameter;
  /** Null for no limit. */
  readonly dailyLimit: DailyLimitConfig | null;
}

/** OpenAI's newer models know the first alone; some servers that call themselves compatible know the second alone. */
export const AnswerTokensParameter = { max_completion_tokens: 'max_completion_tokens', max_tokens: 'max_tokens' } as const;
export type AnswerTokensParameter = keyof typeof AnswerTokensParameter;

interface DailyLimitConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  readonly questionsPerDay: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the variable that is missing or wrong. So does each function here. */
export function userConfig(env: Environment): UserConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    appClient: appClient(env),
    authSettings: parseJson('AUTH_CONFIG', required(env, 'AUTH_CONFIG'), authSettings),
    totpIssuer: required(env, 'TOTP_ISSUER'),
  });
}

export function signUpConfig(env: Environment): SignUpConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    appClient: appClient(env),
    userPoolId: required(env, 'USER_POOL_ID'),
    signUpModes: words(env, 'SIGN_UP_MODES', SignUpMode),
    signInNames: words(env, 'SIGN_IN_NAMES', SignInName),
    writableAttributes: new Set(list(env, 'WRITABLE_ATTRIBUTES')),
    passwordMinimumLength: integer(Number(required(env, 'PASSWORD_MINIMUM_LENGTH')), 'PASSWORD_MINIMUM_LENGTH'),
  });
}

export function gptConfig(env: Environment): GptConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_SECRETS_MANAGER'),
    secretId: required(env, 'OPENAI_SECRET_ID'),
    model: required(env, 'GPT_MODEL'),
    paysFor: paysFor(required(env, 'GPT_MODEL'), list(env, 'GPT_MODELS')),
    baseUrl: url(env, 'OPENAI_BASE_URL'),
    messageCharacters: count(env, 'GPT_MESSAGE_CHARACTERS'),
    answerTokens: count(env, 'GPT_ANSWER_TOKENS'),
    answerTokensParameter: oneOf(AnswerTokensParameter)(env['GPT_ANSWER_TOKENS_PARAMETER'], 'GPT_ANSWER_TOKENS_PARAMETER'),
    dailyLimit: dailyLimit(env),
  });
}

/** Either variable is a limit, so that a forgotten one never reads as none. */
function dailyLimit(env: Environment): DailyLimitConfig | null {
  if (env['GPT_REQUESTS_PER_DAY'] === undefined && env['GPT_REQUESTS_TABLE'] === undefined) return null;
  return {
    aws: aws(env, 'AWS_ENDPOINT_URL_DYNAMODB'),
    table: required(env, 'GPT_REQUESTS_TABLE'),
    questionsPerDay: count(env, 'GPT_REQUESTS_PER_DAY'),
  };
}

function paysFor(model: string, others: readonly string[]): (wanted: string) => boolean {
  const models = new Set([model, ...others]);
  return (wanted) => models.has('*') || models.has(wanted);
}

const passwordPolicy: Reader<Omit<PasswordPolicy, '__typename'>> = record({
  minimumLength: integer,
  requireUppercase: boolean,
  requireLowercase: boolean,
  requireNumbers: boolean,
  requireSymbols: boolean,
  historySize: integer,
  temporaryPasswordValidityDays: integer,
});

const authSettings: Reader<AuthSettings> = record({
  signUpModes: array(oneOf(SignUpMode)),
  signInNames: array(oneOf(SignInName)),
  flows: array(oneOf(AuthFlow)),
  passwordPolicy,
  mfaMode: oneOf(MfaMode),
  mfaTypes: array(oneOf(MfaType)),
  firstFactors: array(oneOf(ChallengeName)),
  requiredAttributes: array(string),
  verifyBy: oneOf(VerificationMethod),
  recovery: array(oneOf(DeliveryMedium)),
  emailDomains: array(string),
  challengeMinutes: integer,
  gptEnabled: boolean,
  gptLimits: orNull(
    record<Omit<GptLimits, '__typename'>>({
      requestsPerDay: orNull(integer),
      messageCharacters: integer,
      answerTokens: integer,
    }),
  ),
});

function aws(env: Environment, endpointVariable: string): AwsConfig {
  return { region: required(env, 'AWS_REGION'), endpoint: url(env, endpointVariable) };
}

function appClient(env: Environment): AppClientConfig {
  return {
    clientId: required(env, 'USER_POOL_CLIENT_ID'),
    clientSecret: env['USER_POOL_CLIENT_SECRET'] || null,
    passesCallerAddress: env['PASS_CALLER_ADDRESS'] === 'true',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing.`);
  return value;
}

function count(env: Environment, name: string): number {
  const value = Number(required(env, name));
  if (!Number.isSafeInteger(value) || value < 1)
    throw new Error(`The environment variable ${name} must be a whole number of at least 1.`);
  return value;
}

/** May be empty, but must be there: a forgotten list must not read as "none". */
function list(env: Environment, name: string): string[] {
  const value = env[name];
  if (value === undefined) throw new Error(`The environment variable ${name} is missing.`);
  return value.split(',').flatMap((item) => item.trim() || []);
}

/** The members of an enumeration that a list names. */
function words<T extends string>(env: Environment, name: string, members: Readonly<Record<string, T>>): ReadonlySet<T> {
  return new Set(list(env, name).map((word) => oneOf(members)(word, name)));
}

function url(env: Environment, name: string): string | null {
  const value = env[name];
  if (!value) return null;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new Error(`The environment variable ${name} must be an http or https URL.`);
  }
  return value;
}
