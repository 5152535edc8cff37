import type { AppClientConfig } from '../aws/app-client.ts';
import { NoAnswer } from '../aws/no-answer.ts';
import { type Answer, createPost, type Post } from '../aws/post.ts';
import { AuthError, invalidInput } from '../errors/auth-error.ts';
import { codeExpired, tooManyRequests } from '../errors/outcomes.ts';
import type { Tokens } from '../generated/schema.ts';
import { isObject } from '../input/reader.ts';

/** The domain of the user pool, where its OAuth endpoints are. */
export interface PoolDomain {
  /** Without a slash at the end. */
  readonly url: string;
  readonly clientId: string;
  /** @throws AuthError `CODE_EXPIRED`, `INVALID_INPUT`, `TOO_MANY_REQUESTS`, `UNAVAILABLE`. */
  exchange(code: Readonly<Record<'code' | 'code_verifier' | 'redirect_uri', string>>): Promise<Tokens>;
}

/** For everything; the function has 27 s. */
const TIMEOUT_MS = 10_000;

/** @param post Default: posts to the token endpoint. */
export function createPoolDomain(
  url: string,
  { clientId, clientSecret }: AppClientConfig,
  post: Post = createPost(new URL(`${url}/oauth2/token`)),
): PoolDomain {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
    // Cognito's ids and secrets contain nothing that RFC 6749 §2.3.1 would have encoded.
    ...(clientSecret !== null && { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` }),
  };
  return {
    url,
    clientId,
    exchange: async (code) => {
      const body = new URLSearchParams({ grant_type: 'authorization_code', client_id: clientId, ...code }).toString();
      return readTokens(await post(headers, body, TIMEOUT_MS).catch(noAnswer));
    },
  };
}

/**
 * The answer of the token endpoint. A refusal contains the code of no other request, and nothing of it is shown.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.token-endpoint
 */
function readTokens({ statusCode, body }: Answer): Tokens {
  const { error, ...answer } = parse(body);
  if (statusCode >= 500) throw usedUp();
  if (statusCode === 429)
    throw new AuthError(tooManyRequests.code, 'Too many calls at once. Try again shortly.', { retryable: true });
  if (error === 'invalid_grant' || error === 'invalid_request') {
    throw new AuthError(codeExpired.code, 'This code is no longer valid here. Start the sign-in again.', { field: 'code' });
  }
  if (error === 'unauthorized_client') {
    throw invalidInput('redirectUri', '`redirectUri` must be the `redirect_uri` of the request that the code is of.');
  }
  if (statusCode !== 200) throw new Error(`The token endpoint answered ${statusCode}.`);
  const { access_token: accessToken, id_token: idToken, refresh_token: refreshToken, expires_in: expiresIn } = answer;
  if (typeof accessToken !== 'string' || typeof expiresIn !== 'number') throw new Error('Cognito answered without tokens.');
  if (typeof idToken !== 'string')
    throw invalidInput('code', 'The request that this code is of must ask for the scope `openid`.');
  return {
    accessToken,
    idToken,
    refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
    expiresIn,
    tokenType: 'Bearer',
    newDevice: null,
  };
}

/** Without a cause, since the message of a parser quotes part of its input, which may be a token. */
function parse(body: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const answer: unknown = JSON.parse(new TextDecoder().decode(body));
    return isObject(answer) ? answer : {};
  } catch {
    return {};
  }
}

function noAnswer(error: unknown): never {
  if (!(error instanceof NoAnswer)) throw error;
  if (error.sent) throw usedUp(error);
  throw new AuthError('UNAVAILABLE', 'Cognito is not available just now. Try again.', { retryable: true, cause: error });
}

/** The code is good for one request, and nobody knows whether that was it. */
function usedUp(cause?: unknown): AuthError {
  return new AuthError('UNAVAILABLE', 'Cognito gave no clear answer, and the code may be used up. Start the sign-in again.', {
    cause,
  });
}
