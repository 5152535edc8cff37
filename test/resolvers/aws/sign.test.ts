import { describe, expect, test } from 'vitest';
import { createCognito } from '../../../resolvers/aws/cognito.ts';
import { createSign, environmentCredentials } from '../../../resolvers/aws/sign.ts';
import { stubWire, success } from '../../support/resolvers/stub-wire.ts';
import { inProcess } from '../../support/wire/in-process.ts';

const env = { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };

test('an administrator’s operation is signed as the function’s role', async () => {
  const aws = { region: 'eu-central-1', endpoint: 'http://cognito.test' };
  const { handle, sent } = stubWire(success({}));
  const cognito = createCognito(aws, { post: inProcess(handle), sign: createSign('cognito-idp', aws, env) });
  await cognito.send('AdminCreateUser', { UserPoolId: 'eu-central-1_Test', Username: 'ann' });
  expect(sent[0]?.headers).toMatchObject({
    'x-amz-security-token': 'token',
    authorization: expect.stringMatching(
      /^AWS4-HMAC-SHA256 Credential=AKIA\/\d{8}\/eu-central-1\/cognito-idp\/aws4_request, SignedHeaders=.*host.*x-amz-target, Signature=[0-9a-f]{64}$/,
    ),
  });
});

describe('environmentCredentials', () => {
  test('are those that Lambda gives', () => {
    expect(environmentCredentials(env)).toEqual({ accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'token' });
    expect(environmentCredentials({ ...env, AWS_SESSION_TOKEN: undefined })).toEqual({
      accessKeyId: 'AKIA',
      secretAccessKey: 'secret',
    });
  });

  test.each(['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])('need %s', (name) => {
    expect(() => environmentCredentials({ ...env, [name]: undefined })).toThrow(`The environment variable ${name} is missing.`);
  });
});
