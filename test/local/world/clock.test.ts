import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider';
import { expect, onTestFinished, test } from 'vitest';
import type { TemplateResource } from '../../../local/assembly/assembly.ts';
import { type Runtime, startRuntime } from '../../../local/runtime.ts';
import { makeAssembly, resources } from '../../support/local/assemblies.ts';
import { makeFolder } from '../../support/local/folders.ts';

const Definition = `
  type Query { hello: String @aws_cognito_user_pools }
  schema { query: Query }
`;

const changed: Record<string, TemplateResource> = {
  Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ...resources['Schema']?.Properties, Definition } },
};

/** What time a function is told, and that its time limit is as long as ever. */
const code = `exports.handler = async (_, context) => {
  const left = context.getRemainingTimeInMillis();
  return left > 0 && left <= 6000 ? String(Date.now()) : 'late';
};`;

const Password = 'Passw0rd! is right';

/** The pool as its administrator sees it, and a user who can sign in. */
async function withAda({
  UserPoolId,
  UserPoolClientId: ClientId,
  CognitoEndpoint: endpoint,
  Region: region,
}: Runtime['outputs']) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProvider({ endpoint, region, credentials });
  onTestFinished(() => cognito.destroy());
  await cognito.adminCreateUser({ UserPoolId, Username: 'ada' });
  await cognito.adminSetUserPassword({ UserPoolId, Username: 'ada', Password, Permanent: true });
  const signIn = (PASSWORD = Password) =>
    cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'ada', PASSWORD } });
  return { cognito, ClientId, signIn };
}

const post = (outputs: Runtime['outputs'], path: string, headers: Record<string, string>, body: unknown): Promise<Response> =>
  fetch(new URL(path, outputs.GraphQLUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

test('the clock moves the user pool, the check of tokens and what functions are told', async () => {
  const assembly = makeAssembly({ resources: changed, code });
  const { outputs, close } = await startRuntime({ assembly, dataDir: ':memory:', port: 0, cognitoPort: 0 });
  onTestFinished(() => close());
  const { cognito, ClientId, signIn } = await withAda(outputs);
  const { AuthenticationResult } = await signIn();
  const { RefreshToken = '', AccessToken = '' } = AuthenticationResult ?? {};

  const hello = async (token: string) =>
    (await post(outputs, '/graphql', { authorization: token }, { query: '{ hello }' })).json();
  const daysAhead = async (token: string): Promise<string> => {
    const { data } = (await hello(token)) as { data: { hello: string } };
    return ((Number(data.hello) - Date.now()) / 86_400_000).toFixed(1).replace('-0.0', '0.0');
  };
  const refresh = () =>
    cognito.initiateAuth({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken } });
  const move = async (body: object) => expect((await post(outputs, '/dev/clock', {}, body)).status).toBe(200);

  expect(await daysAhead(AccessToken)).toBe('0.0');
  await move({ advanceSeconds: 86_400 });
  expect(await hello(AccessToken)).toMatchObject({ errors: [{ errorType: 'UnauthorizedException' }] });
  const refreshed = (await refresh()).AuthenticationResult?.AccessToken ?? '';
  expect(await daysAhead(refreshed)).toBe('1.0');
  await move({ advanceSeconds: 30 * 86_400 });
  await expect(refresh()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await move({ reset: true });
  expect(await daysAhead(AccessToken)).toBe('0.0');
});

test('a lock of a time to come does not outlive a restart, after which the time is real', async () => {
  const options = { assembly: makeAssembly(), dataDir: makeFolder(), port: 0, cognitoPort: 0 };
  const first = await startRuntime(options);
  onTestFinished(() => first.close());
  const { signIn } = await withAda(first.outputs);
  await post(first.outputs, '/dev/clock', {}, { advanceSeconds: 30 * 86_400 });
  for (let attempt = 0; attempt < 6; attempt++) await expect(signIn('Wrong-passw0rd!')).rejects.toThrow();
  await expect(signIn()).rejects.toThrow('Password attempts exceeded');
  const { port } = new URL(first.outputs.CognitoEndpoint);
  await first.close();
  const second = await startRuntime({ ...options, cognitoPort: Number(port) });
  onTestFinished(() => second.close());
  const now = await fetch(new URL('/dev/clock', second.outputs.GraphQLUrl));
  expect(await now.json()).toMatchObject({ offsetSeconds: 0 });
  expect((await signIn()).AuthenticationResult).toBeDefined();
});
