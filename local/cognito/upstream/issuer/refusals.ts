import type { IdentityProvider } from '../../store/federation/identity-provider-store.ts';
import type { Refusal } from '../pending/refusal.ts';
import { IssuerError } from './issuer-error.ts';

/** Errors that a provider's authorization endpoint may answer, and that mean something to the application. */
const passedOn = new Set([
  'access_denied',
  'login_required',
  'interaction_required',
  'account_selection_required',
  'consent_required',
  'temporarily_unavailable',
  'server_error',
]);

/** What openid-client reports of an issuer that works, but whose answer does not prove who somebody is. */
const unproven = new Set([
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_UNSUPPORTED_OPERATION',
]);

/**
 * Why an issuer signs nobody in. Throws errors that are none of an issuer. No text of it has a code, a token or a secret.
 * @see docs/aws-behaviour/cognito-federation.md#cognito.federation.provider-errors
 */
export function refusalOf(error: unknown, { name }: Pick<IdentityProvider, 'name'>, step: 'begin' | 'answer'): Refusal {
  const misconfigured = (reason: string): Refusal => ({
    error: 'server_error',
    description: `${name} is not reachable or not set up: ${reason}`,
  });
  // The library wraps what its `fetch` throws.
  const own = error instanceof Error && error.cause instanceof IssuerError ? error.cause : error;
  if (own instanceof IssuerError) return misconfigured(own.message);
  // `fetch` throws it for an issuer that cannot be reached.
  if (error instanceof TypeError && error.message === 'fetch failed') return misconfigured(codeOf(error.cause) ?? error.message);
  const failure = failureOf(error);
  if (!failure) throw error;
  const { code, message } = failure;
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') {
    const given = failure.error ?? '';
    const description = shortened(failure.description ?? (given === 'access_denied' ? `${name} refused the sign-in.` : given));
    return { error: passedOn.has(given) ? given : 'invalid_request', description };
  }
  if (failure.error !== undefined) {
    const description = shortened(`${name} Error - ${failure.status} ${failure.error} ${failure.description ?? ''}`.trim());
    return { error: failure.error === 'invalid_grant' ? 'invalid_request' : 'server_error', description };
  }
  if (step === 'begin' || !unproven.has(code)) return misconfigured(message);
  return { error: 'invalid_request', description: `The answer of ${name} is not valid: ${message}` };
}

interface Failure {
  readonly code: string;
  readonly message: string;
  /** RFC 6749 §5.2, from the token endpoint. */
  readonly error?: string;
  readonly description?: string;
  readonly status?: number;
}

/** The errors of openid-client, which all have a code. Its classes are loaded with it, so they are not asked for here. */
function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  if (code === undefined && error.name !== 'ClientError') return undefined;
  const { error: given, error_description: description, status } = error as { [name: string]: unknown } & Error;
  return {
    code: code ?? 'OAUTH_INVALID_RESPONSE',
    // The cause says which claim it is.
    message: error.cause instanceof Error ? error.cause.message : error.message,
    ...(typeof given === 'string' && { error: given }),
    ...(typeof description === 'string' && { description }),
    ...(typeof status === 'number' && { status }),
  };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A provider may send any text, and it must fit into a header. */
const shortened = (text: string): string => text.slice(0, 500);
