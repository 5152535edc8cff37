import type * as sdk from '@aws-sdk/client-cognito-identity-provider';
import { type AwsConfig, endpointOf } from './endpoint.ts';
import { jsonProtocol } from './json-protocol.ts';
import { createPost } from './post.ts';
import { type CognitoOperation, isRepeatable } from './repetition.ts';
import { type Client, type ClientOptions, type CommandsOf, createClient } from './send.ts';

export interface CognitoOptions extends Pick<ClientOptions, 'now' | 'pause'> {
  /**
   * Signs the operations that require IAM rights. Operations for end users are sent unsigned (`API_InitiateAuth`), so a
   * function that has no rights leaves it out.
   * @see docs/aws-behaviour/cognito-protocol.md#cognito.wire.unsigned
   */
  readonly sign?: NonNullable<ClientOptions['sign']>;
  /** Default: `createPost`, which connects at once. */
  readonly post?: ClientOptions['post'];
}

/** The user pool service, with the operations that are used. Any other does not compile. */
export type Cognito = Client<CommandsOf<typeof sdk, CognitoOperation>>;

export function createCognito(aws: AwsConfig, { sign, post, ...clock }: CognitoOptions = {}): Cognito {
  const endpoint = endpointOf('cognito-idp', aws);
  return createClient({
    protocol: jsonProtocol('1.1', 'AWSCognitoIdentityProviderService'),
    endpoint,
    post: post ?? createPost(endpoint, { connectsAtOnce: true }),
    isRepeatable,
    sign: sign && (async (request, operation) => (isSigned(operation) ? sign(request, operation) : request)),
    ...clock,
  });
}

const signed: ReadonlySet<string> = new Set([
  'ListUsers',
  'ListUsersInGroup',
  'ListGroups',
  'CreateGroup',
  'UpdateGroup',
  'DeleteGroup',
]);

function isSigned(operation: string): boolean {
  return operation.startsWith('Admin') || signed.has(operation);
}
