import type { Services } from '../services.ts';
import { scopesOfUsers } from '../settings/client.ts';
import type { UserPool, UserPoolClient } from '../store/pool-store.ts';
import { hasTwice } from './protocol/form.ts';
import { oauthClient } from './protocol/oauth-client.ts';
import { PageError, RedirectError } from './protocol/refusals.ts';

/** A valid request to sign a user in for an application. */
export interface AuthorizationRequest {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** One of the client's, in its spelling. */
  readonly redirectUri: string;
  /** Those that will be granted, all of them the client's. */
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  /** For S256 (RFC 7636); undefined for a request without PKCE. */
  readonly codeChallenge: string | undefined;
  /** A provider of the client that `identity_provider` or `idp_identifier` names, or `COGNITO`. */
  readonly identityProvider: string | undefined;
  readonly loginHint: string | undefined;
  readonly prompt: readonly Prompt[];
  readonly lang: string | undefined;
  /** The audience for the access token (RFC 8707). */
  readonly resource: string | undefined;
  /** The original parameters, which pages pass on and have checked again in each step. */
  readonly query: string;
}

const prompts = ['none', 'login', 'select_account', 'consent'] as const;
type Prompt = (typeof prompts)[number];

/**
 * Checks the parameters of `/oauth2/authorize` and `/login`. Throws PageError while the client and the redirect URI are
 * not certain, and RedirectError for anything after that.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.authorize-errors
 */
export function readAuthorizationRequest(services: Services, params: URLSearchParams): AuthorizationRequest {
  const { client, pool } = oauthClient(services, params);
  const redirectUri = registeredRedirectUri(client, params);
  const state = params.get('state') ?? undefined;
  const refusal = (error: string, description: string) => new RedirectError({ redirectUri, state }, error, description);
  if (hasTwice(params)) throw refusal('invalid_request', 'A parameter is given more than once.');
  const given = (name: string) => params.get(name) || undefined;
  checkResponseType(client, given('response_type'), refusal);
  return {
    pool,
    client,
    redirectUri,
    state,
    scopes: readScopes(client, given('scope'), refusal),
    nonce: given('nonce'),
    codeChallenge: readChallenge(given('code_challenge'), given('code_challenge_method'), refusal),
    identityProvider: readProvider(services, client, given, refusal),
    loginHint: given('login_hint'),
    prompt: readPrompt(given('prompt'), refusal),
    lang: given('lang'),
    resource: readResource(given('resource'), refusal),
    query: params.toString(),
  };
}

type Refusal = (error: string, description: string) => RedirectError;

/**
 * Compared as texts (RFC 9700 §2.1), so that no other spelling, host or path passes.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.redirect-uris
 */
function registeredRedirectUri({ id, settings }: UserPoolClient, params: URLSearchParams): string {
  const [redirectUri, ...others] = params.getAll('redirect_uri');
  if (!redirectUri) throw new PageError('Required parameters missing', 'The link of the application lacks its redirect URI.', id);
  if (others.length > 0 || !settings.CallbackURLs?.includes(redirectUri)) {
    throw new PageError('redirect_mismatch', 'The application is not registered with this redirect URI.', id);
  }
  return redirectUri;
}

function checkResponseType({ settings }: UserPoolClient, type: string | undefined, refusal: Refusal): void {
  const { AllowedOAuthFlows = [] } = settings;
  const flow = type === 'code' ? 'code' : 'implicit';
  if (type !== 'code' && type !== 'token') throw refusal('invalid_request', 'response_type must be code.');
  if (!AllowedOAuthFlows.includes(flow)) throw refusal('unauthorized_client', `The app client has no ${flow} flow.`);
  if (flow === 'implicit') {
    throw refusal('unsupported_response_type', 'The embedded user pool has no implicit flow. Use the code flow with PKCE.');
  }
}

/**
 * Without the parameter, all scopes of the client.
 * @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.scopes
 */
function readScopes({ settings }: UserPoolClient, given: string | undefined, refusal: Refusal): readonly string[] {
  const { AllowedOAuthScopes = [] } = settings;
  const asked = given?.split(' ').filter(Boolean) ?? [];
  const scopes = asked.length > 0 ? [...new Set(asked)] : AllowedOAuthScopes;
  if (!scopes.every((scope) => AllowedOAuthScopes.includes(scope))) {
    throw refusal('invalid_scope', 'A scope is unknown, or not allowed for the app client.');
  }
  if (asked.length > 0 && !asked.includes('openid') && asked.some((scope) => ofOpenId.includes(scope))) {
    throw refusal('invalid_scope', 'The scopes email, phone and profile require the scope openid.');
  }
  return scopes;
}

const ofOpenId = scopesOfUsers.filter((scope) => ['phone', 'email', 'profile'].includes(scope));

/** @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.pkce */
function readChallenge(challenge: string | undefined, method: string | undefined, refusal: Refusal): string | undefined {
  if (challenge === undefined && method === undefined) return undefined;
  if (challenge === undefined) throw refusal('invalid_request', 'code_challenge is missing.');
  if (method !== 'S256') throw refusal('invalid_request', 'code_challenge_method must be S256.');
  if (!/^[A-Za-z0-9_-]{43}$/.test(challenge))
    throw refusal('invalid_request', 'code_challenge is not a SHA-256 hash in base64url.');
  return challenge;
}

/** @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.providers */
function readProvider(
  { identityProviders }: Services,
  { poolId, settings }: UserPoolClient,
  given: (name: string) => string | undefined,
  refusal: Refusal,
): string | undefined {
  const identifier = given('idp_identifier');
  const named = given('identity_provider');
  if (identifier === undefined && named === undefined) return undefined;
  const name = named ?? identityProviders.byIdentifier(poolId, identifier ?? '')?.name;
  // A provider may have been deleted since the client was given it.
  const exists = name === 'COGNITO' || (name !== undefined && identityProviders.find(poolId, name) !== undefined);
  if (name !== undefined && exists && settings.SupportedIdentityProviders?.includes(name)) return name;
  throw refusal('invalid_request', 'The app client does not have this identity provider.');
}

/** @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.prompt */
function readPrompt(given: string | undefined, refusal: Refusal): readonly Prompt[] {
  const values = given?.split(' ').filter(Boolean) ?? [];
  const known = prompts.filter((prompt) => values.includes(prompt));
  if (known.length !== new Set(values).size) throw refusal('invalid_request', 'prompt has an unknown value.');
  if (known.includes('none') && known.length > 1) throw refusal('invalid_request', 'prompt=none excludes other values.');
  return known;
}

/** @see docs/aws-behaviour/cognito-oauth.md#cognito.federation.resource */
function readResource(given: string | undefined, refusal: Refusal): string | undefined {
  if (given === undefined) return undefined;
  const url = URL.parse(given);
  if (url?.hash !== '' || (url.protocol === 'http:' && url.hostname !== 'localhost')) {
    throw refusal('invalid_request', 'resource must be an absolute URL without a fragment.');
  }
  return given;
}
