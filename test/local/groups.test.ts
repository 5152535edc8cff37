import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import type { TemplateResource } from '../../local/assembly/assembly.ts';
import { startRuntime } from '../../local/runtime.ts';
import { makeAssembly, resources } from '../support/local/assemblies.ts';

const Definition = `
  type Query { hello: String @aws_cognito_user_pools(cognito_groups: ["admin"]) }
  schema { query: Query }
`;

const changed: Record<string, TemplateResource> = {
  Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ...resources['Schema']?.Properties, Definition } },
  Admins: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'admin' } },
};

test('a group of the template, its member and the claim in their token open the field that is restricted to it', async () => {
  const assembly = makeAssembly({ resources: changed });
  const { outputs, close } = await startRuntime({ assembly, dataDir: ':memory:', port: 0, cognitoPort: 0 });
  onTestFinished(() => close());
  const { UserPoolId, UserPoolClientId: ClientId, CognitoEndpoint: endpoint, Region: region } = outputs;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProvider({ endpoint, region, credentials });
  onTestFinished(() => cognito.destroy());
  const Password = 'Passw0rd! is right';
  await cognito.adminCreateUser({ UserPoolId, Username: 'ada' });
  await cognito.adminSetUserPassword({ UserPoolId, Username: 'ada', Password, Permanent: true });

  const hello = async (): Promise<unknown> => {
    const AuthParameters = { USERNAME: 'ada', PASSWORD: Password };
    const { AuthenticationResult } = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    const response = await fetch(outputs.GraphQLUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: AuthenticationResult?.AccessToken ?? '' },
      body: '{"query":"{ hello }"}',
    });
    return response.json();
  };

  const membership = { UserPoolId, Username: 'ada', GroupName: 'admin' };
  const refused = { errors: [expect.objectContaining({ errorType: 'Unauthorized' })] };
  expect(await hello()).toMatchObject(refused);
  await cognito.adminAddUserToGroup(membership);
  expect(await hello()).toEqual({ data: { hello: `hello, ${UserPoolId}` } });
  await cognito.adminRemoveUserFromGroup(membership);
  expect(await hello()).toMatchObject(refused);
});
