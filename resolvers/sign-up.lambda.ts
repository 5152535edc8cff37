import { openAccountTable } from './account-table/open.ts';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import type { SignUpField } from './call/fields.ts';
import { openCaptcha } from './captcha/open.ts';
import { signUpConfig } from './config/functions/sign-up.ts';
import { guarded } from './limits/guarded.ts';
import { createMessageLimits } from './limits/messages.ts';
import { signUpGuards } from './limits/of-sign-up.ts';
import type { SignUpContext } from './operations/contexts.ts';
import * as operations from './operations/sign-up/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

// Put in by the bundler (infra/code/constants.ts): what a stage does not use is not in the bundle.
declare const LIMITS: boolean;
declare const CAPTCHA: boolean;

const { aws, passwordRules, appClient, accountTable, captcha, ...settings } = signUpConfig(process.env);
const guards = signUpGuards({
  messages:
    LIMITS && accountTable?.messageLimits
      ? createMessageLimits({
          ...openAccountTable(accountTable, process.env),
          limits: accountTable.messageLimits,
          lost: createLossLog(console, 'count'),
        })
      : null,
  captcha: CAPTCHA && captcha ? openCaptcha(captcha, process.env) : null,
});

/**
 * Sign-up. Needs `cognito-idp:AdminCreateUser` on the user pool for every mode except PASSWORD; with limits, it may
 * count in one table; with a captcha, read one secret.
 */
export const handler = serve<SignUpField, SignUpContext>({
  operations: guarded(operations, guards),
  dependencies: {
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    client: createAppClient(appClient),
    passwords: openPasswords(passwordRules, console),
    ...settings,
  },
  log: createLog(console),
});
