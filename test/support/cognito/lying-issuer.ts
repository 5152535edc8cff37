import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface Lie {
  /** Changes the claims of the ID token; undefined leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Instead of an ID token with the issuer's signature. */
  readonly idToken?: (claims: Readonly<Record<string, unknown>>) => string | Promise<string>;
  readonly token?: { readonly status: number; readonly body: object | string };
  readonly userInfo?: Readonly<Record<string, unknown>>;
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Never answers at this path. */
  readonly silentAt?: string;
  /** Instead of a body as it should be: one that ends too early or never, is no gzip, or becomes a thousand times as long. */
  readonly body?: 'cut' | 'endless' | 'no gzip' | 'bomb';
}

export interface LyingIssuer {
  readonly issuer: string;
  /** What reached it: method and path, with the form of a POST. */
  readonly requests: { readonly method: string; readonly path: string; readonly form: URLSearchParams }[];
  lie(lie: Lie): void;
  /** What it answers to an authorization request: the parameters of the call-back. */
  authorize(url: string): Record<string, string>;
  close(): Promise<void>;
}

/** An OpenID Connect issuer over HTTP, which tells the truth until it is asked to lie. */
export async function openLyingIssuer(): Promise<LyingIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const requests: { method: string; path: string; form: URLSearchParams }[] = [];
  const pending = new Map<string, URLSearchParams>();
  let lie: Lie = {};
  let issuer = '';

  const idTokenFor = async (code: string): Promise<string> => {
    const asked = pending.get(code);
    const now = Math.floor(Date.now() / 1000);
    const truth = {
      iss: issuer,
      aud: 'pool',
      sub: 'ada-1',
      nonce: asked?.get('nonce'),
      iat: now,
      exp: now + 60,
      email: 'ada@corp.example',
    };
    const claims = { ...truth, ...lie.claims };
    if (lie.idToken) return lie.idToken(claims);
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey);
  };

  const answers: Readonly<Record<string, (form: URLSearchParams) => Promise<{ status?: number; body: object | string }>>> = {
    '/.well-known/openid-configuration': async () => ({
      body: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        ...lie.metadata,
      },
    }),
    '/keys': async () => ({ body: { keys: [jwk] } }),
    '/token': async (form) =>
      lie.token ?? { body: { access_token: 'at', token_type: 'Bearer', id_token: await idTokenFor(form.get('code') ?? '') } },
    '/me': async () => ({ body: { sub: 'ada-1', ...lie.userInfo } }),
  };

  const server = createServer(async (incoming, outgoing) => {
    const path = incoming.url?.split('?', 1)[0] ?? '';
    const form = new URLSearchParams(await textOf(incoming));
    requests.push({ method: incoming.method ?? '', path, form });
    if (path === lie.silentAt) return;
    if (lie.body !== undefined) return sendOdd(outgoing, lie.body);
    const { status = 200, body } = (await answers[path]?.(form)) ?? { status: 404, body: '' };
    outgoing
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let codes = 0;
  return {
    issuer,
    requests,
    lie: (next) => {
      lie = next;
    },
    authorize(url) {
      const asked = new URL(url).searchParams;
      codes += 1;
      pending.set(`code-${codes}`, asked);
      return { code: `code-${codes}`, state: asked.get('state') ?? '' };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function sendOdd(outgoing: ServerResponse, body: NonNullable<Lie['body']>): void {
  const isBroken = body === 'cut' || body === 'endless';
  const encoding = isBroken ? { 'content-length': 500 } : { 'content-encoding': 'gzip' };
  outgoing.writeHead(200, { 'content-type': 'application/json', ...encoding });
  if (isBroken) outgoing.write('{', () => body === 'cut' && outgoing.destroy());
  else outgoing.end(body === 'bomb' ? gzipSync(Buffer.alloc(100_000_000)) : 'plain');
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
