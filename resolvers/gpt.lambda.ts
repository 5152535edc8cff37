import { Logger } from '@aws-lambda-powertools/logger';
import { createApiKey, createSecrets } from './api-key.ts';
import { createChat } from './chat.ts';
import { gptConfig } from './config.ts';
import { createLog } from './log.ts';
import type { GptContext, GptField } from './operation.ts';
import * as operations from './operations/gpt/index.ts';
import { serve } from './serve.ts';

const { aws, secretId, model, paysFor, baseUrl } = gptConfig(process.env);
const now = () => performance.now();

/** The language model. Needs `secretsmanager:GetSecretValue` on one secret. */
export const handler = serve<GptField, GptContext>({
  operations,
  dependencies: {
    chat: createChat({ baseUrl }),
    apiKey: createApiKey({ secrets: createSecrets(aws, process.env), secretId, now }),
    defaultModel: model,
    paysFor,
    now,
  },
  log: createLog(new Logger()),
});
