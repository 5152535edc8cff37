import { createHmac } from 'node:crypto';
import {
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider';
import { sdkSettings } from './aws.ts';
import type { AppClientConfig, AwsConfig } from './config.ts';
import type { Request } from './operation.ts';

type Config = CognitoIdentityProviderClientConfig;

export interface CognitoOptions {
  /** Default: none. An end user's operations are sent unsigned (`API_InitiateAuth`), so a function without rights needs none. */
  readonly credentials?: NonNullable<Config['credentials']>;
  /** Default: `node:https` with keep-alive. */
  readonly requestHandler?: NonNullable<Config['requestHandler']>;
}

/**
 * The bare client: a bundle then holds only the commands that its operations send (the aggregated client costs 53 kB more). Node's
 * `https` and not `fetch`, which would load undici.
 */
export function createCognito(aws: AwsConfig, options: CognitoOptions = {}): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ ...sdkSettings(aws), credentials: noCredentials, ...options });
}

/** How the app client names itself to Cognito, for the user that a call is about and for who calls. */
export type AppClient = ((username: string, caller: Pick<Request, 'sourceIp'>) => ClientIdentity) & {
  /** For the calls that are about a token, not a user: they want the secret itself (`API_RevokeToken`). */
  readonly forToken: { readonly ClientId: string; readonly ClientSecret?: string };
};

interface ClientIdentity {
  readonly ClientId: string;
  /** Only where the app client has a secret. */
  readonly SecretHash?: string;
  /** Only where the app client takes it, and the caller has an address. */
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

async function noCredentials(): Promise<never> {
  throw new Error('This function signs nothing.');
}
