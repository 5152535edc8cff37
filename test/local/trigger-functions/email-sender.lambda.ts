import { buildClient, CommitmentPolicy, KmsKeyringNode } from '@aws-crypto/client-node';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

interface Event {
  readonly triggerSource: string;
  readonly request: { readonly type: string; readonly code: string; readonly userAttributes: Readonly<Record<string, string>> };
}

/**
 * A CustomEmailSender as the developer guide has it: decrypts the code with the AWS Encryption SDK, and sends it
 * itself.
 */
export async function handler({ triggerSource, request }: Event): Promise<void> {
  const { decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
  const keyring = new KmsKeyringNode({ keyIds: [process.env['KEY_ARN'] ?? ''] });
  const { plaintext, messageHeader } = await decrypt(keyring, Buffer.from(request.code, 'base64'));
  await new SESv2Client({}).send(
    new SendEmailCommand({
      FromEmailAddress: 'own@example.com',
      Destination: { ToAddresses: [request.userAttributes['email'] ?? ''] },
      Content: {
        Simple: {
          Subject: { Data: `${request.type} ${triggerSource}` },
          Body: { Text: { Data: JSON.stringify({ code: plaintext.toString(), context: messageHeader.encryptionContext }) } },
        },
      },
    }),
  );
}
