import { randomBytes } from 'node:crypto';
import { type ApiUser, NotHere } from './story.ts';
import type { ApiTarget } from './target.ts';

/** The users of one story. */
interface People {
  user(): Promise<ApiUser>;
  invited(): Promise<{ readonly username: string; readonly password: string }>;
  strangersToken(): Promise<string>;
  /** Deletes everything that was made. */
  leave(): Promise<void>;
}

/** @param names What the recording says in place of the names and tokens. */
export function peopleOf({ cognito, userPoolId: UserPoolId, url, apiKey }: ApiTarget, names: Map<string, string>): People {
  const endings: (() => Promise<unknown>)[] = [];

  async function make(short: string, isPermanent: boolean) {
    const run = randomBytes(4).toString('hex');
    const Username = `${short}-${run}`;
    const Password = `Probe-${randomBytes(9).toString('base64url')}-1a`;
    names.set(`-${run}`, '').set(Password, '<password>');
    const UserAttributes = [
      { Name: 'email', Value: `${Username}@simulator.amazonses.com` },
      { Name: 'email_verified', Value: 'true' },
    ];
    await cognito.adminCreateUser({
      UserPoolId,
      Username,
      UserAttributes,
      TemporaryPassword: Password,
      MessageAction: 'SUPPRESS',
    });
    endings.unshift(() => cognito.adminDeleteUser({ UserPoolId, Username }));
    if (isPermanent) await cognito.adminSetUserPassword({ UserPoolId, Username, Password, Permanent: true });
    return { username: Username, password: Password };
  }

  return {
    async user() {
      const input = await make('kim', true);
      const query = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Tokens { accessToken idToken } } }';
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': apiKey },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const { data } = (await response.json()) as { data?: { login: Partial<ApiUser> | null } | null };
      const { accessToken, idToken } = data?.login ?? {};
      if (accessToken === undefined || idToken === undefined) {
        throw new NotHere('The stage does not sign a user in by their password alone.');
      }
      names.set(accessToken, '<access token>').set(idToken, '<ID token>');
      return { accessToken, idToken };
    },
    invited: () => make('lou', false),
    async strangersToken() {
      const { username: USERNAME, password: PASSWORD } = await make('max', true);
      const { UserPoolClient } = await cognito.createUserPoolClient({
        UserPoolId,
        ClientName: 'parity-probe',
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      });
      const ClientId = UserPoolClient?.ClientId;
      endings.unshift(() => cognito.deleteUserPoolClient({ UserPoolId, ClientId }));
      const AuthParameters = { USERNAME, PASSWORD };
      const { AuthenticationResult } = await cognito.initiateAuth({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
      const token = AuthenticationResult?.AccessToken;
      if (token === undefined) throw new NotHere('The pool does not sign a user in by their password alone.');
      names.set(token, '<a stranger’s token>');
      return token;
    },
    async leave() {
      for (const end of endings.splice(0)) await end();
    },
  };
}
