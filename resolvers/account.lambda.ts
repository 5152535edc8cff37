import { readPerson } from './account/person.ts';
import { createForget } from './account-table/forget.ts';
import { openAccountTable } from './account-table/open.ts';
import { observed } from './activity/events.ts';
import { createLogBook } from './activity/log-book.ts';
import { accountHappenings } from './activity/of-account.ts';
import { createTrail } from './activity/trail.ts';
import { createCognito } from './aws/cognito.ts';
import { createSign } from './aws/sign.ts';
import type { AccountField } from './call/fields.ts';
import { accountConfig } from './config/functions/account.ts';
import { guarded } from './limits/guarded.ts';
import { createMessageLimits } from './limits/messages.ts';
import { accountGuards } from './limits/of-account.ts';
import type { NoticeTexts } from './notices/notice-texts.ts';
import { openNotices } from './notices/open.ts';
import * as operations from './operations/account/index.ts';
import type { AccountContext } from './operations/contexts.ts';
import { openPasswords } from './passwords/open.ts';
import { createRecoveryCodes } from './recovery/recovery-code-store.ts';
import { createLog, createLossLog } from './serve/log.ts';
import { serve } from './serve/serve.ts';

// Replaced by the bundler (infra/code/constants.ts).
declare const NOTICE_TEXTS: NoticeTexts;
declare const FEDERATION: boolean;

const { aws, passwordRules, accountTable, notices, ...settings } = accountConfig(process.env);
const table = accountTable && openAccountTable(accountTable, process.env);
const days = accountTable?.activityDays ?? null;
const hasCodes = accountTable?.hasRecoveryCodes ?? false;
const limits = accountTable?.messageLimits ?? null;
const messages = table && limits && createMessageLimits({ ...table, limits, lost: createLossLog(console, 'count') });

/**
 * The operations of signed-in users. They need no rights in Cognito, which authorizes them by the access token; with
 * federation, they need `AdminGetUser` and `AdminDisableProviderForUser` on the user pool to read and unlink identities.
 * If the stage has these, they use the table for what Cognito does not store, and send mail.
 */
export const handler = serve<AccountField, AccountContext>({
  operations: observed(guarded(operations, accountGuards(messages)), accountHappenings, [
    ...(table && days !== null ? [createTrail({ ...table, days, lost: createLossLog(console, 'activity') })] : []),
    ...openNotices<AccountContext>(notices, process.env, {
      texts: NOTICE_TEXTS,
      before: readPerson,
      after: readPerson,
      lost: createLossLog(console, 'notice'),
    }),
  ]),
  dependencies: {
    cognito: createCognito(aws, FEDERATION ? { sign: createSign('cognito-idp', aws, process.env) } : {}),
    now: () => Date.now(),
    recoveryCodes: table && hasCodes ? createRecoveryCodes(table) : null,
    logBook: table && days !== null ? createLogBook(table) : null,
    // Counts are nobody's, and expire within two days.
    forget: table && (days !== null || hasCodes) ? createForget({ ...table, lost: createLossLog(console, 'deletion') }) : null,
    passwords: openPasswords(passwordRules, console),
    ...settings,
  },
  log: createLog(console),
});
