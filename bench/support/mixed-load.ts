import type { Job } from './load.ts';
import type { Credentials } from './seed.ts';
import type { Server } from './server.ts';

type Jobs = (server: Server, credentials: readonly Credentials[]) => Promise<readonly Omit<Job, 'seconds'>[]>;

const tokens = '{ __typename ... on Tokens { accessToken refreshToken } }';
const loginDocument = `mutation Login($input: LoginInput!) { login(input: $input) ${tokens} }`;

/** Requests that programs and pages send all day, on 17 connections at once. */
export const mixedLoad: Jobs = async (server, credentials) => {
  const { login, graphql, pool } = requests(server);
  const { accessToken, refreshToken } = await login(credentials[0]);
  const newcomers = Array.from({ length: 5_000 }, (_, n) => ({
    username: `new-${n}`,
    password: `Bench-password-${n}`,
    email: `new-${n}@example.com`,
  }));
  return [
    graphql(
      credentials.map((input) => ({ query: loginDocument, variables: { input } })),
      '"Tokens"',
      8,
    ),
    pool(
      credentials.map(({ username, password }) => ({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: server.userPoolClientId,
        AuthParameters: { USERNAME: username, PASSWORD: password },
      })),
      '"AuthenticationResult"',
      4,
    ),
    graphql(
      newcomers.map((input) => ({
        query: 'mutation($input: SignUpInput!) { signUp(input: $input) { userStatus } }',
        variables: { input },
      })),
      '"signUp"',
      1,
    ),
    graphql(
      [
        {
          query: 'mutation($input: RefreshTokensInput!) { refreshTokens(input: $input) { accessToken } }',
          variables: { input: { refreshToken } },
        },
      ],
      '"accessToken"',
      1,
    ),
    // The endpoint has not seen this text before, as with a client that builds its documents as strings.
    graphql(
      Array.from({ length: 2_000 }, (_, n) => ({ query: `{ me { name${n}: username } authConfig { flows } }` })),
      '"me":{',
      2,
      { authorization: accessToken },
    ),
    graphql([{ query: `{ __schema { types { name fields { name description type { name } } } } }` }], '"__schema"', 1),
  ];
};

/** Invalid requests, on 12 connections at once: malformed, too large, nested too deeply, and unknown. */
export const oddRequests: Jobs = async (server) => {
  const { graphql, pool } = requests(server);
  const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
  return [
    graphql(
      [
        ...['', '{', '[]', 'null', '{"query":7}', `{"query":"{ me"}`, `{"query":"${'{ me '.repeat(2_000)}"}`],
        `{"query":${JSON.stringify(loginDocument)},"variables":{"input":${deep}}}`,
        ...Array.from({ length: 500 }, (_, n) => ({
          query: loginDocument,
          variables: { input: { username: `nobody-${n}`, password: 'x'.repeat(n) } },
        })),
        ...Array.from({ length: 500 }, (_, n) => ({ query: `{ nothing${n} { a b c } }` })),
        { query: loginDocument, variables: { input: { username: 'x'.repeat(100_000), password: 'y' } } },
        { query: `{ me { username } } # ${'x'.repeat(900_000)}` },
      ],
      '',
      8,
    ),
    pool(['', '{', deep, { AuthFlow: 'NONE' }, { ClientId: 'x'.repeat(2_000_000) }], '', 4),
  ];
};

function requests({ graphqlUrl, cognitoEndpoint, apiKey }: Server) {
  const json = { 'content-type': 'application/json' };
  const text = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));
  return {
    graphql: (
      bodies: readonly unknown[],
      expect: string,
      connections: number,
      credential: Record<string, string> = { 'x-api-key': apiKey },
    ) => ({
      url: graphqlUrl,
      headers: { ...json, ...credential },
      bodies: bodies.map(text),
      expect,
      connections,
    }),
    pool: (bodies: readonly unknown[], expect: string, connections: number) => ({
      url: cognitoEndpoint,
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
      },
      bodies: bodies.map(text),
      expect,
      connections,
    }),
    login: async (input: Credentials | undefined): Promise<{ readonly accessToken: string; readonly refreshToken: string }> => {
      const response = await fetch(graphqlUrl, {
        method: 'POST',
        headers: { ...json, 'x-api-key': apiKey },
        body: text({ query: loginDocument, variables: { input } }),
      });
      const { data } = (await response.json()) as { data: { login: { accessToken: string; refreshToken: string } } };
      return data.login;
    },
  };
}
