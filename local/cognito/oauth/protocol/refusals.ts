import type { HttpResponse } from '../../../http/http-message.ts';

/** A request that must not be answered at a redirect URI, because its client or redirect URI cannot be trusted. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly status = 400;
  /** Cognito's `error` in the URL of its error page. */
  readonly error: string;
  readonly clientId: string | undefined;

  /** `message` is fit to show to users. */
  constructor(error: string, message: string, clientId?: string) {
    super(message);
    this.error = error;
    this.clientId = clientId;
  }
}

/** Where an answer goes, and what it repeats. */
export interface Destination {
  readonly redirectUri: string;
  readonly state: string | undefined;
}

/** A request that is refused at its redirect URI (RFC 6749 §4.1.2.1). */
export class RedirectError extends Error {
  override readonly name = 'RedirectError';
  readonly error: string;
  readonly destination: Destination;

  constructor(destination: Destination, error: string, description: string) {
    super(description);
    this.error = error;
    this.destination = destination;
  }
}

export type TokenErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_token_type';

/**
 * A refusal of an endpoint for programs (RFC 6749 §5.2). Cognito answers all of them with status 400, and most without
 * a description.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.token-errors
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  readonly error: TokenErrorCode;
  readonly description: string | undefined;

  constructor(error: TokenErrorCode, description?: string) {
    super(description ?? error);
    this.error = error;
    this.description = description;
  }
}

/**
 * Redirects to the application with an error. The description is not escaped by the caller.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.authorize-errors
 */
export function redirectWithError(destination: Destination, error: string, description: string): HttpResponse {
  return redirect(destination, { error_description: description, error });
}

/** Redirects to the application, with its `state`. Everything is encoded, so that it cannot end the header. */
export function redirect({ redirectUri, state }: Destination, parameters: Readonly<Record<string, string>>): HttpResponse {
  const query = new URLSearchParams({ ...parameters, ...(state !== undefined && { state }) });
  // Not by `URL`, which would change the spelling of the redirect URI.
  return redirectTo(`${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`);
}

export function redirectTo(location: string, headers: Readonly<Record<string, string>> = {}): HttpResponse {
  // The URL may hold a code, which is not for the pages that the application links to.
  return {
    status: 302,
    headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', ...headers },
    body: '',
  };
}

/** The answer to a PageError or RedirectError. Throws any other error. */
export function refusalInBrowser(error: unknown): HttpResponse {
  if (error instanceof RedirectError) return redirectWithError(error.destination, error.error, error.message);
  if (!(error instanceof PageError)) throw error;
  const query = new URLSearchParams({ error: error.error, ...(error.clientId !== undefined && { client_id: error.clientId }) });
  return redirectTo(`/error?${query}`);
}
