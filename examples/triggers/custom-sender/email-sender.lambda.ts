import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { logNotSent } from '../not-sent.ts';
import { sesOf } from '../ses.ts';

interface SenderEvent {
  /** `CustomEmailSender_` and the occasion. */
  readonly triggerSource: string;
  readonly request: {
    /** The code, encrypted; absent if a message has none. */
    readonly code?: string | null;
    readonly userAttributes: Readonly<Record<string, string>>;
  };
}

/** The subject and the words around the code, by occasion. */
const letters: ReadonlyMap<string, readonly [subject: string, words: string]> = new Map([
  ['SignUp', ['Confirm your address', 'Your code to confirm this address is']],
  ['ResendCode', ['Confirm your address', 'Your code to confirm this address is']],
  ['UpdateUserAttribute', ['Confirm your new address', 'Your code to confirm this address is']],
  ['VerifyUserAttribute', ['Confirm your address', 'Your code to confirm this address is']],
  ['ForgotPassword', ['Your new password', 'Your code to set a new password is']],
  ['Authentication', ['Your code to sign in', 'Your code to sign in is']],
  ['AdminCreateUser', ['You are invited', 'Your temporary password is']],
]);

const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
const ses = sesOf(process.env['IDENTITY_ARN']);

/**
 * Sends the pool's mails instead of Cognito. Cognito does not wait for it, and users are not told if it fails, so the
 * stage should have alarms (`monitoring.alarms`). You can replace SES with the client of another provider.
 */
export async function handler(event: SenderEvent): Promise<void> {
  try {
    await send(event);
  } catch (error) {
    logNotSent(error);
    throw error;
  }
}

async function send({ triggerSource, request }: SenderEvent): Promise<void> {
  const [subject, words] = letters.get(triggerSource.replace('CustomEmailSender_', '')) ?? [];
  const { email } = request.userAttributes;
  if (!subject || !words || !email || !request.code) return;
  const code = await plain(request.code);
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: variable('SENDER'),
      Destination: { ToAddresses: [email] },
      Content: { Simple: { Subject: { Data: subject }, Body: { Text: { Data: `${words} ${code}` } } } },
    }),
  );
}

/** The stage sets `KEY_ARN` and grants the right to decrypt with that key. */
async function plain(code: string): Promise<string> {
  const keyring = new KmsKeyringNode({ keyIds: [variable('KEY_ARN')] });
  const { plaintext } = await decrypt(keyring, Buffer.from(code, 'base64'));
  return plaintext.toString();
}

function variable(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`The environment variable ${name} is missing`);
  return value;
}
