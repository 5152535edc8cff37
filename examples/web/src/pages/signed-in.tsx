import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createClient } from '../auth/apollo.ts';
import type { Auth } from '../auth/auth.ts';
import { useAuth } from '../auth/react.ts';
import { useSettings } from '../site/settings-context.ts';
import { AccountPage } from './account/account.tsx';
import { AskPage } from './ask.tsx';

/** One client for as long as the page is open. Its cache goes with each user. */
const clients = new WeakMap<Auth, ApolloClient>();

/** What a signed-in user sees, with Apollo Client around it. */
export function SignedIn({ route }: { route: string }) {
  const { auth } = useAuth();
  const { endpoint } = useSettings();
  const client = clients.get(auth) ?? createClient(auth, endpoint);
  clients.set(auth, client);
  return <ApolloProvider client={client}>{route === 'ask' ? <AskPage /> : <AccountPage />}</ApolloProvider>;
}
