import { createHmac } from 'node:crypto';

export interface AppClientConfig {
  readonly clientId: string;
  /** Null for an app client without a secret. */
  readonly clientSecret: string | null;
  /** Whether the caller's address is passed to Cognito, whose threat protection rates it. */
  readonly passesCallerAddress: boolean;
}

/** The members of a request that identify the app client, for a call about this user from this caller. */
export type AppClient = ((username: string, caller: { readonly sourceIp: string | null }) => ClientIdentity) & {
  /** For calls about a token instead of a user, which take the secret itself (`API_RevokeToken`). */
  readonly forToken: { readonly ClientId: string; readonly ClientSecret?: string };
};

interface ClientIdentity {
  readonly ClientId: string;
  /** Only if the app client has a secret. */
  readonly SecretHash?: string;
  /** Only if the app client accepts it and the caller's address is known. */
  readonly UserContextData?: { readonly IpAddress: string };
}

export function createAppClient({ clientId, clientSecret, passesCallerAddress }: AppClientConfig): AppClient {
  const identify: (...args: Parameters<AppClient>) => ClientIdentity = (username, { sourceIp }) => ({
    ClientId: clientId,
    ...(clientSecret !== null && { SecretHash: hash(clientSecret, username + clientId) }),
    ...(passesCallerAddress && sourceIp !== null && { UserContextData: { IpAddress: sourceIp } }),
  });
  const forToken = clientSecret === null ? { ClientId: clientId } : { ClientId: clientId, ClientSecret: clientSecret };
  return Object.assign(identify, { forToken });
}

/** @see https://docs.aws.amazon.com/cognito/latest/developerguide/signing-up-users-in-your-app.html#cognito-user-pools-computing-secret-hash */
function hash(clientSecret: string, message: string): string {
  return createHmac('sha256', clientSecret).update(message).digest('base64');
}
