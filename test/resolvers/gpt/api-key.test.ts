import { describe, expect, test } from 'vitest';
import { refused, succeeded } from '../../support/caller.ts';
import { json, reply, sharedChatServer } from '../../support/resolvers/chat-server.ts';
import { exception } from '../../support/resolvers/stub-wire.ts';
import { askGpt, callersKey, secret } from './ask-gpt.ts';

const server = sharedChatServer();

describe('the key', () => {
  test("is the caller's where they give one, and Secrets Manager is not asked", async () => {
    const { call, secrets } = askGpt(server);
    succeeded(await call('gpt', { message: 'Hello', key: callersKey }));
    expect(server.asked[0]?.authorization).toBe(`Bearer ${callersKey}`);
    expect(server.asked[0]?.url).not.toContain('sk-');
    expect(secrets.sent).toEqual([]);
  });

  test('is read once in five minutes, by a signed request', async () => {
    const { call, secrets, clock } = askGpt(server);
    succeeded(await call('gpt', { message: 'Hello' }));
    clock.ms += 299_999;
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(secrets.sent).toHaveLength(1);
    expect(secrets.sent[0]).toMatchObject({
      operation: 'GetSecretValue',
      body: { SecretId: 'arn:aws:secretsmanager:eu-central-1:1:secret:openai' },
    });
    expect(secrets.sent[0]?.headers['authorization']).toContain('AWS4-HMAC-SHA256 Credential=AKIATEST/');
  });

  test('that was rotated is taken up after five minutes', async () => {
    const { call, clock } = askGpt(server, { secret: [secret('{"apiKey":"sk-old"}'), secret('{"apiKey":"sk-new"}')] });
    succeeded(await call('gpt', { message: 'Hello' }));
    clock.ms += 300_000;
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(server.asked.map(({ authorization }) => authorization)).toEqual(['Bearer sk-old', 'Bearer sk-new']);
  });

  test('that the provider refuses is read anew for the next call', async () => {
    const { call } = askGpt(server, { secret: [secret('{"apiKey":"sk-old"}'), secret('{"apiKey":"sk-new"}')] });
    server.answer = json(401, { error: { message: 'Incorrect API key provided: sk-o*d.' } });
    expect(refused(await call('gpt', { message: 'Hello' })).code).toBe('GPT_FAILED');
    server.answer = reply({});
    succeeded(await call('gpt', { message: 'Hello' }));
    expect(server.asked.map(({ authorization }) => authorization)).toEqual(['Bearer sk-old', 'Bearer sk-new']);
  });

  test.each([
    ['there is no secret', exception('ResourceNotFoundException', "Secrets Manager can't find the specified secret.")],
    ['the secret is being deleted', exception('InvalidRequestException', 'You cannot perform this operation.')],
    ['the secret is empty', secret('')],
    ['the secret is not JSON', secret('sk-bare')],
    ['the secret has no key', secret('{"key":"sk-misnamed"}')],
    ['the key is empty', secret('{"apiKey":" "}')],
  ])('is missing where %s', async (_, answer) => {
    const { call, secrets } = askGpt(server, { secret: [answer] });
    for (const times of [1, 2]) {
      expect(refused(await call('gpt', { message: 'Hello' }))).toEqual({
        code: 'GPT_NOT_CONFIGURED',
        message: 'There is no key for the language model. Send `key`.',
        info: { cognito: null, retryable: false, field: null, requestId: expect.any(String) },
      });
      expect(secrets.sent).toHaveLength(times);
    }
    expect(server.asked).toEqual([]);
  });

  test('that may not be read is nobody’s business but the operator’s', async () => {
    const { call, lines } = askGpt(server, {
      secret: [exception('AccessDeniedException', 'not authorized to perform: GetSecretValue')],
    });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({
      code: 'INTERNAL',
      message: 'Something went wrong.',
    });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'ERROR', message: { cause: { name: 'AccessDeniedException' } } });
  });

  test('that cannot be reached in time is UNAVAILABLE', async () => {
    const { call } = askGpt(server, {
      secret: [exception('InternalServiceError', 'An error occurred on the server side.', 500)],
    });
    expect(refused(await call('gpt', { message: 'Hello' }))).toMatchObject({ code: 'UNAVAILABLE', info: { retryable: true } });
  });
});
