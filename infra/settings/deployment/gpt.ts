import { z } from 'zod';
import { arn, secretArn } from '../schema/formats.ts';
import { setting } from '../schema/setting.ts';

export const gpt = setting(
  z
    .strictObject({
      model: setting(z.string().min(1).max(128).default('gpt-5-mini'), {
        is: 'The model that answers if the caller does not name one.',
        becomes: '`GPT_MODEL` of the gpt function',
      }),
      models: setting(z.array(z.string().regex(/^(\*|[\w.:/-]{1,128})$/, 'contain names of models, or * for any')).default([]), {
        is:
          "Other models that a caller may name when this deployment's key is used. With a key of their own, they " +
          'may name any model. `*` means any model; it is allowed on a laptop only, since it includes the most expensive.',
        becomes: '`GPT_MODELS` of the gpt function',
      }),
      baseUrl: setting(
        z
          .url({ protocol: /^https$/, error: 'an https URL' })
          .nullable()
          .default(null),
        { is: 'An OpenAI-compatible endpoint; null means OpenAI.', becomes: '`OPENAI_BASE_URL` of the gpt function' },
      ),
      secretArn: setting(secretArn.nullable().default(null), {
        is:
          'An existing secret of the form `{"apiKey": "…"}`. If this is null, the stack creates an empty one, ' +
          'which you fill in.',
        becomes: '`AWS::SecretsManager::Secret`, `OPENAI_SECRET_ID` of the gpt function',
      }),
      secretKeyArn: setting(arn('a KMS key', 'kms', 'key/[\\w-]+').nullable().default(null), {
        is:
          "Your own KMS key, if `gpt.secretArn` is encrypted with one; null if it is encrypted with AWS's key " +
          '`aws/secretsmanager`. The gpt function may then decrypt that one secret. The policy of the key must ' +
          'allow access through IAM policies, or name the role of the function.',
        becomes: '`AWS::IAM::Policy`',
        laptop: 'A laptop has no IAM: a function can call everything that the local runtime serves.',
      }),
      requestsPerDay: setting(z.int().min(1).max(1_000_000).nullable().default(100), {
        is: 'How many questions one user may ask in a day (UTC), also with a key of their own. Null for no limit.',
        unit: 'questions',
        becomes: '`AWS::DynamoDB::Table`, `GPT_REQUESTS_PER_DAY` of the gpt function',
      }),
      totalRequestsPerDay: setting(z.int().min(1).max(100_000_000).nullable().default(1_000), {
        is: "How many questions all users together may ask in a day (UTC) with this deployment's key; questions with a user's own key do not count. Null for no limit.",
        unit: 'questions',
        becomes: '`AWS::DynamoDB::Table`, `GPT_TOTAL_REQUESTS_PER_DAY` of the gpt function',
      }),
      provenAddress: setting(z.boolean().default(true), {
        is: 'Whether only users with a verified e-mail address or phone number may ask. Accounts without one cost nothing to create.',
        becomes: '`GPT_PROVEN_ADDRESS` of the gpt function',
      }),
      messageCharacters: setting(z.int().min(1).max(8000).default(8000), {
        is: 'The longest question.',
        unit: 'characters',
        becomes: '`GPT_MESSAGE_CHARACTERS` of the gpt function',
      }),
      answerTokens: setting(z.int().min(16).max(128_000).default(2048), {
        is: "The longest answer, including the model's reasoning.",
        unit: 'tokens',
        becomes: '`GPT_ANSWER_TOKENS` of the gpt function',
      }),
      answerTokensParameter: setting(z.enum(['max_completion_tokens', 'max_tokens']).default('max_completion_tokens'), {
        is:
          "The name of the parameter that limits the answer. OpenAI's newer models refuse `max_tokens`; some " +
          'compatible servers refuse `max_completion_tokens`, or ignore it and answer at any length.',
        becomes: '`GPT_ANSWER_TOKENS_PARAMETER` of the gpt function',
      }),
    })
    .nullable()
    .prefault({}),
  {
    is: 'The query `gpt`; null disables it, and it then answers NOT_ENABLED.',
    becomes: 'the gpt function, its data source and secret',
  },
);
