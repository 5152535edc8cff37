import { readFileSync } from 'node:fs';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { transformSync } from 'esbuild';
import type { Outputs } from '../../../local/data/outputs.ts';

interface Federation {
  readonly domain: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

interface PageCode {
  signInAt(federation: Federation, provider: string): Promise<void>;
  comeBack(): Promise<{ accessToken: string; idToken: string }>;
}

/** A page that runs the code of docs/clients.md, "Another provider", as it is written there, in a tab of a browser. */
export class PageOfClients {
  /** Where the browser was sent, and the address with which it came back. */
  readonly location = { pathname: '/app/', search: '', href: '', assign: (url: URL) => this.#leave(url) };
  /** Addresses that the page has put in place of the one with the code. */
  readonly history: string[] = [];
  readonly code: PageCode;
  readonly #kept = new Map<string, string>();
  readonly #cookies = new Map<string, string>();

  constructor({ GraphQLUrl, ApiKey }: Pick<Outputs, 'GraphQLUrl' | 'ApiKey'>) {
    const client = new ApolloClient({
      link: new HttpLink({ uri: GraphQLUrl, headers: { 'x-api-key': ApiKey } }),
      cache: new InMemoryCache(),
    });
    const sessionStorage = {
      getItem: (key: string) => this.#kept.get(key) ?? null,
      setItem: (key: string, value: string) => this.#kept.set(key, value),
      removeItem: (key: string) => this.#kept.delete(key),
    };
    const history = { replaceState: (_state: unknown, _title: string, url: string) => this.history.push(url) };
    const browser = { client, gql, location: this.location, history, sessionStorage };
    const script = `${writtenCode()}; return { signInAt, comeBack };`;
    this.code = new Function(...Object.keys(browser), script)(...Object.values(browser));
  }

  /** Goes to the provider's page and presses a button there. Returns the parameters of the call-back. */
  async choose(button: string): Promise<URLSearchParams> {
    const page = await this.#visit(this.location.href);
    const [, action = ''] = /<form method="post" action="([^"]+)"/.exec(page.body) ?? [];
    const hidden = [...page.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const [, choice = ''] = new RegExp(`<button[^>]* value="([^"]+)">${button}`).exec(page.body) ?? [];
    const { url } = await this.#visit(new URL(action, page.url).href, { ...Object.fromEntries(hidden), choice });
    this.location.search = new URL(url).search;
    return new URL(url).searchParams;
  }

  #leave(url: URL): void {
    this.location.href = url.href;
  }

  /** Follows the domain's redirects to a page, or to the address of the application. */
  async #visit(url: string, form?: Record<string, string>): Promise<{ url: string; body: string }> {
    const { origin } = new URL(url);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '), origin },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null) return { url, body: await response.text() };
    const to = new URL(next, url);
    return to.origin === origin ? this.#visit(to.href) : { url: to.href, body: '' };
  }
}

/** The blocks below the heading, without their types. */
function writtenCode(): string {
  const [, section = ''] = readFileSync('docs/clients.md', 'utf8').split('\n## Another provider\n');
  const blocks = [...(section.split('\n## ')[0] ?? '').matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text);
  return transformSync(blocks.join('\n'), { loader: 'ts' }).code;
}
