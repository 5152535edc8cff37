import { expect, test } from 'vitest';
import { oauthClient } from '../../../support/cognito/oauth.ts';
import { createTestPool, refusal } from '../../../support/cognito/pool.ts';

const { cognito, userPoolId: UserPoolId, clientId: ClientId } = createTestPool();
const { AllowedOAuthFlows, ...client } = { ...oauthClient, AllowedOAuthFlows: ['code' as const] };
const given = { UserPoolId, ClientName: 'web', AllowedOAuthFlows, ...client };

test.each([
  [{ CallbackURLs: ['http://app.example.com/back'] }, 'http://app.example.com/back must use https, except for http://localhost.'],
  [
    { CallbackURLs: ['http://localhost.example.com/'] },
    'http://localhost.example.com/ must use https, except for http://localhost.',
  ],
  [{ LogoutURLs: ['http://10.0.0.1/bye'] }, 'http://10.0.0.1/bye must use https, except for http://localhost.'],
  [{ CallbackURLs: ['https://app.example.com/#back'] }, 'https://app.example.com/#back must not have a fragment.'],
  [{ CallbackURLs: ['https://*.example.com/back'] }, 'https://*.example.com/back must not have a wildcard.'],
  [{ CallbackURLs: ['https://me:pw@example.com/'] }, 'https://me:pw@example.com/ must not have a user.'],
  [{ CallbackURLs: ['/back'] }, '/back is not an absolute URL of a page or an app.'],
  [{ LogoutURLs: ['javascript:alert(1)'] }, 'javascript:alert(1) is not an absolute URL of a page or an app.'],
  [{ DefaultRedirectURI: 'https://other.example.com/' }, 'DefaultRedirectURI must be in the CallbackURLs list.'],
  [{ CallbackURLs: [] }, 'CallbackURLs is required for the code flow and the implicit flow.'],
])('a client with %j is refused, new or changed', async (change, message) => {
  const expected = { name: 'InvalidParameterException', message };
  expect(await refusal(cognito.createUserPoolClient({ ...given, ...change }))).toEqual(expected);
  expect(await refusal(cognito.updateUserPoolClient({ ...given, ...change, ClientId }))).toEqual(expected);
});

test('a client may name the pool itself and its providers, and no other', async () => {
  const named = (SupportedIdentityProviders: string[]) => cognito.createUserPoolClient({ ...given, SupportedIdentityProviders });
  const message = `The provider Google does not exist for User Pool ${UserPoolId}.`;
  expect(await refusal(named(['COGNITO', 'Google']))).toEqual({ name: 'InvalidParameterException', message });
  await cognito.createIdentityProvider({
    UserPoolId,
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid email' },
  });
  expect(await named(['COGNITO', 'Google'])).toMatchObject({
    UserPoolClient: { SupportedIdentityProviders: ['COGNITO', 'Google'] },
  });
});

test('a page of this machine and an app are accepted', async () => {
  const CallbackURLs = ['http://localhost:4000/app/', 'myapp://back', 'https://app.example.com/back?from=cognito'];
  const { UserPoolClient } = await cognito.createUserPoolClient({ ...given, CallbackURLs });
  expect(UserPoolClient).toMatchObject({ CallbackURLs });
});
