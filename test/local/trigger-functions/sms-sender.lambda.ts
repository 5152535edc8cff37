import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

interface Event {
  readonly request: { readonly code: string; readonly userAttributes: Readonly<Record<string, string>> };
}

/** A CustomSMSSender whose gateway takes mails. */
export async function handler({ request: { code, userAttributes } }: Event): Promise<void> {
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
  const keyring = new KmsKeyringNode({ keyIds: [process.env['KEY_ARN'] ?? ''] });
  const { plaintext } = await decrypt(keyring, Buffer.from(code, 'base64'));
  await new SESv2Client({}).send(
    new SendEmailCommand({
      FromEmailAddress: 'own@example.com',
      Destination: { ToAddresses: [`${userAttributes['phone_number']?.slice(1)}@sms.example.com`] },
      Content: { Simple: { Subject: { Data: 'SMS' }, Body: { Text: { Data: plaintext.toString() } } } },
    }),
  );
}
