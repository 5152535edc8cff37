/** Variables by which Node's `fetch` uses proxies; none where the machine has none. */
export type ProxyVariables = Readonly<Record<string, string>>;

/** The local services, and whatever else runs on this machine, such as a language model. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in either case, for the functions: their `fetch` then reaches what the
 * deployed functions reach, the provider of the language model above all. They are used wherever they are set, as npm
 * uses them, and not by `NODE_USE_ENV_PROXY=0`. Nothing on this machine is ever asked by way of a proxy.
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
 * Undefined for what Node cannot use, such as SOCKS: a thread would not even start with it. Curl takes a host without a
 * scheme, so people write one.
 */
function proxyUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = text.includes('://') ? text : `http://${text}`;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
