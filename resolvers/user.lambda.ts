import { openAccountTable } from './account-table/open.ts';
import { observed } from './activity/events.ts';
import { userHappenings } from './activity/of-user.ts';
import { createTrail } from './activity/trail.ts';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import type { UserField } from './call/fields.ts';
import { userConfig } from './config/user.ts';
import type { UserContext } from './operations/contexts.ts';
import * as operations from './operations/user/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';
import { createEvenTime } from './sign-in/even-time.ts';
import { createNameSeal } from './sign-in/sealed-name.ts';

/** Replaced by the bundler (infra/code/constants.ts). Without activity, the bundle contains nothing of DynamoDB. */
declare const ACTIVITY: boolean;

const { aws, passwordRules, evenAnswersMs, appClient, accountTable, ...settings } = userConfig(process.env);
const trail =
  ACTIVITY && accountTable?.activityDays
    ? createTrail({
        ...openAccountTable(accountTable, process.env),
        days: accountTable.activityDays,
        lost: createLossLog(console, 'activity'),
      })
    : null;

/**
 * The operations for signing in and staying signed in. They need no rights in Cognito, since each operation is sent
 * unsigned. With activity, they may put items into one table.
 */
export const handler = serve<UserField, UserContext>({
  operations: observed(operations, userHappenings, trail ? [trail] : []),
  dependencies: {
    cognito: createCognito(aws),
    client: createAppClient(appClient),
    passwords: openPasswords(passwordRules, console),
    evenTime: createEvenTime({ milliseconds: evenAnswersMs }),
    nameSeal: createNameSeal(appClient.clientSecret),
    ...settings,
  },
  log: createLog(console),
});
