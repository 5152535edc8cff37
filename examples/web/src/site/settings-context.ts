import { createContext, useCallback, useContext } from 'react';
import { type Endpoint, request } from '../auth/request.ts';
import type { AuthConfigQuery } from '../generated/sign-in.ts';
import type { Settings } from './settings.ts';

export type Config = AuthConfigQuery['authConfig'];

/** The stack's outputs, and what the API says about itself. */
export interface Site extends Settings {
  readonly endpoint: Endpoint;
  readonly config: Config;
}

const SettingsContext = createContext<Site | null>(null);

export const SettingsProvider = SettingsContext;

/** Null until the API has said what it offers. */
export function useSite(): Site | null {
  return useContext(SettingsContext);
}

export function useSettings(): Site {
  const settings = useSite();
  if (!settings) throw new Error('useSettings wants a SettingsProvider around it.');
  return settings;
}

type Ask = <Result, Variables>(
  document: Parameters<typeof request<Result, Variables>>[1],
  variables: Variables,
) => Promise<Result>;

/** Sends queries that need no user, with the API key. */
export function useRequest(): Ask {
  const { endpoint } = useSettings();
  return useCallback((document, variables) => request(endpoint, document, variables), [endpoint]);
}
