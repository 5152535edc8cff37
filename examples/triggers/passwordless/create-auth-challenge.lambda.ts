import { randomInt } from 'node:crypto';
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

const ses = sesOf(process.env['IDENTITY_ARN']);

/** Sends a code to the user's verified address in the first round; in later ones the same code is asked for again. */
export async function handler(event: CreateEvent): Promise<CreateEvent> {
  const { session, userAttributes } = event.request;
  const earlier = session.at(-1)?.challengeMetadata;
  const code = earlier ?? String(randomInt(1_000_000)).padStart(6, '0');
  const { email } = userAttributes;
  // Users without such an address get no code and no error, which would tell who exists.
  if (earlier === undefined && email && userAttributes['email_verified'] === 'true') {
    await send(email, code).catch((error: unknown) => {
      logNotSent(error);
      // Cognito passes this text on to the caller, and SES's own text holds ARNs. The API turns it into CODE_DELIVERY_FAILED.
      throw new Error('The code could not be sent.');
    });
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
