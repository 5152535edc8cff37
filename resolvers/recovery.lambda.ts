import { Logger } from '@aws-lambda-powertools/logger';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import { recoveryConfig } from './config/recovery.ts';
import type { RecoveryContext, RecoveryField } from './operations/contexts.ts';
import * as operations from './operations/recovery/index.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, appClient, ...settings } = recoveryConfig(process.env);

/**
 * What gives an account back to its owner. Needs `cognito-idp:AdminUserGlobalSignOut` on the user pool and, where devices are remembered,
 * `cognito-idp:AdminListDevices` and `cognito-idp:AdminForgetDevice`.
 */
export const handler = serve<RecoveryField, RecoveryContext>({
  operations,
  dependencies: {
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    client: createAppClient(appClient),
    ...settings,
  },
  log: createLog(new Logger()),
});
