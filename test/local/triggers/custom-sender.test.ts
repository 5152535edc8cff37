import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import { bundleLambdas } from '../../../infra/code/bundle.ts';
import type { StoredMessage } from '../../../local/data/inbox.ts';
import { type Runtime, startRuntime } from '../../../local/runtime.ts';
import { makeAssembly, resources } from '../../support/local/assemblies.ts';

const entry = fileURLToPath(new URL('../trigger-functions/email-sender.lambda.ts', import.meta.url));

/** A stack whose pool leaves its mails to a function, as the CDK would write it. */
async function start(): Promise<Runtime> {
  const folder = mkdtempSync(join(tmpdir(), 'sender-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await bundleLambdas([{ entry, folder: join(folder, 'out') }]);
  const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
  const assembly = makeAssembly({
    code: readFileSync(join(folder, 'out', 'index.js'), 'utf8'),
    resources: {
      Key: { Type: 'AWS::KMS::Key' },
      Pool: {
        Type: 'AWS::Cognito::UserPool',
        Properties: {
          UserPoolName: 'people',
          AutoVerifiedAttributes: ['email'],
          LambdaConfig: { CustomEmailSender: { LambdaArn: arn('Sender'), LambdaVersion: 'V1_0' }, KMSKeyID: arn('Key') },
        },
      },
      Sender: {
        Type: 'AWS::Lambda::Function',
        Properties: { ...resources['Fn']?.Properties, Environment: { Variables: { KEY_ARN: arn('Key') } } },
      },
      Permission: {
        Type: 'AWS::Lambda::Permission',
        Properties: {
          Action: 'lambda:InvokeFunction',
          FunctionName: arn('Sender'),
          Principal: 'cognito-idp.amazonaws.com',
          SourceArn: arn('Pool'),
        },
      },
    },
  });
  const runtime = await startRuntime({ assembly, dataDir: ':memory:', port: 0, cognitoPort: 0 });
  onTestFinished(() => runtime.close());
  return runtime;
}

test('a custom sender decrypts the code with the AWS Encryption SDK, and the code confirms the user', async () => {
  const { inbox, outputs } = await start();
  const delivered = new Promise<StoredMessage | undefined>((resolve) => inbox.onDelivery(() => resolve(inbox.messages()[0])));
  const cognito = new CognitoIdentityProvider({
    region: outputs.Region,
    endpoint: outputs.CognitoEndpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { CodeDeliveryDetails } = await cognito.signUp({
    ClientId: outputs.UserPoolClientId,
    Username: 'ada',
    Password: 'Passw0rd! is right',
    UserAttributes: [{ Name: 'email', Value: 'ada@example.com' }],
  });
  expect(CodeDeliveryDetails?.Destination).toBe('a***@e***');
  const mail = await delivered;
  expect(mail).toMatchObject({ to: 'ada@example.com', subject: 'customEmailSenderRequestV1 CustomEmailSender_SignUp' });
  const { code, context } = JSON.parse(mail?.body ?? '{}');
  expect(context).toEqual({ 'userpool-id': outputs.UserPoolId });
  await cognito.confirmSignUp({ ClientId: outputs.UserPoolClientId, Username: 'ada', ConfirmationCode: code });
  // The function's mail is the only one.
  expect(inbox.messages()).toHaveLength(1);
});
