import { randomBytes } from 'node:crypto';
import { createLocalJWKSet, exportJWK, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { createGraphqlApi } from '../../../local/appsync/graphql-api.ts';
import type { UserPoolMode } from '../../../local/appsync/model/auth-mode.ts';
import type { GraphqlApiModel, ResolverModel, StartTimer } from '../../../local/appsync/model/graphql-api-model.ts';
import type { HttpResponse } from '../../../local/http/http-message.ts';
import type { Invocation } from '../../../local/world/invoke.ts';

export const apiKey = 'da2-0123456789abcdefghijklmnop';
export const userPoolId = 'local_pool';
export const issuer = `http://localhost:4001/${userPoolId}`;

export const poolMode: UserPoolMode = {
  type: 'AMAZON_COGNITO_USER_POOLS',
  userPoolId,
  appIdClientRegex: null,
  defaultAction: 'ALLOW',
};

/** A moment for all tests; `clock.now` may be moved. */
const start = Date.parse('2026-01-02T03:04:05Z');

export interface TestApiOptions extends Partial<Omit<GraphqlApiModel, 'definition' | 'resolvers'>> {
  readonly definition?: string;
  readonly resolvers?: readonly ResolverModel[];
  /** Of the pool that is an additional mode, unless other modes are given. */
  readonly userPool?: Partial<UserPoolMode>;
  /** What the function answers; default: a record of what it got. */
  readonly invoke?: (payload: unknown, functionArn: string) => Invocation | Promise<Invocation>;
  readonly startTimer?: StartTimer;
}

export interface TestResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As it went over the wire. */
  readonly text: string;
  readonly json: unknown;
  readonly raw: HttpResponse;
}

export type TestApi = Awaited<ReturnType<typeof createTestApi>>;

/** An endpoint with the modes that we deploy, with real keys and tokens, and a clock of its own. */
export async function createTestApi(options: TestApiOptions = {}) {
  const {
    definition = 'type Query { hello: String @aws_api_key @aws_cognito_user_pools }',
    resolvers = [],
    invoke,
    userPool,
    startTimer,
  } = options;
  const clock = { now: start };
  const pool = await shared;
  const key = { ...pool, jwk: { ...pool.jwk } };
  const invoked: unknown[] = [];
  const logged: string[] = [];
  const model: GraphqlApiModel = {
    apiId: 'api',
    name: 'Api',
    definition,
    defaultMode: { type: 'AWS_IAM' },
    additionalModes: [{ ...poolMode, ...userPool }, { type: 'API_KEY' }],
    queryDepthLimit: null,
    resolverCountLimit: null,
    introspection: true,
    environmentVariables: {},
    resolvers,
    ...pickModel(options),
  };
  const { handle } = createGraphqlApi({
    model,
    apiKey,
    userPools: (id) => ({ issuer: `http://localhost:4001/${id}`, jwks: () => ({ keys: [key.jwk] }) }),
    invoke: async (functionArn, payload) => {
      invoked.push(payload);
      return (await invoke?.(payload, functionArn)) ?? { ok: true, payload };
    },
    world: { now: () => clock.now, randomBytes },
    log: (line) => logged.push(line),
    ...(startTimer && { startTimer }),
  });

  async function send(
    body: unknown,
    headers: Record<string, string> = { 'x-api-key': apiKey },
    method = 'POST',
    url = '/graphql',
  ): Promise<TestResponse> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const raw = await handle({ method, url, headers, body: text, remoteAddress: '127.0.0.1' });
    const shown = String(raw.body);
    return { status: raw.status, headers: raw.headers, text: shown, json: /^[[{]/.test(shown) ? JSON.parse(shown) : shown, raw };
  }

  return { send, sign: key.sign, clock, invoked, logged, key };
}

function pickModel({
  definition: _,
  resolvers: __,
  userPool: ___,
  invoke: ____,
  startTimer: _____,
  ...model
}: TestApiOptions): Partial<GraphqlApiModel> {
  return model;
}

/**
 * A pool's signing key, and what signs tokens with it: access tokens of client `web`, good for an hour, unless the
 * claims say otherwise.
 */
export async function createPoolKey(kid = 'key-1') {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' };
  const sign = (claims: Readonly<Record<string, unknown>> = {}): Promise<string> =>
    new SignJWT({ ...accessClaims, ...claims }).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  return { jwk, sign, verify: (token: string) => jwtVerify(token, createLocalJWKSet({ keys: [jwk] })) };
}

/** Making a key costs more than all that a test does with it. */
const shared = createPoolKey();

export const accessClaims = {
  sub: 'b3c6f4a8-0000-4000-8000-000000000001',
  iss: issuer,
  client_id: 'web',
  token_use: 'access',
  scope: 'aws.cognito.signin.user.admin',
  username: 'alice',
  iat: start / 1000,
  exp: start / 1000 + 3600,
};

export const idClaims = {
  ...accessClaims,
  token_use: 'id',
  aud: 'web',
  'cognito:username': 'alice',
  client_id: undefined,
  username: undefined,
};

/** A resolver on the function `fn`; the code gets the whole of APPSYNC_JS's module around its two bodies. */
export function resolver(
  name: string,
  request = 'return { operation: "Invoke", payload: ctx.args };',
  response = 'return ctx.result;',
): ResolverModel {
  const [typeName = '', fieldName = ''] = name.split('.');
  const code = [
    'import { util, runtime, extensions } from "@aws-appsync/utils";',
    `export function request(ctx) { ${request} }`,
    `export function response(ctx) { ${response} }`,
  ].join('\n');
  return {
    typeName,
    fieldName,
    code,
    dataSource: { type: 'AWS_LAMBDA', functionArn: 'arn:aws:lambda:us-east-1:000000000000:function:fn' },
  };
}

export const ok = (payload: unknown): Invocation => ({ ok: true, payload });
