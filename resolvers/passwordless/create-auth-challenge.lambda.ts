import { setTimeout as pause } from 'node:timers/promises';
import { openAccountTable } from '../account-table/open.ts';
import { createSes } from '../aws/ses.ts';
import { passwordlessConfig } from '../config/functions/passwordless.ts';
import { createMessageLimits } from '../limits/messages.ts';
import { createSendMail } from '../notices/send-mail.ts';
import { createLossLog } from '../serve/log.ts';
import { codeChallenge } from './code-challenge.ts';

const { aws, from, accountTable } = passwordlessConfig(process.env);
const table = accountTable && openAccountTable(accountTable, process.env);
const limits = accountTable?.messageLimits ?? null;

/** Twice this and the mail fit into the five seconds that Cognito waits for a trigger. */
const COUNT_TIMEOUT_MS = 700;

/** The trigger CreateAuthChallenge of `signIn.passwordless`. It may send mail, and count it in the account's table. */
export const handler = codeChallenge({
  messages:
    table &&
    limits &&
    createMessageLimits({ ...table, limits, lost: createLossLog(console, 'count'), timeoutMs: COUNT_TIMEOUT_MS }),
  sendMail: createSendMail(createSes(aws, process.env), { from, replyTo: null, configurationSet: null }),
  pause,
  output: console,
});
