import { Agent, request } from 'node:https';

// The lower bound: the same call and the same answer, with nothing between the handler and node:https.
const endpoint = process.env['AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER'] ?? '';
const agent = new Agent({ keepAlive: true });

interface Event {
  readonly arguments: { readonly input: { readonly username: string; readonly password: string } };
}

export const handler = (event: Event): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const { username, password } = event.arguments.input;
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
    };
    const call = request(endpoint, { method: 'POST', agent, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => {
        const { AuthenticationResult: result } = JSON.parse(body);
        resolve({
          data: {
            __typename: 'Tokens',
            accessToken: result.AccessToken,
            idToken: result.IdToken,
            refreshToken: result.RefreshToken,
            expiresIn: result.ExpiresIn,
            tokenType: result.TokenType,
            newDevice: null,
          },
        });
      });
    });
    call.once('error', reject);
    call.end(
      JSON.stringify({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: process.env['USER_POOL_CLIENT_ID'],
        AuthParameters: { USERNAME: username, PASSWORD: password },
      }),
    );
  });
