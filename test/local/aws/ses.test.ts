import { GetAccountCommand, SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { describe, expect, test } from 'vitest';
import { sesProtocol } from '../../../local/aws/protocol/protocols.ts';
import { sendEmail } from '../../../local/aws/ses.ts';
import type { Message } from '../../../local/data/message.ts';
import { realWorld } from '../../../local/world/world.ts';
import { behindDoor, functionsKeyId } from '../../support/local/aws.ts';

/** The real SDK over the service, in this process. */
function ses(accessKeyId = functionsKeyId) {
  const inbox: Message[] = [];
  const world = { ...realWorld, now: () => Date.UTC(2026, 0, 1) };
  const operation = sendEmail({ deliver: (message) => inbox.push(message), world });
  const handle = behindDoor({ ...sesProtocol, operations: { SendEmail: operation } });
  const requestHandler = {
    async handle(request: { method: string; path: string; headers: Record<string, string>; body: Uint8Array }) {
      const { status, headers, body } = await handle({
        method: request.method,
        url: request.path,
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
        body: new TextDecoder().decode(request.body),
        remoteAddress: '127.0.0.1',
      });
      return { response: { statusCode: status, headers: { ...headers }, body: Buffer.from(body) } };
    },
  };
  const credentials = { accessKeyId, secretAccessKey: 'local' };
  return {
    inbox,
    client: new SESv2Client({ region: 'eu-west-1', endpoint: 'http://127.0.0.1:1', credentials, requestHandler, maxAttempts: 1 }),
  };
}

const command = new SendEmailCommand({
  FromEmailAddress: 'login@example.com',
  Destination: { ToAddresses: ['ada@example.com', 'bob@example.com'] },
  Content: { Simple: { Subject: { Data: 'Your code' }, Body: { Text: { Data: 'It is 123456.' } } } },
});

describe('SendEmail', () => {
  test('puts a mail into the inbox for each of its recipients', async () => {
    const { client, inbox } = ses();
    expect((await client.send(command)).MessageId).toMatch(/^[0-9a-f-]{36}$/);
    const mail = { channel: 'EMAIL', kind: 'SendEmail', subject: 'Your code', body: 'It is 123456.', code: null };
    const sentAt = '2026-01-01T00:00:00.000Z';
    expect(inbox).toEqual([
      { ...mail, to: 'ada@example.com', sentAt },
      { ...mail, to: 'bob@example.com', sentAt },
    ]);
  });

  test('is for functions alone', async () => {
    const { client, inbox } = ses('AKIASOMEBODY');
    await expect(client.send(command)).rejects.toMatchObject({ name: 'UnrecognizedClientException' });
    expect(inbox).toEqual([]);
  });

  test('refuses by name what it cannot do', async () => {
    const { client } = ses();
    const { Content, ...rest } = command.input;
    const template = new SendEmailCommand({ ...rest, Content: { Template: { TemplateName: 'welcome' } } });
    await expect(client.send(template)).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'SendEmail with other content than Simple is not implemented by the local runtime.',
    });
    expect(Content).toBeDefined();
  });

  test('another operation is refused by its name', async () => {
    const { client } = ses();
    await expect(client.send(new GetAccountCommand({}))).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'GET /v2/email/account is not implemented by the local runtime.',
    });
  });

  test('refuses a mail to nobody', async () => {
    const { client } = ses();
    await expect(client.send(new SendEmailCommand({ ...command.input, Destination: {} }))).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });
});
