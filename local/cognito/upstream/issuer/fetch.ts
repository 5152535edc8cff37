import type { CustomFetch } from 'openid-client';
import type { Services } from '../../services.ts';

/** An issuer that cannot be asked. The message is fit for the developer of an application. */
export class IssuerError extends Error {
  override readonly name = 'IssuerError';
}

const timeoutMs = 5_000;
const answerLimitBytes = 1_048_576;

/**
 * `fetch` for what a provider's metadata name: no request without TLS leaves this machine, no answer is waited for longer
 * than five seconds or read beyond a megabyte, and no redirect is followed.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.issuer
 */
export function issuerFetch({ after }: Pick<Services, 'after'>, methodOf: (url: string) => string | undefined): CustomFetch {
  return async (url, options) => {
    requireTls(url);
    const controller = new AbortController();
    const cancel = after(timeoutMs, () => controller.abort(new DOMException('The issuer took too long.', 'TimeoutError')));
    try {
      const { signal } = controller;
      const method = methodOf(url) ?? options.method;
      const response = await fetch(url, { ...options, body: options.body ?? null, method, signal, redirect: 'manual' });
      const body = await read(response);
      const { status, headers } = response;
      return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
    } finally {
      cancel();
    }
  };
}

/** Throws for http, except to this machine, and for all other schemes. */
export function requireTls(text: string): void {
  const url = URL.parse(text);
  if (url?.protocol === 'https:') return;
  if (url?.protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return;
  throw new IssuerError('It names an endpoint without https.');
}

async function read({ body }: Response): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > answerLimitBytes) throw new IssuerError('It sent more than a megabyte.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
