import { useQuery } from '@apollo/client/react';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { apiErrorOf } from './auth/apollo.ts';
import { RequireAuth, useAuth } from './auth/react.ts';
import { useSignIn } from './auth/use-sign-in.ts';
import { AuthConfigDocument } from './generated/operations.ts';
import { Header } from './header.tsx';
import { ConfirmPage } from './pages/sign-in/confirm.tsx';
import { ForgotPage } from './pages/sign-in/forgot.tsx';
import { usePerson } from './pages/sign-in/person.ts';
import { ResetPage } from './pages/sign-in/reset.tsx';
import { SignInPage } from './pages/sign-in/sign-in.tsx';
import { SignUpPage } from './pages/sign-in/sign-up.tsx';
import { useRoute } from './site/route.ts';
import type { Settings } from './site/settings.ts';
import { type Config, SettingsProvider } from './site/settings-context.ts';
import { Card, Waiting } from './ui/screen.tsx';

// Only who is signed in loads these.
const AccountPage = lazy(() => import('./pages/account/account.tsx'));
const AskPage = lazy(() => import('./pages/ask.tsx'));

export function App({ settings }: { settings: Settings }) {
  const { data, error, refetch } = useQuery(AuthConfigDocument, {
    context: { anonymous: true },
    notifyOnNetworkStatusChange: true,
  });
  useEffect(() => {
    const again = () => void refetch();
    if (!error) return;
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, [error, refetch]);

  if (data) {
    return (
      <SettingsProvider value={{ ...settings, config: data.authConfig }}>
        <Pages settings={settings} config={data.authConfig} />
      </SettingsProvider>
    );
  }
  return (
    <>
      <Header gpt={false} route="" />
      {error ? (
        <Card title="The API is out of reach">
          <p role="alert">{apiErrorOf(error).message}</p>
          <button type="button" className="primary" onClick={() => void refetch()}>
            Try again
          </button>
        </Card>
      ) : (
        <Waiting>Loading …</Waiting>
      )}
    </>
  );
}

function Pages({ settings, config }: { settings: Settings; config: Config }) {
  const route = useRoute();
  const { status, user } = useAuth();
  const signIn = useSignIn(config, settings.UserPoolId);
  const isIn = status === 'signedIn';
  const person = usePerson(`name.${settings.UserPoolClientId}`, isIn ? '' : route);

  const open: Readonly<Record<string, ReactNode>> = {
    'sign-up': <SignUpPage signIn={signIn} {...person} />,
    confirm: <ConfirmPage signIn={signIn} {...person} />,
    forgot: <ForgotPage signIn={signIn} {...person} />,
    reset: <ResetPage signIn={signIn} {...person} />,
  };
  // The address is anybody's to write: `#/__proto__` is no page.
  const page = isIn || !Object.hasOwn(open, route) ? undefined : open[route];
  return (
    <>
      <Header gpt={config.gptEnabled} route={route} />
      {page ?? (
        <RequireAuth restoring={<Waiting>Loading …</Waiting>} signIn={<SignInPage signIn={signIn} {...person} />}>
          <Suspense fallback={<Waiting>Loading …</Waiting>}>
            {route === 'ask' ? <AskPage key={user?.sub} /> : <AccountPage key={user?.sub} />}
          </Suspense>
        </RequireAuth>
      )}
    </>
  );
}
