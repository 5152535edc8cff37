import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { Suspense } from 'react';
import { createClient } from '../auth/apollo.ts';
import type { Auth } from '../auth/auth.ts';
import { useAuth } from '../auth/react.ts';
import type { Endpoint } from '../auth/request.ts';
import { createStepUp, type StepUp } from '../auth/step-up.ts';
import { later } from '../site/later.tsx';
import { useSettings } from '../site/settings-context.ts';
import { Waiting } from '../ui/screen.tsx';
import { AccountPage } from './account/account.tsx';
import { AskPage } from './ask.tsx';
import { StepUpDialog } from './step-up/step-up-dialog.tsx';

interface Api {
  readonly client: ApolloClient;
  readonly stepUp: StepUp;
}

/** One client for as long as the page is open. Its cache is cleared when a user signs out. */
const apis = new WeakMap<Auth, Api>();

function apiOf(auth: Auth, endpoint: Endpoint): Api {
  const known = apis.get(auth);
  if (known) return known;
  const stepUp = createStepUp();
  const api = { stepUp, client: createClient(auth, endpoint, stepUp) };
  apis.set(auth, api);
  return api;
}

/** What a signed-in user sees, with Apollo Client around it. */
export function SignedIn({ route }: { route: string }) {
  const { auth } = useAuth();
  const { endpoint } = useSettings();
  const { client, stepUp } = apiOf(auth, endpoint);
  return (
    <ApolloProvider client={client}>
      <Suspense fallback={<Waiting>Loading …</Waiting>}>{pageOf(route)}</Suspense>
      <StepUpDialog stepUp={stepUp} />
    </ApolloProvider>
  );
}

// Most users never go there.
const AdminPage = later(async () => (await import('./admin/admin.tsx')).AdminPage);

function pageOf(route: string) {
  const [page, ...rest] = route.split('/');
  if (page === 'ask') return <AskPage />;
  return page === 'admin' ? <AdminPage path={rest.map(decoded)} /> : <AccountPage />;
}

/** The address can be anything. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
