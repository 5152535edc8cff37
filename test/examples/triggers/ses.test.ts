import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sesOf } from '../../../examples/triggers/ses.ts';

const identity = 'arn:aws:ses:eu-central-1:123456789012:identity/acme.example';
const authorizations: string[] = [];
/** Takes every mail, and keeps how its request is signed. */
const server = createServer((request, response) => {
  authorizations.push(request.headers.authorization ?? '');
  request.resume().on('end', () => response.setHeader('content-type', 'application/json').end('{"MessageId":"1"}'));
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // what a TCP server that listens has
  vi.stubEnv('AWS_ENDPOINT_URL_SESV2', `http://127.0.0.1:${port}`);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIDEXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'example');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('SENDER', 'login@acme.example');
  vi.stubEnv('IDENTITY_ARN', identity);
});

beforeEach(() => {
  authorizations.length = 0;
});

afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

const userAttributes = { email: 'ada@example.com', email_verified: 'true' };

describe('a trigger that sends mail', () => {
  test('welcomes by the SES of the Region that the identity is in', async () => {
    const { handler } = await import('../../../examples/triggers/onboarding/post-confirmation.lambda.ts');
    await handler({ triggerSource: 'PostConfirmation_ConfirmSignUp', request: { userAttributes } });
    expect(authorizations).toEqual([expect.stringContaining('/eu-central-1/ses/aws4_request')]);
  });
});

describe('sesOf', () => {
  test.each([
    undefined,
    '',
    'acme.example',
    'arn:aws:ses::123456789012:identity/acme.example',
    'arn:aws:sns:eu-west-1:123456789012:x',
  ])('refuses %s once a mail is to be sent, so that a trigger starts all the same', async (arn) => {
    await expect(sesOf(arn).config.region()).rejects.toThrow('IDENTITY_ARN must be the ARN of the SES identity');
  });
});
