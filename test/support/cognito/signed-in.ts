import { password, type TestPool } from './pool.ts';

/** Signs a user of `confirmedUser` in. */
export async function signedIn({ cognito, clientId }: TestPool, username: string, PASSWORD = password) {
  const { AuthenticationResult } = await cognito.initiateAuth({
    ClientId: clientId,
    AuthFlow: 'USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: username, PASSWORD },
  });
  const { AccessToken, RefreshToken, IdToken } = AuthenticationResult ?? {};
  if (!AccessToken || !RefreshToken || !IdToken) throw new Error(`${username} is not signed in.`);
  return { AccessToken, RefreshToken, IdToken };
}

/** A user's attributes as an administrator sees them. */
export async function attributesOf({ cognito, userPoolId }: TestPool, Username: string): Promise<Record<string, string>> {
  const { UserAttributes = [] } = await cognito.adminGetUser({ UserPoolId: userPoolId, Username });
  return Object.fromEntries(UserAttributes.map(({ Name = '', Value = '' }) => [Name, Value]));
}

/** A record as the operations take attributes. */
export const listed = (attributes: Readonly<Record<string, string>>) =>
  Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

/** A code that is not this one. */
export const notThis = (code: string) => (code === '000000' ? '000001' : '000000');
