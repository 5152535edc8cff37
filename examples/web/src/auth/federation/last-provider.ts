import { browserStorages } from '../storage.ts';

const keyOf = (clientId: string): string => `auth.${clientId}.provider`;

/** The provider that was chosen last in this browser; null for none. */
export function lastProvider(clientId: string): string | null {
  return browserStorages().local?.getItem(keyOf(clientId)) ?? null;
}

export function rememberProvider(clientId: string, provider: string): void {
  browserStorages().local?.setItem(keyOf(clientId), provider);
}
