import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { LoginDocument } from '../../../examples/generated/operations.ts';
import { type Send, succeeded } from '../send.ts';
import { expectTokens, newPassword, newPerson } from '../stories.ts';
import type { System } from '../system.ts';

export interface User {
  readonly send: Send;
  readonly token: string;
  readonly idToken: string | null;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** A user who has just signed in. */
export async function newUser(system: System): Promise<User> {
  const { username, email } = newPerson();
  const password = newPassword();
  const { UserPoolId } = system.runtime.outputs;
  const UserAttributes = [
    { Name: 'email', Value: email },
    { Name: 'email_verified', Value: 'true' },
  ];
  await asAdministrator(system, (admin) =>
    admin.send(new AdminCreateUserCommand({ UserPoolId, Username: username, UserAttributes, MessageAction: 'SUPPRESS' })),
  );
  await asAdministrator(system, (admin) =>
    admin.send(new AdminSetUserPasswordCommand({ UserPoolId, Username: username, Password: password, Permanent: true })),
  );
  const { login } = succeeded(await system.send(LoginDocument, { input: { username, password } }));
  const { accessToken: token, idToken } = expectTokens(login);
  return { send: system.send, token, idToken, username, email, password };
}

export async function asAdministrator<T>(system: System, act: (admin: CognitoIdentityProviderClient) => Promise<T>): Promise<T> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const { CognitoEndpoint: endpoint, Region: region } = system.runtime.outputs;
  const admin = new CognitoIdentityProviderClient({ endpoint, region, credentials });
  try {
    return await act(admin);
  } finally {
    admin.destroy();
  }
}
