import type { HttpResponse } from '../../../local/http/http-message.ts';
import { authorization, body, callback, exchange, oauthClient, redirected, send, withDomain } from './oauth.ts';
import type { TestPool } from './pool.ts';
import { createTriggerPool, type TriggerFunction, type TriggerPool } from './trigger-pool.ts';

export interface ProviderSettings {
  readonly ProviderName: string;
  readonly ProviderType: string;
  readonly ProviderDetails: Readonly<Record<string, string>>;
  readonly AttributeMapping: Readonly<Record<string, string>>;
}

/** A pool with a domain whose client has these providers, and triggers of the test. */
export function createProviderPool(
  providers: readonly ProviderSettings[],
  functions: Readonly<Record<string, TriggerFunction>> = {},
): TriggerPool {
  const made = createTriggerPool(
    functions,
    { AliasAttributes: [], UsernameAttributes: ['email'] },
    { ...oauthClient, SupportedIdentityProviders: providers.map(({ ProviderName }) => ProviderName) },
    (pools, UserPoolId) => {
      for (const provider of providers) pools.provisionIdentityProvider(provider.ProviderName, { UserPoolId, ...provider });
    },
  );
  return withDomain(made);
}

/** A browser at the pool's domain: it keeps cookies, and goes where it is told to. */
export interface Browser {
  /** The first answer that leads elsewhere or shows a page. */
  open(url: string): Promise<HttpResponse>;
  /** Begins a sign-in with a provider, up to the provider's own page or URL. */
  begin(provider: string, more?: Readonly<Record<string, string | undefined>>): Promise<HttpResponse>;
  /** Submits a form of the page that is open, with its hidden fields. */
  submit(page: HttpResponse, fields: Readonly<Record<string, string>>): Promise<HttpResponse>;
  readonly cookies: Map<string, string>;
}

export function browserOf(world: TestPool): Browser {
  const cookies = new Map<string, string>();
  const visit = async (url: string, form?: Readonly<Record<string, string>>): Promise<HttpResponse> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await send(world, url, { ...(form && { form }), headers: cookie === '' ? {} : { cookie } });
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(response.headers['set-cookie'] ?? '') ?? [];
    if (name !== '') cookies.set(name, value);
    const next = response.headers['location'] ?? '';
    return next.startsWith('/') ? visit(next) : response;
  };
  return {
    cookies,
    open: (url) => visit(url),
    begin: (identity_provider, more = {}) =>
      visit(`/oauth2/authorize?${authorization(world, { scope: 'openid', identity_provider, ...more })}`),
    submit: (page, fields) =>
      visit(/<form method="post" action="([^"]+)"/.exec(String(page.body))?.[1] ?? '', { ...hidden(page), ...fields }),
  };
}

/** The hidden fields of a page's first form. */
export function hidden({ body: page }: HttpResponse): Record<string, string> {
  const [form = ''] = /<form[\s\S]*?<\/form>/.exec(String(page)) ?? [];
  return Object.fromEntries(
    [...form.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
}

/** The value of the button whose text begins so. */
export function buttonOf({ body: page }: HttpResponse, text: string): string {
  const [, value] = new RegExp(`<button[^>]* value="([^"]+)">${text}`).exec(String(page)) ?? [];
  if (value === undefined) throw new Error(`The page has no button ${text}.`);
  return value;
}

/** The parameters at the application's redirect URI. Fails if the answer leads anywhere else. */
export function atApp(response: HttpResponse): Record<string, string> {
  if (!response.headers['location']?.startsWith(`${callback}?`)) {
    throw new Error(
      `The answer has status ${response.status} and does not lead to the application: ${response.headers['location']}`,
    );
  }
  return redirected(response);
}

/** The claims of the ID token for the code with which a sign-in ended. */
export async function claimsAfter(world: TestPool, response: HttpResponse): Promise<Record<string, unknown>> {
  const { code = '', error, error_description } = atApp(response);
  if (error !== undefined) throw new Error(`${error}: ${error_description}`);
  const { id_token } = body(await exchange(world, code));
  return JSON.parse(Buffer.from(id_token.split('.')[1], 'base64url').toString());
}
