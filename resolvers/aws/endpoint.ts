/** Where to call AWS. */
export interface AwsConfig {
  readonly region: string;
  /** Null for the Region's own endpoint. */
  readonly endpoint: string | null;
}

/** The URL of a service: the configured endpoint, otherwise the Region's own. */
export function endpointOf(service: string, { region, endpoint }: AwsConfig): URL {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return new URL(`${endpoint ?? `https://${service}.${region}.${domain}`}/`.replace(/\/+$/, '/'));
}
