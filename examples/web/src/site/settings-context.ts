import { createContext, useContext } from 'react';
import type { AuthConfigQuery } from '../generated/operations.ts';
import type { Settings } from './settings.ts';

export type Config = AuthConfigQuery['authConfig'];

const SettingsContext = createContext<(Settings & { readonly config: Config }) | null>(null);

export const SettingsProvider = SettingsContext;

/** The stack's outputs, and what the API tells of itself. */
export function useSettings(): Settings & { readonly config: Config } {
  const settings = useContext(SettingsContext);
  if (!settings) throw new Error('useSettings wants a SettingsProvider around it.');
  return settings;
}
