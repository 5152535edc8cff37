/** What a provider, or the pool's own page, sent back with the browser. Anybody can write such an address. */
export interface Callback {
  readonly code: string | null;
  readonly state: string | null;
  readonly error: string | null;
  readonly description: string | null;
}

/**
 * Reads the call-back from the address of the page, and removes it there at once, so that it is in no history, bookmark
 * or screenshot. Null for an ordinary visit. To be called before anything else of the page is loaded.
 */
export function takeCallback(): Callback | null {
  const query = new URLSearchParams(location.search);
  const code = query.get('code');
  const error = query.get('error');
  if (code === null && error === null) return null;
  history.replaceState(null, '', location.pathname + location.hash);
  return { code, error, state: query.get('state'), description: query.get('error_description') };
}
