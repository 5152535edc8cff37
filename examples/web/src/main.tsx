import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { browserAuth } from './auth/browser-auth.ts';
import { AuthProvider } from './auth/react.ts';
import { loadSettings } from './site/settings.ts';
import { AnnouncerProvider } from './ui/announcer.tsx';
import { Card } from './ui/screen.tsx';

const element = document.getElementById('root');
if (!element) throw new Error('The page has no #root.');
// Whatever breaks, there is a text and a way on; never a blank page.
const root = createRoot(element, { onUncaughtError: () => root.render(<Broken />) });

try {
  // Without one there are no locks, no passkeys and no cryptography.
  if (!isSecureContext) throw new Error('This page wants https; plain http only on localhost.');
  // Beside the page, so that one build serves a laptop and every deployment.
  const settings = await loadSettings(new URL('outputs.json', document.baseURI));
  const endpoint = { url: settings.GraphQLUrl, apiKey: settings.ApiKey };
  const auth = browserAuth(endpoint, settings.UserPoolClientId);
  root.render(
    <AuthProvider auth={auth}>
      <AnnouncerProvider>
        <App settings={settings} endpoint={endpoint} />
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

/** A part of the page could not be loaded, as after a new deployment, or there is a mistake in it. */
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
