import type { Post } from '../aws/post.ts';
import type { Request } from '../call/request.ts';
import { AuthError, invalidInput } from '../errors/auth-error.ts';
import type { InputMaybe } from '../generated/schema.ts';
import { isGiven } from '../input/input.ts';
import { isObject } from '../input/reader.ts';
import type { SecretKey } from '../secrets/secret-key.ts';

/**
 * Lets the provider verify a solved captcha. If the provider does not answer, the call is refused: a captcha that
 * accepts everybody during an outage would not protect anything.
 * @throws AuthError `CAPTCHA_REQUIRED` without a token and for one that is not accepted, `INVALID_INPUT`,
 *   `UNAVAILABLE`,
 *   `INTERNAL`.
 */
export type CheckCaptcha = (token: InputMaybe<string> | undefined, request: Pick<Request, 'sourceIp'>) => Promise<void>;

export interface CaptchaOptions {
  readonly secretKey: SecretKey;
  /** Posts to the verifier. */
  readonly post: Post;
  readonly host: string;
}

const TIMEOUT_MS = 5_000;
/** Tokens of Turnstile have up to 2048 characters; those of the others have less than twice as many. */
const MAX_TOKEN = 4_096;

/**
 * The protocol that Turnstile, hCaptcha and reCAPTCHA share: the request is a form, the answer
 * `{"success": …, "error-codes": […]}`.
 * @see https://developers.cloudflare.com/turnstile/get-started/server-side-validation/
 * @see https://docs.hcaptcha.com/#verify-the-user-response-server-side
 * @see https://developers.google.com/recaptcha/docs/verify
 */
export function createCaptcha({ secretKey, post, host }: CaptchaOptions): CheckCaptcha {
  return async (token, { sourceIp }) => {
    if (!isGiven(token) || token === '') throw required();
    if (token.length > MAX_TOKEN)
      throw invalidInput('captchaToken', `\`captchaToken\` must hold at most ${MAX_TOKEN} characters.`);
    const secret = await secretKey.read();
    // A mistake of the deployment; the log says which.
    if (secret === null)
      throw new AuthError('INTERNAL', 'Something went wrong.', { cause: new Error('The captcha has no secret key.') });
    const form = new URLSearchParams({ secret, response: token, ...(sourceIp !== null && { remoteip: sourceIp }) });
    const headers = { host, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' };
    const answer = await post(headers, form.toString(), TIMEOUT_MS).catch((cause: unknown) => {
      throw unavailable(cause);
    });
    if (answer.statusCode !== 200) throw unavailable(new Error(`The verifier answered with status ${answer.statusCode}.`));
    const verdict = parsed(answer.body);
    if (verdict['success'] === true) return;
    if (isOurFault(verdict['error-codes'])) {
      secretKey.forget();
      throw new AuthError('INTERNAL', 'Something went wrong.', { cause: new Error('The verifier refused the secret key.') });
    }
    throw required();
  };
}

function required(): AuthError {
  return new AuthError('CAPTCHA_REQUIRED', 'Solve the captcha, then try again.', { field: 'captchaToken' });
}

function unavailable(cause: unknown): AuthError {
  const message = 'The captcha could not be verified in time. Try again.';
  return new AuthError('UNAVAILABLE', message, { retryable: true, cause });
}

function parsed(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(body));
    if (isObject(value) && typeof value['success'] === 'boolean') return value;
  } catch {
    // Reported below.
  }
  throw unavailable(new Error('The verifier answered with something else than a verdict.'));
}

function isOurFault(codes: unknown): boolean {
  return Array.isArray(codes) && codes.some((code) => code === 'invalid-input-secret' || code === 'missing-input-secret');
}
