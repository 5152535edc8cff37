import { createHash } from 'node:crypto';
import { readAuthorizationRequest } from '../../../local/cognito/oauth/authorization-request.ts';
import { type BrowserSignIn, redirectWithCode } from '../../../local/cognito/oauth/redirect-with-code.ts';
import { openServices } from '../../../local/cognito/server/open-services.ts';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import { createTestPool, type TestPool } from './pool.ts';

export const callback = 'https://app.example.com/back';
export const verifier = 'a-verifier-of-this-test-which-is-43-letters-or-more';
const challengeOf = (text: string) => createHash('sha256').update(text).digest('base64url');

export const oauthClient = {
  SupportedIdentityProviders: ['COGNITO'],
  CallbackURLs: [callback, 'http://localhost:4000/app/'],
  LogoutURLs: ['https://app.example.com/bye'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
};

/** A pool with a domain, and an app client for the code flow. */
export function createOAuthPool(client: Record<string, unknown> = {}, pool: Record<string, unknown> = {}): TestPool {
  return withDomain(createTestPool(pool, { ...oauthClient, ...client }));
}

export function withDomain<Pool extends TestPool>(world: Pool): Pool {
  world.pools.provisionUserPoolDomain('Domain', { UserPoolId: world.userPoolId, Domain: 'sign-in' });
  return world;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>> | string;
}

/** A request to the domain, in this process. */
export function send({ pools }: TestPool, url: string, { method, headers = {}, form }: Sent = {}): Promise<HttpResponse> {
  return pools.handle({
    method: method ?? (form === undefined ? 'GET' : 'POST'),
    url,
    headers: { host: 'localhost:4001', ...(form !== undefined && formType), ...headers },
    body: form === undefined ? '' : new URLSearchParams(form).toString(),
    remoteAddress: '127.0.0.1',
  });
}

const formType = { 'content-type': 'application/x-www-form-urlencoded' };

/** Parameters of a request with PKCE; undefined leaves one out. */
export function authorization({ clientId }: TestPool, more: Readonly<Record<string, string | undefined>> = {}): URLSearchParams {
  const all = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: callback,
    state: 'xyz',
    scope: 'openid email',
    code_challenge: challengeOf(verifier),
    code_challenge_method: 'S256',
    ...more,
  };
  return new URLSearchParams(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export const authorize = (world: TestPool, params: URLSearchParams, headers: Readonly<Record<string, string>> = {}) =>
  send(world, `/oauth2/authorize?${params}`, { headers });

/** What the sign-in pages do for a user who has proven who they are. */
export async function completed(
  world: TestPool,
  params: URLSearchParams,
  name = 'ada',
  by: Omit<BrowserSignIn, 'user'> = { amr: ['pwd'], provider: null },
): Promise<HttpResponse> {
  const services = openServices(world.options);
  const user = services.users.byName(world.userPoolId, name);
  if (!user) throw new Error(`There is no ${name}.`);
  return redirectWithCode(services, readAuthorizationRequest(services, params), { user, ...by });
}

/** The query of the URL that an answer redirects to. */
export function redirected({ status, headers }: HttpResponse): Record<string, string> {
  if (status !== 302) throw new Error(`The answer has status ${status} and redirects nowhere.`);
  return Object.fromEntries(new URL(headers['location'] ?? '', 'http://localhost:4001').searchParams);
}

export async function codeOf(world: TestPool, more: Readonly<Record<string, string | undefined>> = {}): Promise<string> {
  const { code } = redirected(await completed(world, authorization(world, more)));
  if (code === undefined) throw new Error('There is no code.');
  return code;
}

export const cookieFrom = ({ headers }: HttpResponse): string => headers['set-cookie']?.split(';', 1)[0] ?? '';

/** Exchanges a code with what belongs to it, or with something else. */
export function exchange(
  world: TestPool,
  code: string,
  more: Readonly<Record<string, string | undefined>> = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpResponse> {
  const all = {
    grant_type: 'authorization_code',
    client_id: world.clientId,
    redirect_uri: callback,
    code,
    code_verifier: verifier,
    ...more,
  };
  const form = Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return send(world, '/oauth2/token', { form, headers });
}

export interface OAuthTokens {
  readonly access_token: string;
  readonly id_token: string;
  readonly refresh_token: string;
}

export async function tokensOf(world: TestPool, more: Readonly<Record<string, string | undefined>> = {}): Promise<OAuthTokens> {
  return body(await exchange(world, await codeOf(world, more)));
}

export const body = ({ body: text }: HttpResponse): ReturnType<typeof JSON.parse> => JSON.parse(String(text));
