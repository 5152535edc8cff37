import type { AwsConfig } from '../config.ts';

/** Where a service is called: at the endpoint that is given, else at the Region's own. */
export function endpointOf(service: string, { region, endpoint }: AwsConfig): URL {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`${endpoint ?? `https://${service}.${region}.${domain}`}/`.replace(/\/+$/, '/'));
}
