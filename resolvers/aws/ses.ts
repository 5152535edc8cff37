import type * as sdk from '@aws-sdk/client-sesv2';
import { type AwsConfig, endpointOf } from './endpoint.ts';
import { restJsonProtocol } from './json-protocol.ts';
import { createPost } from './post.ts';
import { type Client, type ClientOptions, type CommandsOf, createClient } from './send.ts';
import { createSign } from './sign.ts';

/** The mail service, with the one operation that is used. */
export type Ses = Client<CommandsOf<typeof sdk, 'SendEmail'>>;

/**
 * Only sends mail, since other operations have other paths. @param env Lambda's own environment, for the credentials.
 */
export function createSes(
  aws: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Partial<Pick<ClientOptions, 'post'>> = {},
): Ses {
  const endpoint = new URL('v2/email/outbound-emails', endpointOf('email', aws));
  return createClient({
    protocol: restJsonProtocol,
    endpoint,
    post: createPost(endpoint),
    // A repeated call would send the mail twice.
    isRepeatable: () => false,
    sign: createSign('ses', aws, env),
    ...options,
  });
}
