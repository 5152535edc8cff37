import type { PasswordRules } from '../../../resolvers/passwords/rules.ts';
import { authSettings } from '../../support/functions/auth-settings.ts';

// The environment variables of each function, as a stage sets them.

const common = { AWS_REGION: 'eu-central-1' };
export const passwordRules: PasswordRules = {
  minimumLength: 8,
  requireUppercase: true,
  requireLowercase: true,
  requireNumbers: true,
  requireSymbols: true,
  refuseGuessable: true,
  breaches: { url: 'https://range.example.com/', timeoutMs: 1000 },
};
const PASSWORD_RULES = JSON.stringify(passwordRules);
export const user = { ...common, PASSWORD_RULES, USER_POOL_CLIENT_ID: '1example', AUTH_CONFIG: JSON.stringify(authSettings) };
export const account = {
  ...common,
  TOTP_ISSUER: 'Example',
  PASSWORD_RULES,
  REAUTHENTICATION: '{"maxAgeSeconds":600,"acr":null}',
  TRACKS_SESSIONS: 'true',
  REMEMBERS_DEVICES: 'false',
  NOTICES: 'passwordChanged',
};
export const recovery = {
  ...common,
  USER_POOL_ID: 'eu-central-1_Example',
  USER_POOL_CLIENT_ID: '1example',
  PASSWORD_RULES,
  REMEMBERS_DEVICES: 'true',
  MFA_TYPES: 'SOFTWARE_TOKEN_MFA',
  NOTICES: 'accessRecovered',
};
export const signUp = {
  ...common,
  USER_POOL_ID: 'eu-central-1_Example',
  USER_POOL_CLIENT_ID: '1example',
  SIGN_UP_MODES: 'PASSWORD, INVITATION',
  SIGN_IN_NAMES: 'EMAIL,PHONE_NUMBER',
  RESERVED_NAMES: 'admin,root',
  WRITABLE_ATTRIBUTES: 'given_name,custom:theme',
  PASSWORD_RULES,
};
export const gpt = {
  ...common,
  OPENAI_SECRET_ID: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai',
  GPT_MODEL: 'gpt-5.1',
  GPT_MODELS: '',
  GPT_MESSAGE_CHARACTERS: '8000',
  GPT_ANSWER_TOKENS: '2048',
  GPT_ANSWER_TOKENS_PARAMETER: 'max_completion_tokens',
  GPT_PROVEN_ADDRESS: 'true',
};

/** A variable that must not be empty. The others are lists, which may be. */
export const isRequired = (name: string): boolean => !/^(NOTICES|MFA_TYPES)$/.test(name);
