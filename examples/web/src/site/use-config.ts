import { useCallback, useEffect, useState } from 'react';
import { type ApiError, apiErrorOf } from '../auth/api-error.ts';
import { type Endpoint, request } from '../auth/request.ts';
import { AuthConfigDocument } from '../generated/sign-in.ts';
import type { Config } from './settings-context.ts';

interface Loaded {
  readonly config: Config | null;
  readonly error: ApiError | null;
}

const loading: Loaded = { config: null, error: null };

/** What the API says about itself. If it cannot be reached, the page asks again as soon as the browser is online. */
export function useConfig(endpoint: Endpoint): Loaded & { readonly retry: () => void } {
  const [loaded, setLoaded] = useState(loading);
  const load = useCallback(() => {
    request(endpoint, AuthConfigDocument, {}).then(
      ({ authConfig }) => setLoaded({ config: authConfig, error: null }),
      (refusal) => setLoaded({ config: null, error: apiErrorOf(refusal) }),
    );
  }, [endpoint]);
  const retry = useCallback(() => {
    setLoaded(loading);
    load();
  }, [load]);

  useEffect(load, [load]);
  const { error } = loaded;
  useEffect(() => {
    if (!error) return;
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, [error, retry]);
  return { ...loaded, retry };
}
