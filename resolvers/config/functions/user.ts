import type { AppClientConfig } from '../../aws/app-client.ts';
import type { AwsConfig } from '../../aws/endpoint.ts';
import {
  AuthFlow,
  type Captcha,
  CaptchaKind,
  ChallengeName,
  DeliveryMedium,
  type GptLimits,
  MfaMode,
  MfaType,
  type PasswordPolicy,
  ProviderKind,
  RememberDevices,
  SignInName,
  SignUpMode,
  VerificationMethod,
} from '../../generated/schema.ts';
import { array, boolean, integer, oneOf, orNull, parseJson, type Reader, record, string } from '../../input/reader.ts';
import { type PasswordRules, passwordRules } from '../../passwords/rules.ts';
import { type AccountTableConfig, accountTable } from '../account-table.ts';
import { type CaptchaConfig, captcha } from '../captcha.ts';
import type { AuthSettings, FederatedProvider, FederationSettings } from '../environment.ts';
import { reauthentication } from '../reauthentication.ts';
import { appClient, aws, count, type Environment, required, url } from '../variables.ts';

export interface UserConfig {
  readonly aws: AwsConfig;
  readonly appClient: AppClientConfig;
  readonly authSettings: AuthSettings;
  readonly passwordRules: PasswordRules;
  /** Null if answers come as soon as they are there. */
  readonly evenAnswersMs: number | null;
  /** Null if nothing is kept. */
  readonly accountTable: AccountTableConfig | null;
  /** Null if the stage has none. */
  readonly captcha: CaptchaConfig | null;
  /** The domain of the user pool, without a slash at the end. Null without federation. */
  readonly userPoolDomain: string | null;
}

/** The settings in `UserEnv`. @throws Error that names the variable that is missing or wrong. */
export function userConfig(env: Environment): UserConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    appClient: appClient(env),
    authSettings: parseJson('AUTH_CONFIG', required(env, 'AUTH_CONFIG'), authSettings),
    passwordRules: parseJson('PASSWORD_RULES', required(env, 'PASSWORD_RULES'), passwordRules),
    evenAnswersMs: env['EVEN_ANSWERS_MS'] === undefined ? null : count(env, 'EVEN_ANSWERS_MS'),
    accountTable: accountTable(env),
    captcha: captcha(env),
    userPoolDomain: url(env, 'USER_POOL_DOMAIN'),
  });
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

const federation: Reader<FederationSettings> = record({
  scopes: array(string),
  ownUsers: boolean,
  callbackUrls: array(string),
  signOutUrls: array(string),
  providers: array(record<FederatedProvider>({ name: string, kind: oneOf(ProviderKind), label: string })),
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
  rememberDevices: oneOf(RememberDevices),
  tracksSessions: boolean,
  hidesAddresses: boolean,
  reauthentication: orNull(reauthentication),
  federation: orNull(federation),
  gptEnabled: boolean,
  gptLimits: orNull(
    record<Omit<GptLimits, '__typename'>>({
      requestsPerDay: orNull(integer),
      messageCharacters: integer,
      answerTokens: integer,
    }),
  ),
  recoveryCodes: boolean,
  activityDays: orNull(integer),
  adminGroup: orNull(string),
  captcha: orNull(record<Omit<Captcha, '__typename'>>({ kind: oneOf(CaptchaKind), siteKey: string })),
});
