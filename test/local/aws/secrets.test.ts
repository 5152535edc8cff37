import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, onTestFinished, test } from 'vitest';
import { secretsProtocol } from '../../../local/aws/protocol/protocols.ts';
import { getSecretValue } from '../../../local/aws/secrets.ts';
import { listen } from '../../../local/http/http.ts';
import { behindDoor, functionsKeyId } from '../../support/local/aws.ts';
import { request } from '../../support/local/requests.ts';

const arn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:openai-abc123';

const captchaArn = 'arn:aws:secretsmanager:us-east-1:000000000000:secret:captcha-abc123';

const service = (openaiApiKey: string | undefined) => ({
  ...secretsProtocol,
  operations: {
    GetSecretValue: getSecretValue({
      secretArns: () => [arn],
      captchaSecretArns: () => [captchaArn],
      openaiApiKey,
      captchaSecretKey: 'captcha-1',
    }),
  },
});

/** The real SDK, against the service on a free port. */
async function client(openaiApiKey?: string, accessKeyId = functionsKeyId): Promise<SecretsManagerClient> {
  const secrets = behindDoor(service(openaiApiKey));
  const tooLarge = { status: 413, headers: {}, body: '' };
  const listener = await listen(secrets, { port: 0, bodyLimitBytes: 1000, tooLarge });
  const sdk = new SecretsManagerClient({
    endpoint: `http://127.0.0.1:${listener.port}`,
    region: 'us-east-1',
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey: 'x' },
  });
  onTestFinished(async () => {
    sdk.destroy();
    await listener.close();
  });
  return sdk;
}

describe('GetSecretValue', () => {
  test.each([
    ['ARN', arn],
    ['name', 'openai'],
  ])("gives the key by the secret's %s", async (_, SecretId) => {
    const secret = await (await client('sk-1')).send(new GetSecretValueCommand({ SecretId }));
    expect(secret).toMatchObject({ ARN: arn, Name: 'openai', SecretString: '{"apiKey":"sk-1"}' });
  });

  test('gives that of a captcha, and never the key of the language model in its place', async () => {
    for (const sdk of [await client('sk-1'), await client()]) {
      const { SecretString } = await sdk.send(new GetSecretValueCommand({ SecretId: captchaArn }));
      expect(SecretString).toBe('{"secretKey":"captcha-1"}');
    }
  });

  test('a secret without a value is refused as in AWS', async () => {
    await expect((await client()).send(new GetSecretValueCommand({ SecretId: arn }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT",
    });
  });

  test('a secret that the template does not declare is refused as in AWS', async () => {
    await expect((await client('sk-1')).send(new GetSecretValueCommand({ SecretId: `${arn}x` }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
  });

  test('nobody but the functions gets it', async () => {
    await expect((await client('sk-1', 'AKIASOMEBODY')).send(new GetSecretValueCommand({ SecretId: arn }))).rejects.toMatchObject(
      {
        name: 'UnrecognizedClientException',
      },
    );
  });

  test('another action is refused by its name', async () => {
    const sent = (await client('sk-1')).send(new PutSecretValueCommand({ SecretId: arn, SecretString: 'x' }));
    await expect(sent).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: 'PutSecretValue is not implemented by the local runtime.',
    });
  });

  test.each([
    ['', 'SerializationException'],
    ['[]', 'SerializationException'],
    ['{"SecretId":1}', 'InvalidParameterException'],
  ])('a body of %j is refused', async (body, type) => {
    const authorization = `AWS4-HMAC-SHA256 Credential=${functionsKeyId}/20261123`;
    const headers = { 'x-amz-target': 'secretsmanager.GetSecretValue', authorization };
    const answer = await behindDoor(service('sk-1'))(request('/', headers, { method: 'POST', body }));
    expect(answer.status).toBe(400);
    expect(JSON.parse(String(answer.body))).toMatchObject({ __type: type });
  });
});

test('a request is for the service that its target names', () => {
  const { operationOf } = secretsProtocol;
  expect(operationOf(request('/', { 'x-amz-target': 'secretsmanager.GetSecretValue' }))).toBe('GetSecretValue');
  expect(operationOf(request('/', { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' }))).toBeUndefined();
  expect(operationOf(request('/'))).toBeUndefined();
});
