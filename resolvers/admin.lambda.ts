import { createForget } from './account-table/forget.ts';
import { openAccountTable } from './account-table/open.ts';
import { observed } from './activity/events.ts';
import { createLogBook } from './activity/log-book.ts';
import { adminHappenings } from './activity/of-admin.ts';
import { createTrail } from './activity/trail.ts';
import type { AdminContext } from './administration/contexts.ts';
import { forAdministrators } from './administration/for-administrators.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import type { AdminField } from './call/fields.ts';
import { adminConfig } from './config/functions/admin.ts';
import * as operations from './operations/admin/index.ts';
import { openPasswords } from './passwords/open.ts';
import { createRecoveryCodes } from './recovery/recovery-code-store.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

const { aws, passwordRules, accountTable, ...settings } = adminConfig(process.env);
const table = accountTable && openAccountTable(accountTable, process.env);
const days = accountTable?.activityDays ?? null;

/**
 * The operations of administrators on users and groups. They need the rights of the corresponding Cognito operations on
 * this user pool (`infra/constructs/admin-function.ts`), and the account table if the stage has one.
 */
export const handler = serve<AdminField, AdminContext>({
  operations: forAdministrators(
    observed(operations, adminHappenings, [
      ...(table && days !== null ? [createTrail({ ...table, days, lost: createLossLog(console, 'activity') })] : []),
    ]),
  ),
  dependencies: {
    cognito: createCognito(aws, { sign: createSign('cognito-idp', aws, process.env) }),
    now: () => Date.now(),
    recoveryCodes: table && accountTable?.hasRecoveryCodes ? createRecoveryCodes(table) : null,
    logBook: table && days !== null ? createLogBook(table) : null,
    forget: table && createForget({ ...table, lost: createLossLog(console, 'deletion') }),
    passwords: openPasswords(passwordRules, console),
    ...settings,
  },
  log: createLog(console),
});
