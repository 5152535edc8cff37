import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { Callback } from './auth/federation/callback.ts';
import { RequireAuth, useAuth } from './auth/react.ts';
import type { Endpoint } from './auth/request.ts';
import { useSignIn } from './auth/use-sign-in.ts';
import { Header } from './header.tsx';
import { usePerson } from './pages/sign-in/person.ts';
import { SignInPage } from './pages/sign-in/sign-in.tsx';
import { later } from './site/later.tsx';
import { useRoute } from './site/route.ts';
import type { Settings } from './site/settings.ts';
import { SettingsProvider, type Site } from './site/settings-context.ts';
import { useConfig } from './site/use-config.ts';
import { CaptchaProvider, type CaptchaSlot, NoCaptcha } from './ui/captcha.tsx';
import { Card, Waiting } from './ui/screen.tsx';

// Loaded when a user opens it, since the first visit is for signing in.
const SignUpPage = later(async () => (await import('./pages/sign-in/sign-up.tsx')).SignUpPage);
const ConfirmPage = later(async () => (await import('./pages/sign-in/confirm.tsx')).ConfirmPage);
const ForgotPage = later(async () => (await import('./pages/sign-in/forgot.tsx')).ForgotPage);
const ResetPage = later(async () => (await import('./pages/sign-in/reset.tsx')).ResetPage);
const RecoverPage = later(async () => (await import('./pages/sign-in/recover.tsx')).RecoverPage);
// After a sign-in at a provider.
const Returning = later(async () => (await import('./pages/federation/returning.tsx')).Returning);
// With Apollo Client. Loaded while somebody types a password.
const SignedIn = later(async () => (await import('./pages/signed-in.tsx')).SignedIn);

interface AppProps {
  readonly settings: Settings;
  readonly endpoint: Endpoint;
  /** What a provider sent back with this visit. Default: nothing. */
  readonly callback?: Callback | null;
  /**
   * Draws the captcha of a stage that has one, such as the widget of its provider. Default: no script of a third party.
   */
  readonly captcha?: CaptchaSlot;
}

export function App({ settings, endpoint, callback = null, captcha = NoCaptcha }: AppProps) {
  const { config, error, retry } = useConfig(endpoint);
  const { status } = useAuth();
  useEffect(() => {
    if (status === 'signedIn') SignedIn.load();
  }, [status]);
  const site = useMemo(() => config && { ...settings, endpoint, config }, [settings, endpoint, config]);

  if (site) {
    return (
      <SettingsProvider value={site}>
        <CaptchaProvider value={captcha}>
          <Pages site={site} callback={callback} />
        </CaptchaProvider>
      </SettingsProvider>
    );
  }
  return (
    <>
      <Header route="" />
      {error ? (
        <Card title="The API is out of reach">
          <p role="alert">{error.message}</p>
          <button type="button" className="primary" onClick={retry}>
            Try again
          </button>
        </Card>
      ) : (
        <Waiting>Loading …</Waiting>
      )}
    </>
  );
}

function Pages({ site, callback }: { site: Site; callback: Callback | null }) {
  const route = useRoute();
  const { status, user } = useAuth();
  const signIn = useSignIn(site);
  const isIn = status === 'signedIn';
  const [hasReturned, setReturned] = useState(false);
  const returned = useCallback(() => setReturned(true), []);
  const person = usePerson(`name.${site.UserPoolClientId}`, isIn ? '' : route);

  const open: Readonly<Record<string, ReactNode>> = {
    'sign-up': <SignUpPage signIn={signIn} {...person} />,
    confirm: <ConfirmPage signIn={signIn} {...person} />,
    forgot: <ForgotPage signIn={signIn} {...person} />,
    reset: <ResetPage signIn={signIn} {...person} />,
    ...(site.config.recoveryCodes && { recover: <RecoverPage signIn={signIn} {...person} /> }),
  };
  // The address can be anything: `#/__proto__` is not a page.
  const page = isIn || !Object.hasOwn(open, route) ? undefined : open[route];
  const returning = callback && site.config.federation && !hasReturned && <Returning callback={callback} onEnd={returned} />;
  return (
    <>
      <Header route={route} gpt={site.config.gptEnabled} adminGroup={site.config.adminGroup} />
      <Suspense fallback={<Waiting>Loading …</Waiting>}>
        {returning || page || (
          <RequireAuth
            restoring={<Waiting>Loading …</Waiting>}
            signIn={<SignInPage signIn={signIn} onBegin={SignedIn.load} {...person} />}
          >
            <SignedIn key={user?.sub} route={route} />
          </RequireAuth>
        )}
      </Suspense>
    </>
  );
}
