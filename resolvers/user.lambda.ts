import { openAccountTable } from './account-table/open.ts';
import { observed } from './activity/events.ts';
import { userHappenings } from './activity/of-user.ts';
import { createTrail } from './activity/trail.ts';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import type { UserField } from './call/fields.ts';
import { openCaptcha } from './captcha/open.ts';
import { userConfig } from './config/functions/user.ts';
import { createAttemptLimits } from './limits/attempts.ts';
import { guarded } from './limits/guarded.ts';
import { createMessageLimits } from './limits/messages.ts';
import { userGuards } from './limits/of-user.ts';
import type { UserContext } from './operations/contexts.ts';
import * as operations from './operations/user/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';
import { createEvenTime } from './sign-in/even-time.ts';
import { createPoolDomain } from './sign-in/pool-domain.ts';
import { createNameSeal } from './sign-in/sealed-name.ts';

// Replaced by the bundler (infra/code/constants.ts). Without the four, the bundle contains nothing but Cognito's
// client.
declare const ACTIVITY: boolean;
declare const LIMITS: boolean;
declare const CAPTCHA: boolean;
declare const FEDERATION: boolean;

const { aws, passwordRules, evenAnswersMs, appClient, accountTable, captcha, userPoolDomain, ...settings } = userConfig(
  process.env,
);
const table = (ACTIVITY || LIMITS) && accountTable ? openAccountTable(accountTable, process.env) : null;
const trail =
  ACTIVITY && table && accountTable?.activityDays
    ? createTrail({ ...table, days: accountTable.activityDays, lost: createLossLog(console, 'activity') })
    : null;
const lost = createLossLog(console, 'count');
const { messageLimits, attemptLimits } = accountTable ?? {};
const guards = userGuards({
  messages: LIMITS && table && messageLimits ? createMessageLimits({ ...table, limits: messageLimits, lost }) : null,
  attempts: LIMITS && table && attemptLimits ? createAttemptLimits({ ...table, limits: attemptLimits, lost }) : null,
  captcha: CAPTCHA && captcha ? openCaptcha(captcha, process.env) : null,
  sendsSecondFactors: settings.authSettings.mfaTypes.some((type) => type !== 'SOFTWARE_TOKEN_MFA'),
});

/**
 * The operations for signing in and staying signed in. They need no rights in Cognito, since each operation is sent
 * unsigned. With activity, they may put items into one table; with limits, count in it; with a captcha, read one
 * secret. With federation, they call the domain of the pool.
 */
export const handler = serve<UserField, UserContext>({
  operations: observed(guarded(operations, guards), userHappenings, trail ? [trail] : []),
  dependencies: {
    cognito: createCognito(aws),
    client: createAppClient(appClient),
    passwords: openPasswords(passwordRules, console),
    evenTime: createEvenTime({ milliseconds: evenAnswersMs }),
    nameSeal: createNameSeal(appClient.clientSecret),
    domain: FEDERATION && userPoolDomain !== null ? createPoolDomain(userPoolDomain, appClient) : null,
    ...settings,
  },
  log: createLog(console),
});
