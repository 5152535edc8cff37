import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringPageUpToDate } from '../../../examples/web/build.ts';

const dist = fileURLToPath(new URL('../../../examples/web/dist/', import.meta.url));

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * As strict as the developer pages: nothing inline, nothing from elsewhere. The API may be on any port, or deployed.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' http://localhost:* https:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Site {
  /** The URL of the page, which is in a folder. */
  readonly url: string;
  /** Changes the content of `outputs.json`. */
  configure(outputs: unknown): void;
  close(): void;
}

/** Serves the built page as any file server would, under a path of its own, with an `outputs.json` beside it. */
export async function serveSite(outputs: unknown): Promise<Site> {
  await bringPageUpToDate();
  let settings = outputs;
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '')).replace(/^\/app\//, '');
    response.setHeader('content-security-policy', policy);
    if (path === 'outputs.json' && settings !== null) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(settings));
      return;
    }
    const file = join(dist, path === '' ? 'index.html' : path);
    if (!file.startsWith(dist) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    url: `http://localhost:${portOf(server)}/app/`,
    configure: (next) => {
      settings = next;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port.');
  return address.port;
}
