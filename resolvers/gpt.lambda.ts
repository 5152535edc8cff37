// Not loaded by `import()` for stages without a limit: the bundler would then wrap everything that the SDK's clients
// share, which costs every start more.
import { createDynamoDb } from './aws/dynamodb.ts';
import type { GptField } from './call/fields.ts';
import { gptConfig } from './config/gpt.ts';
import { createApiKey, createSecrets } from './gpt/api-key.ts';
import { createChat } from './gpt/chat.ts';
import { createDailyLimit } from './gpt/daily-limit.ts';
import type { GptContext } from './operations/contexts.ts';
import * as operations from './operations/gpt/index.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, secretId, model, paysFor, messageCharacters, dailyLimit, ...chat } = gptConfig(process.env);
const now = () => performance.now();

/**
 * The language model. Needs `secretsmanager:GetSecretValue` on one secret and, with a daily limit,
 * `dynamodb:UpdateItem` on its table.
 */
export const handler = serve<GptField, GptContext>({
  operations,
  dependencies: {
    chat: createChat(chat),
    apiKey: createApiKey({ secrets: createSecrets(aws, process.env), secretId, now }),
    countQuestion:
      dailyLimit &&
      createDailyLimit({ ...dailyLimit, dynamodb: createDynamoDb(dailyLimit.aws, process.env), now: () => Date.now() }),
    defaultModel: model,
    paysFor,
    messageCharacters,
    now,
  },
  log: createLog(console),
});
