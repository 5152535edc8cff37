import { describe, expect, test } from 'vitest';
import { gptConfig } from '../../../resolvers/config/functions/gpt.ts';
import { gpt } from './environments.ts';

describe('gptConfig', () => {
  test('reads what the function was given', () => {
    expect(gptConfig({ ...gpt, AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://localhost:4001' })).toMatchObject({
      aws: { region: 'eu-central-1', endpoint: 'http://localhost:4001' },
      secretId: gpt.OPENAI_SECRET_ID,
      model: 'gpt-5.1',
      baseUrl: null,
      messageCharacters: 8000,
      answerTokens: 2048,
      answerTokensParameter: 'max_completion_tokens',
      dailyLimits: null,
    });
    expect(gptConfig({ ...gpt, OPENAI_BASE_URL: 'https://llm.example.com/v1' }).baseUrl).toBe('https://llm.example.com/v1');
  });

  test('reads a limit, and where it is counted', () => {
    const limited = {
      GPT_REQUESTS_PER_DAY: '100',
      ACCOUNT_TABLE: 'counts',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://localhost:4001',
    };
    expect(gptConfig({ ...gpt, ...limited }).dailyLimits).toEqual({
      aws: { region: 'eu-central-1', endpoint: 'http://localhost:4001' },
      table: 'counts',
      questionsPerDay: 100,
      totalPerDay: null,
    });
  });

  test.each([
    ['', [true, false, false]],
    ['gpt-5.1-mini', [true, true, false]],
    ['*', [true, true, true]],
  ])('with GPT_MODELS %j pays for its own model and for those', (models, paid) => {
    const { paysFor } = gptConfig({ ...gpt, GPT_MODELS: models });
    expect(['gpt-5.1', 'gpt-5.1-mini', 'the-dearest'].map(paysFor)).toEqual(paid);
  });

  test.each([
    [{ OPENAI_SECRET_ID: undefined }, 'The environment variable OPENAI_SECRET_ID is missing.'],
    [{ GPT_MODEL: '' }, 'The environment variable GPT_MODEL is missing.'],
    [{ GPT_MESSAGE_CHARACTERS: undefined }, 'The environment variable GPT_MESSAGE_CHARACTERS is missing.'],
    [{ GPT_ANSWER_TOKENS: '0' }, 'The environment variable GPT_ANSWER_TOKENS must be a whole number of at least 1.'],
    [{ GPT_ANSWER_TOKENS_PARAMETER: undefined }, 'GPT_ANSWER_TOKENS_PARAMETER must be one of max_completion_tokens, max_tokens.'],
    [{ GPT_REQUESTS_PER_DAY: '100' }, 'The environment variable ACCOUNT_TABLE is missing.'],
    [{ ACCOUNT_TABLE: 'counts' }, 'The environment variable GPT_REQUESTS_PER_DAY is missing.'],
    [{ GPT_TOTAL_REQUESTS_PER_DAY: '1' }, 'The environment variable ACCOUNT_TABLE is missing.'],
    [{ GPT_PROVEN_ADDRESS: undefined }, 'The environment variable GPT_PROVEN_ADDRESS is missing.'],
    [
      { ACCOUNT_TABLE: 'counts', GPT_REQUESTS_PER_DAY: 'many' },
      'The environment variable GPT_REQUESTS_PER_DAY must be a whole number of at least 1.',
    ],
    [{ GPT_MODELS: undefined }, 'The environment variable GPT_MODELS is missing.'],
    [{ OPENAI_BASE_URL: 'ftp://llm.example.com' }, 'The environment variable OPENAI_BASE_URL must be an http or https URL.'],
  ])('refuses %j, naming it', (changes, message) => {
    expect(() => gptConfig({ ...gpt, ...changes })).toThrow(message);
  });
});
