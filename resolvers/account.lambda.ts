import { Logger } from '@aws-lambda-powertools/logger';
import { createCognito } from './aws/cognito.ts';
import { accountConfig } from './config/account.ts';
import * as operations from './operations/account/index.ts';
import type { AccountContext, AccountField } from './operations/contexts.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, ...settings } = accountConfig(process.env);

/** What signed-in users do with their accounts. Needs no IAM rights: Cognito decides by the access token. */
export const handler = serve<AccountField, AccountContext>({
  operations,
  dependencies: { cognito: createCognito(aws), now: () => Date.now(), ...settings },
  log: createLog(new Logger()),
});
