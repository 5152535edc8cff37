import type { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type AwsConfig, endpointOf } from './endpoint.ts';
import { restJsonProtocol } from './json-protocol.ts';
import { createPost } from './post.ts';
import { type Client, type ClientOptions, createClient } from './send.ts';
import { createSign } from './sign.ts';

/**
 * Only sends mail, since other operations have other paths. @param env Lambda's own environment, for the credentials.
 */
export function createSes(
  aws: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
  options: Partial<Pick<ClientOptions, 'post'>> = {},
): Client<SendEmailCommand> {
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
