import { Sha256 } from '@smithy/core/checksum';
import { SignatureV4 } from '@smithy/signature-v4';
import type { AwsConfig } from './endpoint.ts';
import type { Request } from './send.ts';

/** Signs requests to a service as the function's role. @param env Lambda's own environment, for the credentials. */
export function createSign(
  service: string,
  { region }: AwsConfig,
  env: Readonly<Record<string, string | undefined>>,
): (request: Request) => Promise<Pick<Request, 'headers'>> {
  const signer = new SignatureV4({ service, region, credentials: environmentCredentials(env), sha256: Sha256 });
  return (request) => signer.sign(request);
}

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
