import type { Certificate } from './http.ts';
import type { HttpResponse } from './http-message.ts';
import { createPeers } from './peers.ts';
import { openPort, type Port } from './ports.ts';

export interface EndpointsOptions {
  readonly port: number;
  readonly cognitoPort: number;
  readonly log: (line: string) => void;
  readonly bodyLimitBytes: number;
  /** The answer to a body above the limit. */
  readonly tooLarge: HttpResponse;
  /** The answer while the server closes. */
  readonly unavailable: HttpResponse;
}

export interface Endpoints {
  readonly main: Port;
  readonly cognito: Port;
  /** Opens one more port, for the pool's domain by TLS. */
  openDomain(port: number, tls: Certificate): Port;
  /** The URLs of both ports. Rejects with `PortError`. */
  readonly urls: Promise<Urls>;
  /** Waits a moment for running requests. */
  close(): Promise<void>;
}

export interface Urls {
  readonly graphqlUrl: string;
  readonly cognitoEndpoint: string;
}

/** Opens both ports. Early callers wait until there is a handler. */
export function openEndpoints({ port, cognitoPort, log, ...limits }: EndpointsOptions): Endpoints {
  const failed = (error: unknown): void => log(`A request failed: ${faultOf(error)}`);
  const { admits } = createPeers({ uid: process.geteuid?.() });
  const common = { ...limits, failed, admits };
  const main = openPort({ ...common, port, variable: 'PORT' });
  const cognito = openPort({ ...common, takesUploads: true, port: cognitoPort, variable: 'COGNITO_PORT' });
  let domain: Port | undefined;
  return {
    main,
    cognito,
    openDomain: (domainPort, tls) => {
      domain = openPort({ ...common, port: domainPort, tls, variable: 'DOMAIN_TLS_PORT' });
      return domain;
    },
    urls: Promise.all([main.port, cognito.port]).then(([mainPort, otherPort]) => ({
      graphqlUrl: `http://localhost:${mainPort}/graphql`,
      cognitoEndpoint: `http://localhost:${otherPort}`,
    })),
    close: async () => {
      // In this order, since functions of running requests on the main port call the other one.
      await domain?.close();
      await main.close();
      await cognito.close();
    },
  };
}

/** The place of the fault, without the message, which may contain what a caller sent. */
function faultOf(error: unknown): string {
  return error instanceof Error ? [error.name, ...framesOf(error)].join(' ') : typeof error;
}

function framesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .map((line) => line.trim());
}
