/** The variables that make Node's `fetch` use proxies; empty if the machine has none. */
export type ProxyVariables = Readonly<Record<string, string>>;

/** The local services, and anything else on this machine, such as a language model. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in upper or lower case, for the functions. Their `fetch` then reaches
 * what the deployed functions reach, above all the provider of the language model. They are used whenever they are set,
 * as npm uses them, unless `NODE_USE_ENV_PROXY=0`. Nothing on this machine is ever called through a proxy.
 * @see https://nodejs.org/docs/latest-v24.x/api/http.html#built-in-proxy-support
 */
export function proxyVariables(variables: Readonly<Record<string, string | undefined>>): ProxyVariables {
  const given = (name: string): string | undefined => variables[name.toLowerCase()] || variables[name] || undefined;
  const proxies = ['HTTP_PROXY', 'HTTPS_PROXY'].flatMap((name) => {
    const url = proxyUrl(given(name));
    return url === undefined ? [] : [[name, url] as const];
  });
  if (proxies.length === 0 || variables['NODE_USE_ENV_PROXY'] === '0') return {};
  const direct = [given('NO_PROXY') ?? [], loopback].flat().join(',');
  return { ...Object.fromEntries(proxies), NO_PROXY: direct, NODE_USE_ENV_PROXY: '1' };
}

/**
 * Undefined for what Node cannot use, such as SOCKS, since a thread would not even start with it. A host without a
 * scheme is accepted because curl accepts it.
 */
function proxyUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = text.includes('://') ? text : `http://${text}`;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
