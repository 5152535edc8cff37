import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { browserAuth } from './auth/browser-auth.ts';
import { takeCallback } from './auth/federation/callback.ts';
import { AuthProvider } from './auth/react.ts';
import { loadSettings } from './site/settings.ts';
import { AnnouncerProvider } from './ui/announcer.tsx';
import { Card } from './ui/screen.tsx';

// Before anything else, such as an error with the address in it.
const callback = takeCallback();
const element = document.getElementById('root');
if (!element) throw new Error('The page has no #root.');
// After any error there is a text and a button, never a blank page.
const root = createRoot(element, { onUncaughtError: () => root.render(<Broken />) });

try {
  // Browsers allow locks, passkeys and cryptography only on secure pages.
  if (!isSecureContext) throw new Error('This page needs https; plain http works on localhost only.');
  // The file is beside the page, so that one build works on a laptop and in every deployment.
  const settings = await loadSettings(new URL('outputs.json', document.baseURI));
  const endpoint = { url: settings.GraphQLUrl, apiKey: settings.ApiKey };
  const auth = browserAuth(endpoint, settings.UserPoolClientId);
  root.render(
    <AuthProvider auth={auth}>
      <AnnouncerProvider>
        <App settings={settings} endpoint={endpoint} callback={callback} />
      </AnnouncerProvider>
    </AuthProvider>,
  );
} catch (error) {
  root.render(
    <Card title="This page is not configured">
      <p role="alert">{error instanceof Error ? error.message : String(error)}</p>
      <p>
        It reads <code>outputs.json</code> beside itself: what <code>npm start</code> or <code>npm run deploy</code> wrote.
      </p>
    </Card>,
  );
}

/** Shown if a part of the page cannot be loaded, such as after a new deployment, or if the page has a bug. */
function Broken() {
  return (
    <Card title="Something went wrong">
      <p role="alert">This page could not go on. You are still signed in, if you were.</p>
      <button type="button" className="primary" onClick={() => location.reload()}>
        Load it again
      </button>
    </Card>
  );
}
