import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import type { TemplateResource } from '../../local/assembly.ts';
import { startRuntime } from '../../local/runtime.ts';
import { makeAssembly, resources } from './assemblies.ts';

const Definition = `
  type Query { hello: String @aws_cognito_user_pools }
  schema { query: Query }
`;

const changed: Record<string, TemplateResource> = {
  Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ...resources['Schema']?.Properties, Definition } },
};

/** What a function makes of its own time: the clock of the services is not that of the functions. */
const code = `exports.handler = async (_, context) => {
  const left = context.getRemainingTimeInMillis();
  return String(left > 0 && left <= 6000);
};`;

test('the clock moves the user pool and the check of tokens, and the functions keep their time', async () => {
  const assembly = makeAssembly({ resources: changed, code });
  const { outputs, close } = await startRuntime({ assembly, dataDir: ':memory:', port: 0, cognitoPort: 0 });
  onTestFinished(() => close());
  const { UserPoolId, UserPoolClientId: ClientId, CognitoEndpoint: endpoint, Region: region } = outputs;
  const cognito = new CognitoIdentityProvider({
    endpoint,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  onTestFinished(() => cognito.destroy());
  const Password = 'Passw0rd! is right';
  await cognito.adminCreateUser({ UserPoolId, Username: 'ada' });
  await cognito.adminSetUserPassword({ UserPoolId, Username: 'ada', Password, Permanent: true });
  const AuthParameters = { USERNAME: 'ada', PASSWORD: Password };
  const { AuthenticationResult } = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  const { RefreshToken = '', AccessToken = '' } = AuthenticationResult ?? {};

  const send = (path: string, headers: Record<string, string>, body: unknown): Promise<Response> =>
    fetch(new URL(path, outputs.GraphQLUrl), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const hello = async (token: string) => (await send('/graphql', { authorization: token }, { query: '{ hello }' })).json();
  const refresh = () =>
    cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken } });
  const move = async (body: object) => expect((await send('/dev/clock', {}, body)).status).toBe(200);

  expect(await hello(AccessToken)).toEqual({ data: { hello: 'true' } });
  await move({ advanceSeconds: 86_400 });
  expect(await hello(AccessToken)).toMatchObject({ errors: [{ errorType: 'UnauthorizedException' }] });
  const refreshed = (await refresh()).AuthenticationResult?.AccessToken ?? '';
  expect(await hello(refreshed)).toEqual({ data: { hello: 'true' } });
  await move({ advanceSeconds: 30 * 86_400 });
  await expect(refresh()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await move({ reset: true });
  expect(await hello(AccessToken)).toEqual({ data: { hello: 'true' } });
});
