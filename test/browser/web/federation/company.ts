import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Adapter, type AdapterPayload, type JWK } from 'oidc-provider';

/** A company's directory on this machine: an OpenID Connect provider by a library that others wrote. */
export interface Company {
  readonly issuer: string;
  readonly client: { readonly id: string; readonly secret: string };
  close(): void;
}

interface Claims {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

interface CompanyOptions {
  /** Who has an account there, by their `sub`. */
  readonly people: ReadonlyMap<string, Claims>;
  /** Where the company may send somebody with a code. Asked at the first request, since a pool needs the issuer first. */
  readonly returnUrl: () => string;
}

export async function openCompany({ people, returnUrl }: CompanyOptions): Promise<Company> {
  const client = { id: 'user-pool', secret: 'the secret of the pool at the company' };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kty: 'RSA' };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  let listener: RequestListener | undefined;
  server.on('request', (request, response) => {
    listener ??= listenerOf(providerOf(issuer, client, key, { people, returnUrl }), people);
    listener(request, response);
  });
  return {
    issuer,
    client,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const anHour = 3600;

/** Key, storage and lifetimes are set only because the library warns of its own ones in the output of the tests. */
function providerOf(
  issuer: string,
  { id, secret }: Company['client'],
  key: JWK,
  { people, returnUrl }: CompanyOptions,
): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: id, client_secret: secret, redirect_uris: [returnUrl()] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people.get(accountId) }) }),
    // Employees need not agree to what their company tells its own applications.
    loadExistingGrant: async ({ oidc: { provider, session } }) => {
      const accountId = session?.accountId;
      if (accountId === undefined) return undefined;
      const grant = new provider.Grant({ accountId, clientId: id });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['for tests only'] },
    jwks: { keys: [key] },
    adapter: inMemory,
    ttl: { AccessToken: anHour, Grant: anHour, IdToken: anHour, Interaction: anHour, Session: anHour },
  });
}

/** What is stored of one model. Nothing is kept for long enough to expire. */
function inMemory(): Adapter {
  const stored = new Map<string, AdapterPayload>();
  const find = async (matches: (payload: AdapterPayload) => boolean) => [...stored.values()].find(matches);
  return {
    find: async (id) => stored.get(id),
    findByUid: (uid) => find((payload) => payload.uid === uid),
    findByUserCode: (userCode) => find((payload) => payload.userCode === userCode),
    upsert: async (id, payload) => void stored.set(id, payload),
    consume: async (id) => void stored.set(id, { ...stored.get(id), consumed: Math.floor(Date.now() / 1000) }),
    destroy: async (id) => void stored.delete(id),
    revokeByGrantId: async (grantId) => {
      for (const [id, payload] of stored) if (payload.grantId === grantId) stored.delete(id);
    },
  };
}

/** The provider, and its sign-in page: a link for each person and one for somebody whom the company does not know. */
function listenerOf(provider: Provider, people: CompanyOptions['people']): RequestListener {
  const callback = provider.callback();
  return (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    if (!url.pathname.startsWith('/interaction/')) return void callback(request, response);
    const sub = url.searchParams.get('as');
    if (sub === null) {
      const links = [...people.keys(), 'nobody'].map((name) => `<li><a href="?as=${name}">${name}</a>`);
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(`<!doctype html><html lang="en"><title>Acme</title><h1>Acme</h1><ul>${links.join('')}</ul>`);
      return;
    }
    const refusal = { error: 'access_denied', error_description: 'Acme does not know you.' };
    void provider.interactionFinished(request, response, people.has(sub) ? { login: { accountId: sub } } : refusal);
  };
}
