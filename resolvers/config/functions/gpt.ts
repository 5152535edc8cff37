import type { AwsConfig } from '../../aws/endpoint.ts';
import { oneOf } from '../../input/reader.ts';
import { aws, count, type Environment, flag, list, required, url } from '../variables.ts';

export interface GptConfig {
  /** Of Secrets Manager. */
  readonly aws: AwsConfig;
  readonly cognito: AwsConfig;
  readonly secretId: string;
  readonly model: string;
  /** Whether the deployment's key pays for this model. */
  readonly paysFor: (model: string) => boolean;
  readonly baseUrl: string | null;
  readonly messageCharacters: number;
  readonly answerTokens: number;
  readonly answerTokensParameter: AnswerTokensParameter;
  /** Null for no limit. */
  readonly dailyLimits: DailyLimitsConfig | null;
  /** Whether only users with a verified e-mail address or phone number may ask. */
  readonly wantsProvenAddress: boolean;
}

/** OpenAI's newer models accept only the first; some servers that call themselves compatible accept only the second. */
export const AnswerTokensParameter = { max_completion_tokens: 'max_completion_tokens', max_tokens: 'max_tokens' } as const;
export type AnswerTokensParameter = keyof typeof AnswerTokensParameter;

interface DailyLimitsConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  /** For one user; null for no limit. */
  readonly questionsPerDay: number | null;
  /** For all users, with the deployment's key; null for no limit. */
  readonly totalPerDay: number | null;
}

/** The settings in `GptEnv`. @throws Error that names the variable that is missing or wrong. */
export function gptConfig(env: Environment): GptConfig {
  return Object.freeze({
    aws: aws(env, 'AWS_ENDPOINT_URL_SECRETS_MANAGER'),
    cognito: aws(env, 'AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'),
    secretId: required(env, 'OPENAI_SECRET_ID'),
    model: required(env, 'GPT_MODEL'),
    paysFor: paysFor(required(env, 'GPT_MODEL'), list(env, 'GPT_MODELS')),
    baseUrl: url(env, 'OPENAI_BASE_URL'),
    messageCharacters: count(env, 'GPT_MESSAGE_CHARACTERS'),
    answerTokens: count(env, 'GPT_ANSWER_TOKENS'),
    answerTokensParameter: oneOf(AnswerTokensParameter)(env['GPT_ANSWER_TOKENS_PARAMETER'], 'GPT_ANSWER_TOKENS_PARAMETER'),
    dailyLimits: dailyLimits(env),
    wantsProvenAddress: flag(env, 'GPT_PROVEN_ADDRESS'),
  });
}

/** Any of the variables means a limit, so that forgetting one of them is never read as no limit. */
function dailyLimits(env: Environment): DailyLimitsConfig | null {
  const { GPT_REQUESTS_PER_DAY: own, GPT_TOTAL_REQUESTS_PER_DAY: total, ACCOUNT_TABLE: table } = env;
  if (own === undefined && total === undefined && table === undefined) return null;
  if (own === undefined && total === undefined) required(env, 'GPT_REQUESTS_PER_DAY');
  return {
    aws: aws(env, 'AWS_ENDPOINT_URL_DYNAMODB'),
    table: required(env, 'ACCOUNT_TABLE'),
    questionsPerDay: own === undefined ? null : count(env, 'GPT_REQUESTS_PER_DAY'),
    totalPerDay: total === undefined ? null : count(env, 'GPT_TOTAL_REQUESTS_PER_DAY'),
  };
}

function paysFor(model: string, others: readonly string[]): (wanted: string) => boolean {
  const models = new Set([model, ...others]);
  return (wanted) => models.has('*') || models.has(wanted);
}
