import { randomInt } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminLinkProviderForUserCommand,
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

/** Links a new identity at Google to a user, as an administrator of the pool could, and returns its subject. */
export async function linkGoogle(system: System, username: string): Promise<string> {
  const subject = `1034567890${randomInt(1e10, 1e11)}`;
  const { UserPoolId } = system.runtime.outputs;
  const SourceUser = { ProviderName: 'Google', ProviderAttributeName: 'Cognito_Subject', ProviderAttributeValue: subject };
  const DestinationUser = { ProviderName: 'Cognito', ProviderAttributeValue: username };
  await asAdministrator(system, (admin) =>
    admin.send(new AdminLinkProviderForUserCommand({ UserPoolId, DestinationUser, SourceUser })),
  );
  return subject;
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
