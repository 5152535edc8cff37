import { useSettings } from '../../site/settings-context.ts';
import type { Me } from '../account/card/me.ts';
import { ProviderButton, ProviderForm } from '../federation/providers.tsx';

/**
 * Sends the user to a provider that signs them in anew. The page is left for that, and with it the operation: after the
 * return they start it again.
 */
export function ProveElsewhere({ identities }: { identities: Me['identities'] }) {
  const { config } = useSettings();
  const { federation } = config;
  const names = new Set(identities.map(({ providerName }) => providerName));
  const providers = federation?.providers.filter(({ name }) => names.has(name)) ?? [];
  if (federation === null || providers.length === 0) return null;
  return (
    <ProviderForm federation={federation} label="Sign in again elsewhere" persistence="session" isStepUp>
      <p>You sign in there once more and come back here. Then press the button again.</p>
      {providers.map((provider) => (
        <ProviderButton key={provider.name} provider={provider} />
      ))}
    </ProviderForm>
  );
}
