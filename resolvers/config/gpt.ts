import type { AwsConfig } from '../aws/endpoint.ts';
import { oneOf } from '../input/reader.ts';
import { aws, count, type Environment, list, required, url } from './variables.ts';

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

/** OpenAI's newer models accept only the first; some servers that call themselves compatible accept only the second. */
export const AnswerTokensParameter = { max_completion_tokens: 'max_completion_tokens', max_tokens: 'max_tokens' } as const;
export type AnswerTokensParameter = keyof typeof AnswerTokensParameter;

interface DailyLimitConfig {
  readonly aws: AwsConfig;
  readonly table: string;
  readonly questionsPerDay: number;
}

/** The settings in `GptEnv`. @throws Error that names the variable that is missing or wrong. */
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

/** Either variable means a limit, so that forgetting one of them is never read as no limit. */
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
