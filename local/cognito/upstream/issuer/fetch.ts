import type { CustomFetch } from 'openid-client';
import type { Services } from '../../services.ts';
import { IssuerError } from './issuer-error.ts';
import { requireReach } from './reach.ts';

const timeoutMs = 5_000;
const answerLimitBytes = 1_048_576;

/**
 * `fetch` for what a provider's metadata name: no request without TLS leaves this machine, none reaches a network that
 * the issuer is not in, no answer is waited for longer than five seconds or read beyond a megabyte, and no redirect is
 * followed.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.issuer
 */
export function issuerFetch(
  { after }: Pick<Services, 'after'>,
  issuer: URL,
  methodOf: (url: string) => string | undefined,
): CustomFetch {
  return async (url, options) => {
    requireReach(issuer, url);
    const controller = new AbortController();
    const cancel = after(timeoutMs, () => controller.abort(new DOMException('The issuer took too long.', 'TimeoutError')));
    try {
      const { signal } = controller;
      const method = methodOf(url) ?? options.method;
      const response = await fetch(url, { ...options, body: options.body ?? null, method, signal, redirect: 'manual' });
      const body = await read(response, controller);
      const { status, headers } = response;
      return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
    } finally {
      cancel();
    }
  };
}

/** The limit is one of what comes after decompression. */
async function read({ body }: Response, controller: AbortController): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > answerLimitBytes) {
        const tooMuch = new IssuerError('It sent more than a megabyte.');
        // Otherwise leaving the loop would wait for the rest.
        controller.abort(tooMuch);
        throw tooMuch;
      }
      chunks.push(chunk);
    }
  } catch (error) {
    // What `fetch` throws for an answer that ends too early, or that cannot be decompressed.
    if (error instanceof TypeError) throw new IssuerError('Its answer broke off.');
    throw error;
  }
  return Buffer.concat(chunks);
}
