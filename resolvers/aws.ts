import type { AwsConfig } from './config.ts';
import { retryStrategy } from './retry.ts';

/**
 * The settings of every SDK client, all of them given: what is left out, the SDK looks for in the environment and in
 * `~/.aws/config`, on each cold start.
 *
 * Time-outs nest: two attempts of 10 s, and 2 s to connect, end within 25 s; that is the least that a function must have, and
 * below AppSync's 30 s.
 */
export const sdkSettings = ({ region, endpoint }: AwsConfig) => ({
  region,
  ...(endpoint !== null && { endpoint }),
  // AWS_ENDPOINT_URL and the profile's endpoints would otherwise count too.
  ignoreConfiguredEndpointUrls: true,
  useDualstackEndpoint: false,
  useFipsEndpoint: false,
  defaultsMode: 'standard' as const,
  authSchemePreference: [],
  userAgentAppId: async () => undefined,
  retryStrategy,
  maxAttempts: 2,
  requestHandler: {
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    // Without it the time-out is only a warning.
    throwOnRequestTimeout: true,
    httpsAgent: { keepAlive: true },
    httpAgent: { keepAlive: true },
  },
});

/**
 * The credentials that Lambda puts into the environment.
 * @throws Error that names the variable that is missing.
 */
export function environmentCredentials(env: Readonly<Record<string, string | undefined>>) {
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = env['AWS_SESSION_TOKEN'];
  if (!accessKeyId) throw new Error('The environment variable AWS_ACCESS_KEY_ID is missing.');
  if (!secretAccessKey) throw new Error('The environment variable AWS_SECRET_ACCESS_KEY is missing.');
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}
