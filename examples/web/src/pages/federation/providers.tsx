import './providers.css';
import { depart, type Federation, ownAddress } from '../../auth/federation/authorization.ts';
import { lastProvider } from '../../auth/federation/last-provider.ts';
import type { Persistence } from '../../auth/session.ts';
import { useSettings } from '../../site/settings-context.ts';
import { Form, Submit } from '../../ui/form.tsx';
import { hostOf, labelOf, offerOf } from '../wording/federation.ts';
import { Mark } from './marks.tsx';

/** The value of the button of the pool's own pages. No provider can have an empty name. */
const poolItself = '';

interface ProvidersProps {
  readonly persistence: Persistence;
}

/** Below the form of the sign-in: a button for each provider, with the one that was chosen last on top. */
export function Providers({ persistence }: ProvidersProps) {
  const { config } = useSettings();
  const { federation } = config;
  if (federation === null) return null;
  const last = lastProvider(federation.clientId);
  const providers = federation.providers.toSorted((one, other) => Number(other.name === last) - Number(one.name === last));
  const isRemembered = providers[0]?.name === last;
  return (
    <div className="providers">
      <p className="or">or</p>
      <ProviderForm federation={federation} label="Sign in with another account" persistence={persistence}>
        {isRemembered && <p className="hint">Last time you continued with {labelOf(federation, last)}.</p>}
        {providers.map((provider) => (
          <ProviderButton key={provider.name} provider={provider} />
        ))}
        {federation.ownUsers && (
          <>
            <p className="hint">One sign-in for several applications:</p>
            <Submit way={poolItself} look="provider pool">
              Continue at {hostOf(federation)}
            </Submit>
          </>
        )}
      </ProviderForm>
    </div>
  );
}

export function ProviderButton({ provider }: { provider: Federation['providers'][number] }) {
  return (
    <Submit way={provider.name} look={`provider ${provider.kind.toLowerCase()}`}>
      <Mark kind={provider.kind} />
      <span>{offerOf(provider)}</span>
    </Submit>
  );
}

interface ProviderFormProps {
  readonly federation: Federation;
  readonly label: string;
  readonly persistence: Persistence;
  /** Whether somebody who is signed in proves again who they are. Default: false. */
  readonly isStepUp?: boolean;
  readonly children: React.ReactNode;
}

/** The buttons in it leave the page for the provider. */
export function ProviderForm({ federation, label, persistence, isStepUp = false, children }: ProviderFormProps) {
  async function leave(way: string): Promise<void> {
    const provider = way === poolItself ? null : way;
    const { hash } = location;
    location.assign(await depart(federation, { provider, persistence, hash, isStepUp, isSecond: false }));
    // The button stays busy until the page is gone. Whoever comes back by the browser's button finds it as it was.
    await new Promise((resolve) => addEventListener('pageshow', resolve, { once: true }));
  }

  const here = ownAddress();
  if (!federation.callbackUrls.includes(here)) return <Elsewhere federation={federation} />;
  return (
    <Form label={label} onSubmit={(_, way) => leave(way)}>
      {children}
    </Form>
  );
}

/** Providers send users back to the addresses of the deployment only, and this page is at another one. */
function Elsewhere({ federation }: { federation: Federation }) {
  const page = federation.callbackUrls.find((url) => /^https?:/.test(url));
  const labels = federation.providers.map(({ label }) => label);
  const names = labels.length > 0 ? labels : [hostOf(federation)];
  return (
    <p className="hint">
      To sign in with {new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)},{' '}
      {page === undefined ? 'use the app of this site.' : <a href={page}>open this page at {new URL(page).host}</a>}
    </p>
  );
}
