// Not loaded by `import()` for stages without a limit: the bundler would then wrap everything that the SDK's clients
// share, which costs every start more.
import { createCognito } from './aws/cognito.ts';
import { createDynamoDb } from './aws/dynamodb.ts';
import type { GptField } from './call/fields.ts';
import { gptConfig } from './config/functions/gpt.ts';
import { createChat } from './gpt/chat.ts';
import { createDailyLimits } from './gpt/daily-limits.ts';
import type { GptContext } from './operations/contexts.ts';
import * as operations from './operations/gpt/index.ts';
import { createSecretKey, createSecrets } from './secrets/secret-key.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, cognito, secretId, model, paysFor, messageCharacters, wantsProvenAddress, dailyLimits, ...chat } = gptConfig(
  process.env,
);
const now = () => performance.now();

/**
 * The language model. Needs `secretsmanager:GetSecretValue` on one secret and, with daily limits,
 * `dynamodb:UpdateItem` on the table of the accounts.
 */
export const handler = serve<GptField, GptContext>({
  operations,
  dependencies: {
    chat: createChat(chat),
    apiKey: createSecretKey({ secrets: createSecrets(aws, process.env), secretId, member: 'apiKey', now }),
    cognito: createCognito(cognito),
    countQuestion:
      dailyLimits &&
      createDailyLimits({ ...dailyLimits, dynamodb: createDynamoDb(dailyLimits.aws, process.env), now: () => Date.now() }),
    wantsProvenAddress,
    defaultModel: model,
    paysFor,
    messageCharacters,
    now,
  },
  log: createLog(console),
});
