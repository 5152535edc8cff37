import { createHmac } from 'node:crypto';
import { errorTypeRegistries } from '@aws-sdk/client-cognito-identity-provider';
import { AwsJson1_1Protocol } from '@aws-sdk/core/protocols';
import type { AppClientConfig, AwsConfig } from '../config.ts';
import type { Request } from '../operation.ts';
import { endpointOf } from './endpoint.ts';
import { createPost } from './post.ts';
import { isRepeatable, type ListedCommand } from './repetition.ts';
import { type Client, type ClientOptions, createClient } from './send.ts';

export interface CognitoOptions extends Pick<ClientOptions, 'now' | 'pause'> {
  /**
   * Signs what needs IAM rights. An end user's operations are sent unsigned (`API_InitiateAuth`), so a function without rights has none.
   * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.unsigned
   */
  readonly sign?: NonNullable<ClientOptions['sign']>;
  /** Default: `createPost`. */
  readonly post?: ClientOptions['post'];
}

/** The user pool service, by the SDK's commands; another implementation begins at the wire. */
export type Cognito = Client<ListedCommand>;

export function createCognito(aws: AwsConfig, { sign, post, ...clock }: CognitoOptions = {}): Cognito {
  const endpoint = endpointOf('cognito-idp', aws);
  return createClient({
    protocol: new AwsJson1_1Protocol({
      defaultNamespace: 'com.amazonaws.cognitoidentityprovider',
      serviceTarget: 'AWSCognitoIdentityProviderService',
      errorTypeRegistries,
    }),
    endpoint,
    post: post ?? createPost(endpoint),
    isRepeatable,
    sign: sign && (async (request, operation) => (operation.startsWith('Admin') ? sign(request, operation) : request)),
    ...clock,
  });
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
