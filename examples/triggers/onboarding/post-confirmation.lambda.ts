import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { logNotSent } from '../not-sent.ts';
import { sesOf } from '../ses.ts';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-post-confirmation.html, as far as this example looks at it. */
interface PostConfirmationEvent {
  readonly triggerSource: 'PostConfirmation_ConfirmSignUp' | 'PostConfirmation_ConfirmForgotPassword';
  readonly request: { readonly userAttributes: Readonly<Record<string, string>> };
}

const ses = sesOf(process.env['IDENTITY_ARN']);
/** Cognito waits five seconds for the function, and then reports a failure to the user. */
const PATIENCE_MS = 3_000;

/**
 * Welcomes a new user by mail. Also create here what else a new user needs: a row in your database, a tenant, a trial.
 *
 * It never fails: the user is already confirmed, and an error would tell them the opposite. Put work that must not be
 * lost into a queue.
 */
export async function handler(event: PostConfirmationEvent): Promise<PostConfirmationEvent> {
  const { email, email_verified, name } = event.request.userAttributes;
  // Users who confirmed their phone may have entered another person's address, and a name that is a message to that
  // person.
  const isProved = email_verified === 'true';
  // Cognito also calls the trigger after a forgotten password.
  if (event.triggerSource === 'PostConfirmation_ConfirmSignUp' && email && isProved) {
    await welcome(email, name ?? email).catch(logNotSent);
  }
  return event;
}

async function welcome(to: string, name: string): Promise<void> {
  const sender = process.env['SENDER'];
  if (!sender) throw new Error('The environment variable SENDER is missing');
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: sender,
      Destination: { ToAddresses: [to] },
      Content: {
        Simple: {
          Subject: { Data: 'Welcome' },
          Body: { Text: { Data: `Welcome, ${name}! Your account is ready.` } },
        },
      },
    }),
    { abortSignal: AbortSignal.timeout(PATIENCE_MS) },
  );
}
