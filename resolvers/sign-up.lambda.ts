import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import type { SignUpField } from './call/fields.ts';
import { signUpConfig } from './config/sign-up.ts';
import type { SignUpContext } from './operations/contexts.ts';
import * as operations from './operations/sign-up/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, passwordRules, appClient, ...settings } = signUpConfig(process.env);

/** Sign-up. Needs `cognito-idp:AdminCreateUser` on the user pool for every mode except PASSWORD. */
export const handler = serve<SignUpField, SignUpContext>({
  operations,
  dependencies: {
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    client: createAppClient(appClient),
    passwords: openPasswords(passwordRules, console),
    ...settings,
  },
  log: createLog(console),
});
