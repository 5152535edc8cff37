import type { HttpHandler } from '../http/http-message.ts';

/** Where the functions have a captcha verified, below the endpoint of the local services. */
export const captchaPath = '/captcha/siteverify';

/** The secret key of the captcha on a laptop, unless the developer names another. */
export const localCaptchaKey = 'laptop-secret';

/**
 * Stands in for the provider of a captcha. It accepts tokens that begin with `laptop-`, which the page makes up there,
 * each of them once. It answers as Turnstile, hCaptcha and reCAPTCHA do.
 * @see https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 */
export function createCaptchaVerifier(): HttpHandler {
  const used = new Set<string>();
  return async ({ body }) => {
    const form = new URLSearchParams(body);
    const token = form.get('response') ?? '';
    const code = refusalOf(form.get('secret'), token, used);
    if (code === null) used.add(token);
    return {
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: JSON.stringify({ success: code === null, 'error-codes': code === null ? [] : [code] }),
    };
  };
}

function refusalOf(secret: string | null, token: string, used: ReadonlySet<string>): string | null {
  if (secret !== localCaptchaKey) return 'invalid-input-secret';
  if (!/^laptop-[\w-]{1,100}$/.test(token)) return 'invalid-input-response';
  return used.has(token) ? 'timeout-or-duplicate' : null;
}
