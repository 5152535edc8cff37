import { openAccountTable } from './account-table/open.ts';
import { observed } from './activity/events.ts';
import { recoveryHappenings } from './activity/of-recovery.ts';
import { createTrail } from './activity/trail.ts';
import { createAppClient } from './aws/app-client.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import type { RecoveryField } from './call/fields.ts';
import { recoveryConfig } from './config/functions/recovery.ts';
import type { NoticeTexts } from './notices/notice-texts.ts';
import { openNotices } from './notices/open.ts';
import type { RecoveryContext } from './operations/contexts.ts';
import * as operations from './operations/recovery/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createAttempts } from './recovery/attempts.ts';
import { readPerson } from './recovery/person.ts';
import { createRecoveryCodes } from './recovery/recovery-code-store.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

/** Replaced by the bundler (infra/code/constants.ts). */
declare const NOTICE_TEXTS: NoticeTexts;

const { aws, passwordRules, appClient, accountTable, notices, ...settings } = recoveryConfig(process.env);
const table = accountTable && openAccountTable(accountTable, process.env);
const days = accountTable?.activityDays ?? null;

/**
 * The operations that recover an account. They need `cognito-idp:AdminUserGlobalSignOut` on the user pool. If devices
 * are remembered, they also need `cognito-idp:AdminListDevices` and `cognito-idp:AdminForgetDevice`; with notices
 * `cognito-idp:AdminGetUser`; and with recovery codes that right and those to check a password and remove second
 * factors.
 */
export const handler = serve<RecoveryField, RecoveryContext>({
  operations: observed(operations, recoveryHappenings, [
    ...(table && days !== null ? [createTrail({ ...table, days, lost: createLossLog(console, 'activity') })] : []),
    ...openNotices<RecoveryContext>(notices, process.env, {
      texts: NOTICE_TEXTS,
      after: readPerson,
      lost: createLossLog(console, 'notice'),
    }),
  ]),
  dependencies: {
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    client: createAppClient(appClient),
    recovery:
      table && accountTable?.hasRecoveryCodes ? { codes: createRecoveryCodes(table), countAttempt: createAttempts(table) } : null,
    passwords: openPasswords(passwordRules, console),
    ...settings,
  },
  log: createLog(console),
});
