import type { Ses } from '../aws/ses.ts';
import type { NoticeSender } from '../config/environment.ts';
import type { Mail } from './notices.ts';

/** After this time the answer is returned, whether or not the mail was sent. */
const CEILING_MS = 3_000;

/** Sends plain text, so that no inserted value can become a link or an image. */
export function createSendMail(ses: Ses, { from, replyTo, configurationSet }: Omit<NoticeSender, 'region'>) {
  return ({ to, subject, text }: Mail): Promise<unknown> =>
    ses.send(
      'SendEmail',
      {
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
      },
      { timeoutMs: CEILING_MS },
    );
}
