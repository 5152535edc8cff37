import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Client } from '../aws/send.ts';
import type { NoticeSender } from '../config/environment.ts';
import type { Mail } from './notices.ts';

/** After this time the answer goes out; the mail may have been sent or not. */
const CEILING_MS = 3_000;

/** Sends plain text, in which nobody's words become a link or a picture. */
export function createSendMail(ses: Client<SendEmailCommand>, { from, replyTo, configurationSet }: NoticeSender) {
  return ({ to, subject, text }: Mail): Promise<unknown> =>
    ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        ...(replyTo !== null && { ReplyToAddresses: [replyTo] }),
        ...(configurationSet !== null && { ConfigurationSetName: configurationSet }),
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: subject, Charset: 'UTF-8' },
            Body: { Text: { Data: text, Charset: 'UTF-8' } },
          },
        },
      }),
      { timeoutMs: CEILING_MS },
    );
}
