import { expect, test } from 'vitest';
import type { Post } from '../../../resolvers/aws/post.ts';
import { createSes } from '../../../resolvers/aws/ses.ts';
import { createSendMail } from '../../../resolvers/notices/send-mail.ts';

const environment = { AWS_ACCESS_KEY_ID: 'AKIATEST', AWS_SECRET_ACCESS_KEY: 'test', AWS_SESSION_TOKEN: 'test' };
const sender = {
  from: '"Acme" <login@acme.example>',
  replyTo: 'help@acme.example',
  region: 'eu-west-1',
  configurationSet: 'auth',
};
const mail = { to: 'ada@example.com', subject: 'Grüße', text: 'Ihr Passwort wurde geändert.' };

test('a mail is SES’s own request, signed for the Region of the identity', async () => {
  const sent: Parameters<Post>[] = [];
  const ses = createSes({ region: 'eu-west-1', endpoint: 'http://ses.test' }, environment, {
    post: async (...call) => {
      sent.push(call);
      return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: Buffer.from('{"MessageId":"1"}') };
    },
  });
  await createSendMail(ses, sender)(mail);
  const [headers, body] = sent[0] ?? [];
  expect(headers?.['authorization']).toContain('/eu-west-1/ses/aws4_request');
  expect(JSON.parse(Buffer.from(body ?? '').toString())).toEqual({
    FromEmailAddress: '"Acme" <login@acme.example>',
    ReplyToAddresses: ['help@acme.example'],
    ConfigurationSetName: 'auth',
    Destination: { ToAddresses: ['ada@example.com'] },
    Content: {
      Simple: {
        Subject: { Data: 'Grüße', Charset: 'UTF-8' },
        Body: { Text: { Data: 'Ihr Passwort wurde geändert.', Charset: 'UTF-8' } },
      },
    },
  });
});

test('a refusal of SES is thrown by its name', async () => {
  const ses = createSes({ region: 'eu-west-1', endpoint: 'http://ses.test' }, environment, {
    post: async () => ({
      statusCode: 400,
      headers: { 'content-type': 'application/json', 'x-amzn-errortype': 'MessageRejected' },
      body: Buffer.from('{"message":"Email address is not verified."}'),
    }),
  });
  await expect(createSendMail(ses, sender)(mail)).rejects.toMatchObject({ name: 'MessageRejected' });
});
