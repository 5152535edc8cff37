import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { logNotSent } from '../not-sent.ts';
import { sesOf } from '../ses.ts';
import type { ChallengeEvent, Round } from './challenge-event.ts';

type CreateEvent = ChallengeEvent<
  { readonly session: readonly Round[] },
  {
    publicChallengeParameters: Record<string, string>;
    privateChallengeParameters: Record<string, string>;
    challengeMetadata: string;
  }
>;

/**
 * The first round takes at least this long, whether or not a mail is sent. Otherwise the time that SES takes, mostly
 * some 100 ms, would reveal to strangers who has an account.
 */
const FIRST_ROUND_MS = 700;

const ses = sesOf(process.env['IDENTITY_ARN']);

/** Sends a code to the user's verified address in the first round; in later ones the same code is asked for again. */
export async function handler(event: CreateEvent): Promise<CreateEvent> {
  const { session, userAttributes } = event.request;
  const earlier = session.at(-1)?.challengeMetadata;
  const code = earlier ?? String(randomInt(1_000_000)).padStart(6, '0');
  const { email } = userAttributes;
  if (earlier === undefined) {
    // Users without such an address get no code, and no error, since an error would reveal who exists.
    const isSent = email && userAttributes['email_verified'] === 'true' ? send(email, code) : Promise.resolve();
    const [sent] = await Promise.allSettled([isSent, sleep(FIRST_ROUND_MS)]);
    if (sent.status === 'rejected') {
      logNotSent(sent.reason);
      // Cognito passes this text to the caller, and SES's own text contains ARNs. The API translates it to
      // CODE_DELIVERY_FAILED.
      throw new Error('The code could not be sent.');
    }
  }
  event.response = {
    publicChallengeParameters: { medium: 'EMAIL' },
    privateChallengeParameters: { code },
    challengeMetadata: code,
  };
  return event;
}

async function send(to: string, code: string): Promise<void> {
  const sender = process.env['SENDER'];
  if (!sender) throw new Error('The environment variable SENDER is missing');
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: sender,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: `${code} is your code` },
          Body: { Text: { Data: `Your code to sign in is ${code}. If you did not ask for it, do nothing.` } },
        },
      },
    }),
  );
}
