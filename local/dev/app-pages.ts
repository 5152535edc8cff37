import type { Outputs } from '../data/outputs.ts';
import { onlySameSite } from '../http/guard.ts';
import { type HttpHandler, type HttpResponse, pathOf } from '../http/http-message.ts';
import { noSuchPage, respond, respondJson } from './respond.ts';
import { readStaticFile } from './static-files.ts';

export interface AppPagesOptions {
  readonly outputs: () => Outputs;
  /** The folder of the page; undefined if there is none. */
  readonly appDir: string | undefined;
}

/** Whether a path is for `createAppPages`. */
export function isForApp(path: string): boolean {
  return path === '/app' || path.startsWith('/app/');
}

/**
 * `/app/`: a page that uses the API, served from a folder, and `/app/outputs.json`, which says where the API is. The
 * caller must admit only loopback; other sites are refused here.
 */
export function createAppPages({ outputs, appDir }: AppPagesOptions): HttpHandler {
  return onlySameSite(async (request) => {
    const path = pathOf(request);
    if (path === '/app') return { status: 308, headers: { location: '/app/', 'cache-control': 'no-store' }, body: '' };
    const name = path.slice('/app/'.length);
    if (name === 'outputs.json') return respondJson(outputs());
    const file = appDir === undefined ? undefined : readStaticFile(appDir, name || 'index.html');
    if (file === undefined) return name === '' || name === 'index.html' ? notBuilt : noSuchPage;
    return respond(file.type, file.content, {
      'cache-control': isHashed(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': policy,
    });
  });
}

/**
 * Only scripts and styles from the folder. The page may call the API wherever outputs.json says: here, on another port
 * of this machine, or deployed.
 */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; " +
  "connect-src 'self' http://localhost:* http://127.0.0.1:* https:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** `assets/index-B3x_9aQz.js`: a build names such a file after its content. */
function isHashed(name: string): boolean {
  return /^assets\/(?:.*\/)?[^/]+[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(name);
}

/** The runtime does not wait for the page to be built; the browser asks again until it exists. */
const notBuilt: HttpResponse = respond(
  'text/html',
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1">
<title>The page is not built yet</title>
<h1>The page is not built yet</h1>
<p><code>npm start</code> is building it, or says why it cannot. <code>node examples/web/build.ts</code> builds it too.</p>
</html>
`,
  {},
  404,
);
