import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

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
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  let listener: RequestListener | undefined;
  server.on('request', (request, response) => {
    listener ??= listenerOf(providerOf(issuer, client, { people, returnUrl }), people);
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

function providerOf(issuer: string, { id, secret }: Company['client'], { people, returnUrl }: CompanyOptions): Provider {
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
  });
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
