import { Logger } from '@aws-lambda-powertools/logger';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import { userConfig } from './config/user.ts';
import type { UserContext, UserField } from './operations/contexts.ts';
import * as operations from './operations/user/index.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, appClient, ...settings } = userConfig(process.env);

/** Signing in, and staying so. Needs no IAM rights at all: each operation is sent unsigned. */
export const handler = serve<UserField, UserContext>({
  operations,
  dependencies: { cognito: createCognito(aws), client: createAppClient(appClient), ...settings },
  log: createLog(new Logger()),
});
