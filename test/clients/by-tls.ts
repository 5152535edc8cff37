import { keepCertificate } from '../../local/data/certificate.ts';
import { listen } from '../../local/http/http.ts';
import type { TestPool } from '../support/cognito/pool.ts';

/** The domain by TLS, on a free port of this machine. */
export interface TlsDomain {
  /** `localhost:<port>`, as Cognito's libraries take a domain. */
  readonly domain: string;
  /** In PEM. */
  readonly certificate: string;
  close(): Promise<void>;
}

export async function listenByTls({ pools }: TestPool): Promise<TlsDomain> {
  const tls = await keepCertificate(':memory:', Date.now());
  const limits = { bodyLimitBytes: 1_000_000, tooLarge: { status: 413, headers: {}, body: '' } };
  const listener = await listen((request) => pools.domainByTls(`https://${request.headers['host']}`)(request), {
    port: 0,
    tls,
    ...limits,
  });
  return { domain: `localhost:${listener.port}`, certificate: tls.cert, close: listener.close };
}
